"""Sheets that are not by week, and parts of sheets that are left out: each with the right sentence."""

from __future__ import annotations

import pytest

from tests.etl.make_fixtures import ACROSS, TRUTH, book, changed, saved
from tests.etl.reading import codes, options, read_bytes, read_rows, stops, truth

BRA = [
    ["Region", "Brott", "År", "Period", "Antal", "/100 000 inv"],
    ["Lysekils kommun", "Våldsbrott", 2013, "Jan", 12, 80],
    ["Lysekils kommun", "Våldsbrott", 2013, "Feb", 9, 60],
]


@pytest.mark.parametrize(
    "rows",
    [
        BRA,
        [["Brottstyp", "Januari", "Februari", "Mars"], ["Stöld", 1, 2, 3]],
        [["Brottstyp", "jan 2021", "feb 2021", "mars 2021"], ["Stöld", 1, 2, 3]],
        [["Brottstyp", 202011, 202012, 202101], ["Stöld", 1, 2, 3]],
        [["Månad", "Stöld", "Totalt"], [1, 5, 6], [2, 5, 6], [3, 5, 6]],
        [["Datum", "Kategori", "Antal"], ["2021-01-01", "Stöld", 5], ["2021-02-01", "Stöld", 6]],
        [["År", "Period", "Stöld"], [2021, "Jan", 5], [2021, "Feb", 5]],
    ],
)  # fmt: skip
def test_monthly_figures_are_refused_with_one_sentence(rows: list[list[object]]) -> None:
    reading = read_rows(rows)
    assert stops(reading) == [("period_month", "")]
    assert "per månad" in reading.problems[0].message("sv")
    assert not reading.rows


@pytest.mark.parametrize(
    "rows",
    [
        [["Region", "2019", "2020", "2021"], ["Lysekil", 100, 120, 110]],
        [["Brottstyp", "År", "Antal"], ["Stöld", 2019, 100], ["Stöld", 2020, 110]],
        [["Region", "Våldsbrott 2015", "Våldsbrott 2014", "Stöld 2015"], ["Lysekil", 1, 2, 3]],
    ],
)
def test_yearly_figures_are_refused_with_one_sentence(rows: list[list[object]]) -> None:
    assert stops(read_rows(rows)) == [("period_year", "")]


def test_six_digits_that_could_be_either_are_asked_about() -> None:
    rows = [["Brottstyp", "202101", "202102", "202103"], ["Stöld", 1, 2, 3]]
    assert stops(read_rows(rows)) == [("week_or_month", "B1")]
    key = "week_or_month|Blad1|B1"
    assert [row.iso_week for row in read_rows(rows, options({key: "week"})).rows] == [1, 2, 3]
    assert stops(read_rows(rows, options({key: "month"}))) == [("period_month", "")]
    assert not stops(read_rows([["Vecka"], *rows]))


def test_one_to_twelve_without_the_word_week_are_asked_about_too() -> None:
    rows = [["2021"], ["Brottstyp", *range(1, 13)], ["Stöld", *range(12)]]
    assert stops(read_rows(rows)) == [("week_or_month", "B2")]
    assert not stops(read_rows(changed(rows, 0, 0, "Antal per vecka 2021")))


@pytest.mark.parametrize(
    "rows", [[], [["hej"]], [["a", "b"], [1, 2]], [["Kod", "Kommun"], ["1484", "Lysekil"]]]
)
def test_what_is_no_table_at_all(rows: list[list[object]]) -> None:
    assert [code for code, _ in stops(read_rows(rows))] == ["layout_unknown"]


def test_a_template_without_figures() -> None:
    rows = [ACROSS[0], ACROSS[2], *[[row[0], None, "..", None, None] for row in ACROSS[3:7]]]
    assert next(code for code, _ in stops(read_rows(rows))) in ("no_counts", "layout_unknown")


