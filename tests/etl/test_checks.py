"""The checks: queries that return the bad rows, each told at its cell, the rest standing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from etl import checks
from etl.checks.run import CHECKS
from tests.etl.make_fixtures import ACROSS, DOWN, LONG, TRUTH, changed
from tests.etl.reading import TODAY, cells, codes, options, read_rows, stops, truth

HEAD = ["År", "Vecka", "Brottstyp", "Antal"]


def long(*rows: tuple[int, int, str, int]) -> list[list[object]]:
    return [HEAD, *[list(row) for row in rows]]


def test_every_check_is_a_file_and_every_file_a_check() -> None:
    files = {path.stem for path in Path(checks.__file__).parent.glob("*.sql")} - {"candidates"}
    assert files == {name for name, _ in CHECKS}


def test_week_53_of_a_year_with_52_is_never_rolled_over() -> None:
    reading = read_rows(long((2021, 53, "Stöld", 4), (2020, 53, "Stöld", 5)))
    assert stops(reading) == [("week_not_in_year", "B2")]
    assert [(row.iso_year, row.iso_week) for row in reading.rows] == [(2020, 53)]
    across = [["2021"], ["Brottstyp", "v.52", "v.53"], ["Stöld", 1, 2], ["Våld", 1, 2]]
    assert stops(read_rows(across, options(today=date(2022, 2, 1)))) == [("week_not_in_year", "C2")]


@pytest.mark.parametrize("week", [0, 54, 60])
def test_weeks_that_no_year_has(week: int) -> None:
    assert stops(read_rows(long((2021, week, "Stöld", 4)))) == [("week_not_in_year", "B2")]


def test_weeks_after_today() -> None:
    assert TODAY.isocalendar()[:2] == (2021, 48)
    rows = [["2021"], ["Brottstyp", "v.48", "v.49", "v.50", "v.51"], ["Stöld", 7, None, 0, 3]]
    reading = read_rows(rows)
    assert codes(reading) == [("error", "week_ahead", "E3"), ("warning", "week_ahead_zero", "D3")]
    assert list(cells(reading)) == ["B3"]


def test_a_date_against_its_week_is_a_question_and_read_by_the_date() -> None:
    rows = [["Datum", *HEAD], ["2021-10-25", 2021, 44, "Stöld", 4], ["2021-11-02", 2021, 44, "Stöld", 5]]
    reading = read_rows(rows)
    assert codes(reading) == [("question", "week_against_date", "C2")]
    assert [row.iso_week for row in reading.rows] == [44]
    by_date = read_rows(rows, options({"week_against_date|Blad1|*": "date"}))
    assert [(row.iso_week, row.count) for row in by_date.rows] == [(43, 4), (44, 5)]
    by_week = read_rows(rows, options({"week_against_date|Blad1|C2": "week"}))
    assert stops(by_week) == [("same_week_differs", "E2"), ("same_week_differs", "E3")]


def test_week_numbers_from_excel_are_told_once_and_read_by_date() -> None:
    days = [date(2021, 10, 25) + timedelta(weeks=n) for n in range(4)]
    rows = [["Datum", "Vecka", "Brottstyp", "Antal"], *[[d, 44 + n, "Stöld", n] for n, d in enumerate(days)]]
    reading = read_rows(rows)
    assert codes(reading) == [("question", "week_as_excel", "B2")]
    assert "ISOVECKONR(d)" in reading.problems[0].message()
    assert "VECKONR(d;21)" in reading.problems[0].message()
    assert [(row.iso_week, row.count) for row in reading.rows] == [(43, 0), (44, 1), (45, 2), (46, 3)]
    by_date = read_rows(rows, options({"week_as_excel|*|*": "date"}))
    assert (by_date.problems, by_date.rows) == ((), reading.rows)
    by_week = read_rows(rows, options({"week_as_excel|*|*": "week"}))
    assert [row.iso_week for row in by_week.rows] == [44, 45, 46, 47][: len(by_week.rows)]
    one_wrong = changed(rows, 2, 1, 40)
    assert {code for code, _ in stops(read_rows(one_wrong))} == {"week_against_date"}


def test_grand_totals_beside_a_total_are_checked_and_not_counted_twice() -> None:
    rows = [["2021"], ["Vecka", "Våld", "Stöld", "Totalt", "Totalsumma"], [43, 1, 2, 5, 8], [44, 1, 2, 5, 9]]
    reading = read_rows(rows)
    assert stops(reading) == [("sum_differs", "E4")]
    assert truth(reading)[43, "total"] == 5


def test_days_beside_a_week_that_lie_in_another() -> None:
    rows = [["2021"], ["Vecka", "Stöld"], ["v 43 (1/11-7/11)", 1], ["v. 45, 8/11–14/11", 2]]
    reading = read_rows(rows)
    assert stops(reading) == [("week_against_date", "A3")]
    assert [row.iso_week for row in reading.rows] == [45]
    assert not stops(read_rows([["2020"], ["Vecka", "Stöld"], ["v 1 (30/12-5/1)", 1]]))


def test_rates_are_no_counts() -> None:
    rows = [["Enhet: anmälningar per 100 000 invånare, 2021"], ["Vecka", "Stöld"], [43, 1]]
    assert stops(read_rows(rows)) == [("unit_unknown", "A1")]


def test_counts_of_two_years_side_by_side() -> None:
    rows = [["Vecka", "Brottstyp", "Antal 2020", "Antal 2021"], [43, "Stöld", 1, 2], [44, "Stöld", 3, 4]]
    found = [(row.iso_year, row.iso_week, row.count) for row in read_rows(rows).rows]
    assert found == [(2020, 43, 1), (2021, 43, 2), (2020, 44, 3), (2021, 44, 4)]


def test_figures_that_add_up_from_week_to_week() -> None:
    rows = [["2021"], ["Vecka", "Våld", "Ack."], [43, 1, 11], [44, 2, 13], [45, 3, 17]]
    assert stops(read_rows(rows)) == [("sum_differs", "C5")]
    assert not stops(read_rows(changed(rows, 4, 2, 16)))


def test_several_areas_in_a_title_are_asked_about() -> None:
    rows = [["Lysekil, Munkedal och Sotenäs 2021"], ["Vecka", "Stöld"], [43, 1]]
    reading = read_rows(rows)
    assert (stops(reading), reading.rows) == ([("area_ambiguous", "A2")], ())
    assert {row.area for row in read_rows(rows, options(area="Sotenäs")).rows} == {"Sotenäs"}


def test_a_label_forgotten_is_never_filled_in() -> None:
    rows = long((2021, 43, "Stöld", 1), (2021, 43, "Våld", 2), (2021, 44, "Stöld", 3), (2021, 44, "Våld", 4))
    for row in range(1, 5):
        for column in (1, 2):
            assert len(stops(read_rows(changed(rows, row, column, None)))) == 1


def test_the_same_week_twice_equal_is_one_row_and_a_warning() -> None:
    reading = read_rows(long((2021, 43, "Stöld", 4), (2021, 43, "Stölder", 4)))
    assert codes(reading) == [("warning", "same_week_equal", "D3")]
    assert list(cells(reading)) == ["D2"]


def test_the_same_week_twice_with_different_counts_is_an_error_at_both_cells() -> None:
    reading = read_rows(long((2021, 43, "Stöld", 4), (2021, 43, "Stölder", 5), (2021, 44, "Stöld", 6)))
    assert stops(reading) == [("same_week_differs", "D2"), ("same_week_differs", "D3")]
    assert list(cells(reading)) == ["D4"]
    message = reading.problems[0].message("sv")
    assert "4 (Blad1!D2)" in message
    assert "5 (Blad1!D3)" in message


def test_parts_above_the_total() -> None:
    reading = read_rows(changed(ACROSS, 6, 2, 10))
    assert ("parts_above_total", "C7") in stops(reading)
    assert "C7" not in cells(reading)
    assert "C4" in cells(reading)


def test_a_rest_is_no_fault() -> None:
    assert truth(read_rows(DOWN)) == TRUTH


def test_only_top_level_categories_add_up_and_other_takes_part() -> None:
    kinds = long((2021, 43, "Totalt", 10), (2021, 43, "Bedrägeri", 8), (2021, 43, "Telefonbedrägeri", 8))
    assert not stops(read_rows(kinds))
    other = long((2021, 43, "Totalt", 10), (2021, 43, "Bedrägeri", 8), (2021, 43, "Övrigt", 3))
    assert stops(read_rows(other)) == [("parts_above_total", "D2")]


def test_kinds_above_their_category() -> None:
    rows = long((2021, 43, "Bedrägeri", 5), (2021, 43, "Telefonbedrägeri", 4), (2021, 43, "Kortbedrägeri", 2))
    assert stops(read_rows(rows)) == [("kinds_above_parent", "D2")]


def test_benefit_fraud_is_added_unless_it_stands_inside_fraud() -> None:
    beside = long((2021, 43, "Totalt", 10), (2021, 43, "Bedrägeri", 8), (2021, 43, "Bidragsbrott", 5))
    assert stops(read_rows(beside)) == [("parts_above_total", "D2")]
    inside = long((2021, 43, "Totalt", 10), (2021, 43, "Bedrägeri", 8), (2021, 43, "varav bidragsbrott", 5))
    assert not stops(read_rows(inside))
    too_many = long((2021, 43, "Bedrägeri", 4), (2021, 43, "varav bidragsbrott", 5))
    assert stops(read_rows(too_many)) == [("kinds_above_parent", "D2")]


def test_injured_parties_above_the_whole() -> None:
    head = ["År", "Vecka", "Brottstyp", "Målsägande", "Antal"]
    rows = [
        head,
        [2021, 43, "Stöld", "", 5],
        [2021, 43, "Stöld", "Privat", 4],
        [2021, 43, "Stöld", "Företag", 2],
    ]
    assert stops(read_rows(rows)) == [("parties_above_count", "E2")]
    assert not stops(read_rows(changed(rows, 3, 4, 1)))


def test_parts_split_by_party_add_up_before_they_are_compared() -> None:
    head = ["År", "Vecka", "Brottstyp", "Målsägande", "Antal"]
    rows = [
        head,
        [2021, 43, "Totalt", "", 5],
        [2021, 43, "Stöld", "Privat", 4],
        [2021, 43, "Stöld", "Företag", 2],
    ]
    assert stops(read_rows(rows)) == [("parts_above_total", "E2")]


def test_areas_and_sources_are_kept_apart() -> None:
    head = ["Område", "Källa", "År", "Vecka", "Brottstyp", "Antal"]
    rows = [
        head,
        ["A", "", 2021, 43, "Totalt", 1],
        ["B", "", 2021, 43, "Stöld", 9],
        ["A", "vakter", 2021, 43, "Stöld", 9],
    ]
    assert not stops(read_rows(rows))


def test_a_sum_that_does_not_add_up_is_a_question_at_the_sum() -> None:
    assert stops(read_rows(changed(ACROSS, 3, 5, 16))) == [("sum_differs", "F4")]
    assert stops(read_rows(changed(DOWN, 6, 2, 8))) == [("sum_differs", "C7")]
    settled = read_rows(changed(ACROSS, 3, 5, 16), options({"sum_differs|Blad1|F4": "weeks"}))
    assert not stops(settled)
    assert truth(settled) == TRUTH


def test_subtotals_by_quarter_add_up_too() -> None:
    rows = [
        ["2021"],
        ["Brottstyp", "v.1", "v.2", "Summa", "v.3", "v.4", "Summa", "Totalt"],
        ["Stöld", 1, 2, 3, 3, 4, 7, 10],
    ]
    assert not stops(read_rows(rows))


@pytest.mark.parametrize("rows", [ACROSS, DOWN, LONG])
def test_whole_files_pass(rows: list[list[object]]) -> None:
    assert truth(read_rows(rows)) == TRUTH
    assert not read_rows(rows).problems
