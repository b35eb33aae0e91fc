"""From a number back to the cells: rule, cells that add up, file, question and what has changed."""

from __future__ import annotations

import pytest

from crimestats.charts.model import Table
from crimestats.i18n import LANGUAGES, texts
from crimestats.periods import parse_period
from crimestats.reporting.model import MonthReport
from crimestats.reporting.month import month_report
from crimestats.reporting.origin import Origin, origin_of
from crimestats.store import Store


def found(store: Store, report: MonthReport, key: str) -> Origin:
    origin = origin_of(store, report, key)
    assert origin is not None
    return origin


def test_the_total_is_the_sum_of_its_cells(sample_store: Store, november_sv: MonthReport) -> None:
    origin = found(sample_store, november_sv, "total-total")
    assert origin.sum == "Summa av cellerna: 167."
    assert isinstance(origin.cells, Table)
    assert [row[-2] for row in origin.cells.rows] == ["C20", "D20", "E20", "F20"]
    [file] = origin.files
    assert file.name == "Anmälda brott Lysekil 2021 v43-46.xlsx"
    assert file.cells == {"2021": {"C20", "D20", "E20", "F20"}}
    assert sample_store.get_bytes(file.sha256)
    assert dict(origin.values)["$area"] == "Lysekil"
    assert "current_count($as_of)" in origin.sql
    assert origin.statement.startswith("Antalet anmälningar i Lysekil")


def test_every_number_told_has_its_origin(sample_store: Store, november_sv: MonthReport) -> None:
    told = {
        run.fact.key for s in november_sv.narrative.sentences for run in s.runs if run.number and run.fact
    }
    assert len(told) > 10
    for key in told:
        origin = found(sample_store, november_sv, key)
        assert origin.evidence[0][1]
        assert origin.cells is not None, key


def test_a_comparison_has_the_cells_of_both_sides(sample_store: Store, november_sv: MonthReport) -> None:
    origin = found(sample_store, november_sv, "change_year-total")
    assert origin.cells is not None
    assert {row[0][-4:] for row in origin.cells.rows} == {"2020", "2021"}
    assert origin.sum == "Summa av cellerna: 167."


def test_what_is_not_there_has_none(sample_store: Store, november_sv: MonthReport) -> None:
    assert origin_of(sample_store, november_sv, "total-weather") is None


def test_a_changed_cell_has_its_history(store: Store, add_counts) -> None:
    weeks = ("2021-W43", "2021-W44", "2021-W45", "2021-W46")
    add_counts(store, [(week, "total", 30) for week in weeks], file_name="first.xlsx")
    add_counts(store, [("2021-W44", "total", 31)], file_name="second.xlsx")
    report = month_report(store, "Lysekil", parse_period("2021-W43--2021-W46"))
    origin = found(store, report, "total-total")
    assert origin.revisions is not None
    [row] = origin.revisions.rows
    assert row[3:5] == ("30", "31")
    assert "second.xlsx" in row
    assert {file.name for file in origin.files} == {"first.xlsx", "second.xlsx"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_is_told(lang: str, november_sv: MonthReport) -> None:
    for fact in november_sv.facts:
        if any(run.number and run.fact is fact for s in november_sv.narrative.sentences for run in s.runs):
            assert texts(lang)(f"origin.rule.{fact.kind}")
