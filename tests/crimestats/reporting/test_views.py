"""The other screens' content, on the sample data and on small stores."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from crimestats.periods import Period, parse_period
from crimestats.reporting.coverage import coverage_view
from crimestats.reporting.fraud import fraud_view
from crimestats.reporting.peaks import peaks_view
from crimestats.reporting.rarity import rarity_text
from crimestats.reporting.trends import trends_view
from crimestats.reporting.uploads import uploads_view
from crimestats.store import Store
from crimestats.store.reference import save_note
from crimestats.store.uploads import withdraw
from crimestats.weeks import IsoWeek

AddCounts = Callable[..., int]
BOTH = pytest.mark.parametrize("lang", ["sv", "en"])
START = datetime(2021, 6, 7, 8, tzinfo=UTC)


def steady(first: IsoWeek, weeks: int, last: int = 0) -> list[tuple[IsoWeek, str, int]]:
    counts = [20 + n % 3 for n in range(weeks)]
    if last:
        counts[-1] = last
    return [(first + n, "total", count) for n, count in enumerate(counts)]


@BOTH
def test_peaks_newest_first_with_drivers_that_add_up(
    sample_store: Store, november: Period, lang: str
) -> None:
    view = peaks_view(sample_store, "Lysekil", november, lang=lang)
    weeks = [item.week for item in view.items]
    assert weeks == sorted(weeks, reverse=True)
    newest = view.items[0]
    assert (newest.week, newest.observed, newest.status) == (IsoWeek(2021, 45), 61, "new")
    assert newest.drivers is not None
    *parts, whole = newest.drivers.numbers
    inside = ("därav", "of which")
    assert sum(row[3] for row in parts if not str(row[0]).startswith(inside)) == pytest.approx(
        whole[3], abs=0.35
    )
    assert newest.observed_text.startswith("61")
    assert dict(newest.evidence)
    assert view.empty == ""
    assert len(view.summary.rows) == len(view.items)


@BOTH
def test_a_peak_tells_its_cause_with_an_interval_and_the_sort_of_fraud(
    sample_store: Store, november: Period, lang: str
) -> None:
    newest = peaks_view(sample_store, "Lysekil", november, lang=lang).items[0]
    assert newest.drivers is not None
    assert all(len(row) == 5 for row in newest.drivers.rows)
    benefit = next(row for row in newest.drivers.numbers if row[1] == 11)
    assert str(benefit[4]).endswith("–11")
    assert newest.spike == {"sv": "våg och samlad anmälan", "en": "wave and batch"}[lang]
    assert newest.question == "", "kinds and injured parties are in the file"
    assert {"sv": "Av bedrägerierna kom troligen", "en": "Of the fraud reports,"}[lang] in " ".join(
        newest.sentences
    )


def test_what_the_file_does_not_tell_is_asked_until_a_note_answers(
    store: Store, add_counts: AddCounts
) -> None:
    add_counts(store, steady(IsoWeek(2020, 1), 60, last=90))
    week = IsoWeek(2020, 1) + 59
    asked = peaks_view(store, "Lysekil", Period(week, week)).items[0]
    assert asked.question == "Vad låg bakom de många anmälningarna vecka\u00a07?"
    save_note(store, "Lysekil", "total", week, "Festival", status="explained", author="Anna")
    assert peaks_view(store, "Lysekil", Period(week, week)).items[0].question == ""


def test_a_note_explains_a_week(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, steady(IsoWeek(2020, 1), 60, last=90))
    week = IsoWeek(2020, 1) + 59
    save_note(store, "Lysekil", "total", week, "Festival", status="explained", author="Anna")
    item = peaks_view(store, "Lysekil", Period(week, week)).items[0]
    assert (item.note, item.status, item.status_text) == ("Festival", "explained", "förklarad")


def test_no_peaks_says_why(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, steady(IsoWeek(2020, 1), 60))
    add_counts(store, steady(IsoWeek(2020, 1), 10), area="Mora")
    calm = peaks_view(store, "Lysekil", parse_period("2021-W01--2021-W04"))
    short = peaks_view(store, "Mora", parse_period("2020-W07--2020-W10"))
    assert calm.items == short.items == ()
    assert "Ingen vecka var ovanlig" in calm.empty
    assert "för kort" in short.empty


@pytest.mark.parametrize(
    ("p_value", "weeks", "words"),
    [
        (0.1, 1, "så många väntas ungefär en vecka av tio"),
        (0.02, 1, "så många väntas ungefär en gång om året"),
        (0.005, 1, "så många väntas ungefär en gång på fyra år"),
        (0.002, 2, "så många på två veckor väntas ungefär en gång på tio år"),
        (0.00075, 1, "så många väntas ungefär en gång på 25 år"),
        (0.0, 1, "så många väntas mer sällan än en gång på 50 år"),
    ],
)
def test_rarity_in_plain_words(p_value: float, weeks: int, words: str) -> None:
    assert rarity_text(p_value, "sv", weeks) == words


@BOTH
def test_trends_tell_the_year_so_far(sample_store: Store, november: Period, lang: str) -> None:
    view = trends_view(sample_store, "Lysekil", november, ("violence", "theft"), lang=lang)
    assert [row[0] for row in view.to_date.numbers] == [row[0] for row in view.level.numbers]
    assert view.to_date.columns[1:3] == ("2021", "2020")
    assert len(view.to_date_sentences) == 2
    assert len(view.chart.lines) == 2
    assert view.year_chart.weeks[0] == IsoWeek(2021, 1)


def test_trends_without_last_year_do_not_compare(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, steady(IsoWeek(2021, 1), 30))
    view = trends_view(store, "Lysekil", parse_period("2021-W27--2021-W30"), ("theft",))
    assert view.to_date.numbers[0][1:3] == (None, None)
    assert "jämförs inte med 2020" in view.to_date_sentences[0]
    assert view.level.numbers[0][2] is None


@BOTH
def test_fraud_with_and_without_benefit_fraud(sample_store: Store, november: Period, lang: str) -> None:
    view = fraud_view(sample_store, "Lysekil", november, lang=lang)
    text = " ".join(view.sentences)
    assert view.reported
    assert all(number in text for number in ("58", "13", "45"))
    assert view.kinds is not None
    assert sum(row[1] for row in view.kinds.numbers) == 58
    assert view.parties is not None
    assert sum(row[1] for row in view.parties.numbers) == 58
    assert view.peaks[0].week == IsoWeek(2021, 45)
    assert {"sv": "en våg", "en": "a wave"}[lang] in " ".join(view.spikes)


def test_a_record_without_fraud_says_so(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, steady(IsoWeek(2020, 1), 60))
    view = fraud_view(store, "Lysekil", parse_period("2021-W01--2021-W04"))
    assert (view.reported, view.chart) == (False, None)
    assert view.title == "Inga uppgifter om bedrägerier i underlaget"


def test_fraud_that_is_not_divided_says_so(store: Store, add_counts: AddCounts) -> None:
    add_counts(
        store, [(IsoWeek(2020, 1) + n, code, 5 + n % 2) for n in range(60) for code in ("total", "fraud")]
    )
    view = fraud_view(store, "Lysekil", parse_period("2021-W01--2021-W04"))
    assert (view.kinds, view.parties) == (None, None)
    assert len(view.notices) == 2
    assert view.chart is not None


def test_coverage_tells_reported_missing_revised_and_preliminary_apart(
    store: Store, add_counts: AddCounts
) -> None:
    add_counts(store, [("2021-W20", "total", 5), ("2021-W22", "total", 6)], received_at=START)
    add_counts(store, [("2021-W20", "total", 7)], received_at=START + timedelta(days=1))
    view = coverage_view(store, "Lysekil")
    cells = {cell.week.week: (cell.status, cell.count) for cell in view.years[0].rows["total"]}
    assert cells == {20: ("revised", 7), 21: ("missing", None), 22: ("preliminary", 6)}
    assert view.table.numbers == ((2021, "Totalt", 0, 1, 1, 1, "v.\u00a021"),)
    assert "2 av 3" in view.sentence
    assert coverage_view(store, "Mora").years == ()


def test_a_category_is_not_missing_in_years_before_it_began(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [("2019-W52", "total", 5), ("2020-W02", "total", 5), ("2020-W02", "theft", 1)])
    newest, oldest = coverage_view(store, "Lysekil").years
    assert set(oldest.rows) == {"total"}
    assert [cell.status for cell in newest.rows["theft"]] == ["missing", "reported"]


def test_uploads_and_revisions_are_told_newest_first(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [("2021-W20", "theft", 5, "private")], received_at=START, file_name="första.xlsx")
    second = add_counts(store, [("2021-W20", "theft", 7, "private")], received_at=START + timedelta(days=1))
    view = uploads_view(store, "Lysekil")
    assert [row.id for row in view.rows] == [second, second - 1]
    assert view.revisions.numbers[0][:5] == ("2021-W20", "Tillgrepp/stöld", "Privatperson", 5, 7)
    withdraw(store, second, "Anna", "fel fil")
    after = uploads_view(store, "Lysekil")
    assert after.rows[0].withdrawn
    assert after.rows[0].status_text == "återtagen: fel fil"
    assert after.revisions.rows == ()
    assert after.revisions_sentence == "Ingen uppgift har ändrats i efterhand."


def test_a_file_with_many_areas_names_a_few(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [("2021-W20", "total", 5)], area="Lysekil")
    row = uploads_view(store, "Lysekil").rows[0]
    assert (row.areas_text, row.weeks_text, row.counts_text) == ("Lysekil", "v.\u00a020 2021", "1")