def test_offences_are_not_read_as_reports() -> None:
    assert stops(read_rows(changed(ACROSS, 1, 0, "Enhet: brott"))) == [("unit_offences", "A2")]
    assert read_rows(changed(ACROSS, 1, 0, "Enhet: anmälningar")).unit_stated
    assert not read_rows(changed(ACROSS, 0, 0, "Siffror 2021")).unit_stated
    long = [["År", "Vecka", "Brottstyp", "Enhet", "Antal"], [2021, 43, "Stöld", "brott", 3]]
    assert stops(read_rows(long)) == [("unit_offences", "D2")]
    assert stops(read_rows(changed(long, 1, 3, "kronor"))) == [("unit_unknown", "D2")]
    assert not stops(read_rows(changed(long, 1, 3, "anmälningar")))


def test_columns_that_are_nothing_of_ours_are_named() -> None:
    rows = [["År", "Vecka", "Brottstyp", "Antal", "/100 000 inv", "Poliser"], [2021, 43, "Stöld", 3, 20, 7]]
    assert codes(read_rows(rows)) == [
        ("warning", "column_not_read", "E1"),
        ("warning", "column_not_read", "F1"),
    ]
    across = [["2021"], ["Brottstyp", "v.43", "v.44", "Medel"], ["Stöld", 3, 4, 3.5]]
    assert codes(read_rows(across)) == [("warning", "column_not_read", "D2")]


def test_hidden_parts_are_not_read_unless_confirmed() -> None:
    workbook = book({"2021": ACROSS, "Gammalt": ACROSS})
    workbook["Gammalt"].sheet_state = "hidden"
    workbook["2021"].row_dimensions[6].hidden = True
    workbook["2021"].column_dimensions["C"].hidden = True
    data = saved(workbook)
    reading = read_bytes("fil.xlsx", data)
    assert {(p.code, p.sheet, p.cell) for p in reading.problems} == {
        ("hidden_sheet", "Gammalt", ""), ("hidden_row", "2021", "A6"), ("hidden_column", "2021", "C1"),
        ("sum_differs", "2021", "F4"), ("sum_differs", "2021", "F5"), ("sum_differs", "2021", "F7"),
    }  # fmt: skip
    assert {row.cell for row in reading.rows} == {f"{c}{r}" for c in "BDE" for r in (4, 5, 7)}
    confirmed = read_bytes(
        "fil.xlsx", data, options({"hidden_row|2021|*": "read", "hidden_column|2021|*": "read"})
    )
    assert truth(confirmed) == TRUTH


def test_a_sheet_with_figures_but_no_table_is_named() -> None:
    reading = read_bytes("fil.xlsx", saved(book({"2021": ACROSS, "Budget": [["a", 1], ["b", 2]]})))
    assert truth(reading) == TRUTH
    assert [(p.level, p.code, p.sheet) for p in reading.problems] == [("warning", "sheet_not_read", "Budget")]


def test_formulas_without_a_stored_value() -> None:
    rows = [
        ["2021"],
        ["Brottstyp", "v.43", "v.44"],
        ["Våld", 4, 5],
        ["Stöld", 6, None],
        ["Totalt", "=SUM(B3:B4)", "=SUM(C3:C4)"],
    ]
    reading = read_bytes("fil.xlsx", saved(book({"Blad1": rows})))
    assert {row.cell: row.count for row in reading.rows} == {"B3": 4, "C3": 5, "B4": 6, "B5": 10}
    assert codes(reading) == [("warning", "formula_without_value", "C5")]


def test_other_formulas_are_missing_and_named() -> None:
    rows = [["2021"], ["Brottstyp", "v.43", "v.44"], ["Våld", 4, "=B3*2"], ["Stöld", "=B3+1", "=B3+B3"]]
    reading = read_bytes("fil.xlsx", saved(book({"Blad1": rows})))
    assert {row.cell: row.count for row in reading.rows} == {"B3": 4, "C4": 8}
    assert [cell for _, _, cell in codes(reading)] == ["C3", "B4"]


def test_a_merged_count_belongs_to_no_one_week() -> None:
    workbook = book({"2021": ACROSS})
    workbook["2021"].merge_cells("B4:C4")
    reading = read_bytes("fil.xlsx", saved(workbook))
    assert ("count_merged", "B4") in stops(reading)
    assert "B4" not in {row.cell for row in reading.rows}
