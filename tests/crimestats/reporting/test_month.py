"""The sample's November 2021 as the product tells it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from crimestats.counts import TILES
from crimestats.periods import Period, parse_period
from crimestats.reporting.model import MonthReport
from crimestats.reporting.month import month_report
from crimestats.store import Store


def test_the_published_figures_are_told(november_sv: MonthReport) -> None:
    counts = {tile.code: tile.count for tile in november_sv.tiles}
    assert list(counts) == list(TILES)
    assert (counts["violence"], counts["vandalism"]) == (15, 7)
    assert counts["theft"] == 23
    assert sum(counts.values()) == 167
    text = " ".join(paragraph.plain for paragraph in november_sv.narrative.paragraphs)
    assert "Av anmälningarna gällde 15 våldsbrott, 7 skadegörelse och 23 stöld." in text
    assert "Då återstår 122 anmälningar: 58 om bedrägeri eller bidragsbrott och 64 om annat" in text


def test_the_headline_names_the_week_and_its_cause(
    november_sv: MonthReport, november_en: MonthReport
) -> None:
    assert "vecka\u00a045" in november_sv.headline
    assert "bedrägeri" in november_sv.headline
    assert "week\u00a045" in november_en.headline
    assert november_sv.chart.title == "Anmälningar per vecka: en topp i vecka\u00a045, driven av bedrägerier"


def test_tiles_say_count_range_and_verdict_in_that_order(november_sv: MonthReport) -> None:
    fraud = next(tile for tile in november_sv.tiles if tile.code == "fraud_all")
    assert fraud.count_text == "58"
    assert fraud.range_text.startswith("vanligt ")
    assert fraud.verdict == "ovanligt många"
    assert fraud.sub_text == "varav 13 bidragsbrott"
    assert len(fraud.values) == len(fraud.weeks) == len(fraud.band.lower) == 26
    assert [fraud.values[place] for place in fraud.marks] == [31]


def test_sample_data_are_said_to_be_samples_before_the_figures(november_sv: MonthReport) -> None:
    assert november_sv.sample
    assert any("exempeldata" in notice for notice in november_sv.notices)
    assert not any("exempeldata" in remark.plain for remark in november_sv.narrative.remarks)
    assert "Exempeldata." in november_sv.chart.subtitle


def test_every_count_leads_to_its_cells(november_sv: MonthReport, november: Period) -> None:
    total = next(fact for fact in november_sv.facts if fact.kind == "total")
    assert sum(cell.count for cell in total.addresses) == 167
    assert {cell.cell for cell in total.addresses if cell.week in november} == {"C20", "D20", "E20", "F20"}
    rest = next(fact for fact in november_sv.facts if fact.kind == "rest")
    assert {cell.category for cell in rest.addresses} >= {"total", "violence", "fraud", "benefit_fraud"}
    before = next(fact for fact in november_sv.facts if fact.kind == "change_before")
    outside = [cell for cell in before.addresses if cell.week not in november]
    assert sum(cell.count for cell in outside) == before.numbers["before"]


def test_the_period_is_named_in_the_language(november_sv: MonthReport, november_en: MonthReport) -> None:
    assert (november_sv.period_name, november_en.period_name) == ("november 2021", "November 2021")


def test_as_known_before_the_month_came_in(sample_store: Store, november: Period) -> None:
    then = datetime(2021, 11, 1, tzinfo=UTC)
    report = month_report(sample_store, "Lysekil", november, as_of=then)
    assert report.headline.startswith("Inga uppgifter")
    assert "Visar vad som var känt" in report.source
    assert [tile.count for tile in report.tiles] == [None] * 5
    assert {tile.verdict for tile in report.tiles} == {"uppgift saknas"}


def test_an_area_without_counts_is_an_empty_report(sample_store: Store, november: Period) -> None:
    report = month_report(sample_store, "Mora", november)
    assert report.tiles == ()
    assert report.source == "Källa: inga uppgifter för Mora."
    assert report.chart.lines[0].values == (None,) * 4


@pytest.mark.parametrize(
    "key", ["2020-W50--2021-W01", "2019-W27--2019-W30", "2021-W45", "2016-W01--2016-W04"]
)
def test_any_period_can_be_reported(sample_store: Store, key: str) -> None:
    for lang in ("sv", "en"):
        report = month_report(sample_store, "Lysekil", parse_period(key), lang=lang)
        assert report.headline
        assert report.table.rows[0][1] == str(report.facts[1].numbers["count"])
