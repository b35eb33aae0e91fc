"""Tables are found by what their cells mean, wherever they stand; xlsx and csv say the same."""

from __future__ import annotations

from datetime import date

import pytest

from tests.etl.make_fixtures import ACROSS, DOWN, LAYOUTS, LONG, TRUTH, book, changed, saved, text_file, xlsx
from tests.etl.reading import codes, options, read_bytes, read_rows, stops, truth


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_as_xlsx_and_as_csv(layout: str) -> None:
    one, two = (
        read_bytes("anmälningar.xlsx", xlsx(LAYOUTS[layout], "")),
        read_bytes("anmälningar.csv", text_file(LAYOUTS[layout])),
    )
    assert (one.layout, two.layout) == (layout, layout)
    assert truth(one) == truth(two) == TRUTH
    assert not stops(one)
    assert [(r.cell, r.count) for r in one.rows] == [(r.cell, r.count) for r in two.rows]
    assert {row.area for row in one.rows} == {"Lysekil"}
    assert {(row.iso_year, row.source, row.injured_party) for row in one.rows} == {(2021, "police", "")}


def test_every_count_has_its_cell() -> None:
    reading = read_rows(ACROSS)
    assert {row.cell: row.count for row in reading.rows if row.category == "theft"} == {
        "B6": 6,
        "C6": 5,
        "D6": 7,
        "E6": 5,
    }
    assert {row.sheet for row in reading.rows} == {"Blad1"}


@pytest.mark.parametrize("above", [0, 1, 12, 25])
def test_headings_anywhere_in_the_first_rows(above: int) -> None:
    notes = [["Anmälningar i Lysekil 2021"], *[[None, f"not {n}"] for n in range(above)]]
    reading = read_rows([*notes, *DOWN[1:]])
    assert truth(reading) == TRUTH
    assert reading.rows[0].cell == f"B{above + 3}"


def test_a_table_need_not_start_in_the_corner() -> None:
    reading = read_rows([[], *[[None, None, *row] for row in ACROSS]])
    assert truth(reading) == TRUTH
    assert reading.rows[0].cell == "D5"


@pytest.mark.parametrize(
    ("rows", "sheet", "name"),
    [
        (changed(ACROSS, 0, 0, "Anmälningar 2021"), "Blad1", "fil.xlsx"),
        (changed(ACROSS, 0, 0, "Anmälningar"), "2021", "fil.xlsx"),
        (changed(ACROSS, 0, 0, "Anmälningar"), "Blad1", "Anmälda brott 2021 v43-46.xlsx"),
        (changed(ACROSS, 2, 0, "Brottstyp 2021"), "Blad1", "fil.xlsx"),
        (changed(changed(ACROSS, 0, 0, "Anmälningar"), 1, 1, 2021), "Blad1", "fil.xlsx"),
        (changed(changed(ACROSS, 0, 0, "Anmälningar"), 1, 1, "År 2021"), "Blad1", "statistik 2019.xlsx"),
    ],
)
def test_where_the_year_may_stand(rows: list[list[object]], sheet: str, name: str) -> None:
    reading = read_rows(rows, sheet=sheet, name=name)
    assert truth(reading) == TRUTH
    assert {row.iso_year for row in reading.rows} == {2021}


def test_a_year_nowhere_is_asked_for_at_the_first_week_and_can_be_given() -> None:
    rows = changed(ACROSS, 0, 0, "Anmälningar")
    assert stops(read_rows(rows)) == [("year_missing", "B3")]
    assert not read_rows(rows).rows
    assert truth(read_rows(rows, options(year=2021))) == TRUTH


def test_a_day_of_extraction_is_no_year() -> None:
    rows = changed(ACROSS, 0, 0, "Uttag ur systemet 3 januari 2022")
    assert stops(read_rows(rows)) == [("year_missing", "B3")]


@pytest.mark.parametrize(
    "title", ["Anmälningar 2020-2021", "Anmälningar 2020–2021", "2020 och 2021", "2020/2021"]
)
def test_two_years_however_they_are_written(title: str) -> None:
    rows = [[title], ["Vecka", "Stöld"], [2, 1], [1, 2], [53, 3], [52, 4]]
    assert [(r.iso_year, r.iso_week) for r in read_rows(rows).rows] == [
        (2021, 2),
        (2021, 1),
        (2020, 53),
        (2020, 52),
    ]


def test_dates_beside_the_table_are_no_years() -> None:
    rows = changed(ACROSS, 0, 0, "2022-01-03")
    assert stops(read_rows(rows)) == [("year_missing", "B3")]
    assert stops(read_rows(rows, name="uttag 2022-01-03.xlsx")) == [("year_missing", "B3")]
    assert truth(read_rows(changed(ACROSS, 0, 0, "Anmälda 2021-10-25–2021-11-21"))) == TRUTH


def test_an_unreadable_year_is_told_once() -> None:
    assert stops(read_rows([["År", "Vecka", "Stöld"], ["2x", 4, 4]])) == [("year_unreadable", "A2")]
    assert stops(read_rows([["År", "Vecka", "Stöld"], [None, 4, 4]])) == [("year_missing", "A2")]


def test_several_years_are_never_chosen_between() -> None:
    rows = changed(ACROSS, 0, 0, "Anmälningar 2020 och 2021")
    assert stops(read_rows(rows)) == [("year_ambiguous", "B3")]
    assert truth(read_rows(rows, options(year=2021))) == TRUTH


def test_a_title_and_a_sheet_name_that_disagree_are_asked_about() -> None:
    assert stops(read_rows(ACROSS, sheet="2020")) == [("year_ambiguous", "B3")]


def test_the_file_wins_over_the_year_given_and_says_so() -> None:
    reading = read_rows(ACROSS, options(year=2019))
    assert {row.iso_year for row in reading.rows} == {2021}
    assert ("warning", "year_ignored", "") in codes(reading)


def test_weeks_that_pass_new_year_need_both_years() -> None:
    table = [["Brottstyp", "v.52", "v.53", "v.1", "v.2"], ["Våldsbrott", 1, 2, 3, 4]]
    assert stops(read_rows([["Anmälningar 2020"], *table])) == [("year_turns", "B2")]
    reading = read_rows([["Anmälningar 2020–2021"], *table])
    assert [(row.iso_year, row.iso_week, row.count) for row in reading.rows] == [
        (2020, 52, 1), (2020, 53, 2), (2021, 1, 3), (2021, 2, 4),
    ]  # fmt: skip


def test_years_above_the_weeks() -> None:
    rows = [
        ["Anmälningar"],
        [None, 2020, None, 2021],
        ["Brottstyp", "v.52", "v.53", "v.1"],
        ["Våldsbrott", 1, 2, 3],
    ]
    assert [(r.iso_year, r.iso_week) for r in read_rows(rows).rows] == [(2020, 52), (2020, 53), (2021, 1)]


def test_a_year_column_that_names_each_year_once() -> None:
    rows = [["År", "Vecka", "Stölder"], [2020, 52, 1], [None, 53, 2], [2021, 1, 3], [None, 2, 4]]
    assert [(r.iso_year, r.iso_week) for r in read_rows(rows).rows] == [
        (2020, 52),
        (2020, 53),
        (2021, 1),
        (2021, 2),
    ]


def test_one_sheet_per_year() -> None:
    workbook = book(
        {"2020": [["Vecka", "Stöld"], [53, 7]], "2021": [["Vecka", "Stöld"], [1, 8]], "Info": [["Hej"]]}
    )
    reading = read_bytes("fil.xlsx", saved(workbook))
    assert [(r.iso_year, r.iso_week, r.count, r.sheet) for r in reading.rows] == [
        (2020, 53, 7, "2020"),
        (2021, 1, 8, "2021"),
    ]
    assert not reading.problems


@pytest.mark.parametrize(
    "weeks",
    [
        ["v43", "v.44", "v. 45", "Vecka 46"], [43, 44, 45, 46], ["43", "44", "45", "46"],
        ["2021-W43", "2021W44", "202145", "46/2021"], ["2021 v 43", "2021 v 44", "2021 v 45", "2021 v 46"],
        [date(2021, 10, 25), date(2021, 11, 2), date(2021, 11, 14), "2021-11-15"],
    ],
)  # fmt: skip
def test_spellings_of_weeks_across_and_down(weeks: list[object]) -> None:
    across = [*ACROSS[:2], ["Brottstyp", *weeks], *[list(row)[:5] for row in ACROSS[3:7]]]
    down = [DOWN[0], DOWN[1], *[[week, *list(row)[1:]] for week, row in zip(weeks, DOWN[2:6], strict=True)]]
    assert truth(read_rows(across)) == TRUTH
    assert truth(read_rows(down)) == TRUTH


def test_a_column_without_a_heading_is_understood_from_its_cells() -> None:
    assert truth(read_rows(changed(ACROSS, 2, 0, None))) == TRUTH
    assert truth(read_rows(changed(DOWN, 1, 0, None))) == TRUTH
    assert truth(read_rows(changed(ACROSS, 2, 0, "Typ"))) == TRUTH


def test_english_and_swedish_column_names_in_any_order() -> None:
    rows = [
        ["count", "iso_week", "category", "iso_year", "area", "injured_party", "source"],
        [3, 43, "fraud", 2021, "Munkedal", "authority", "police"],
        [4, 43, "fraud", 2021, "Munkedal", "", "kommunen"],
    ]
    one, two = read_rows(rows).rows
    assert (one.area, one.category, one.injured_party, one.source) == (
        "Munkedal",
        "fraud",
        "authority",
        "police",
    )
    assert (two.injured_party, two.source) == ("", "kommunen")


def test_a_date_column_stands_for_the_week() -> None:
    rows = [["Datum", "Kategori", "Antal"], ["2021-01-03", "Stöld", 2], [date(2021, 1, 4), "Stöld", 3]]
    assert [(r.iso_year, r.iso_week) for r in read_rows(rows).rows] == [(2020, 53), (2021, 1)]


def test_areas_in_a_column_stand_until_the_next() -> None:
    rows = [
        ["Kommun", "Brottstyp", "2021-W43"],
        ["Lysekil", "Stöld", 1],
        [None, "Våld", 2],
        ["Sotenäs", "Stöld", 3],
    ]
    assert [(r.area, r.count) for r in read_rows(rows).rows] == [
        ("Lysekil", 1),
        ("Lysekil", 2),
        ("Sotenäs", 3),
    ]


def test_the_area_given_holds_where_the_file_has_none() -> None:
    assert {r.area for r in read_rows(ACROSS, options(area="Sotenäs")).rows} == {"Sotenäs"}
    reading = read_rows(LONG, options(area="Sotenäs"))
    assert {r.area for r in reading.rows} == {"Lysekil"}
    assert ("warning", "area_ignored", "A1") in codes(reading)


def test_injured_parties_are_not_duplicates() -> None:
    rows = [
        ["År", "Vecka", "Brottstyp", "Målsägande", "Antal"],
        [2021, 43, "Bidragsbrott", "Myndighet", 9],
        [2021, 43, "Bidragsbrott", "Privatperson", 1],
        [2021, 43, "Bidragsbrott", "Företag", 2],
    ]
    assert [(r.injured_party, r.count) for r in read_rows(rows).rows] == [
        ("authority", 9),
        ("private", 1),
        ("company", 2),
    ]
    assert stops(read_rows(changed(rows, 1, 3, "Grannen"))) == [("party_unknown", "D2")]


def test_sums_over_weeks_are_recognised_and_not_stored() -> None:
    for rows in (ACROSS, DOWN):
        reading = read_rows(rows)
        assert len(reading.rows) == 16
        assert not stops(reading)


def test_repeated_headings_spacers_and_merged_areas() -> None:
    workbook = book({"2021": [["Kommun", "Brottstyp", "v.43"], ["Lysekil", "Stöld", 1], [None, "Våld", 2]]})
    sheet = workbook["2021"]
    sheet.merge_cells("A2:A3")
    for row in ([], ["Kommun", "Brottstyp", "v.43"], ["Sotenäs", "Stöld", 3]):
        sheet.append(row)
    reading = read_bytes("fil.xlsx", saved(workbook))
    assert [(r.area, r.cell) for r in reading.rows] == [
        ("Lysekil", "C2"),
        ("Lysekil", "C3"),
        ("Sotenäs", "C6"),
    ]


def test_the_cells_are_told_what_they_were_taken_for() -> None:
    reading = read_rows(changed(changed(ACROSS, 4, 0, "Skadegörlse"), 5, 3, "ca 7"))
    roles = reading.sheets[0].roles
    assert [roles.get((2, c)) for c in range(1, 6)] == ["week"] * 4 + [None]
    assert (roles[3, 0], roles[3, 1], roles[3, 5]) == ("category", "count", "ignored")
    assert (roles[4, 0], roles[4, 2]) == ("question", "question")
    assert roles[5, 3] == "fault"
    assert (7, 0) not in roles


def test_several_tables_on_a_sheet_each_keep_their_own_headings() -> None:
    rows = [
        ["Anmälningar 2020"],
        ["Brottstyp", "v.52", "v.53"],
        ["Stöld", 1, 2],
        [],
        ["Anmälningar 2021"],
        ["Brottstyp", "v.1", "v.2"],
        ["Stöld", 3, 4],
        ["Brottstyp", "v.3", "v.4"],
        ["Stöld", 5, 6],
    ]
    reading = read_rows(rows)
    assert [(r.iso_year, r.iso_week, r.count, r.cell) for r in reading.rows] == [
        (2020, 52, 1, "B3"), (2020, 53, 2, "C3"), (2021, 1, 3, "B7"), (2021, 2, 4, "C7"), (2021, 3, 5, "B9"),
        (2021, 4, 6, "C9"),
    ]  # fmt: skip
    assert not reading.problems


def test_a_column_among_the_weeks_is_never_passed_over() -> None:
    rows = [["2021"], ["Brottstyp", "v.43", "okt", "v.45", "v.46 halv"], ["Stöld", 1, 2, 3, 4]]
    assert sorted(stops(read_rows(rows))) == [("week_unreadable", "C2"), ("week_unreadable", "E2")]


@pytest.mark.parametrize(
    "label", ["v.43 (25/10-31/10)", "v. 43, 25 okt – 31 okt", "Vecka 43\n25/10", "v43 25.10–31.10"]
)
def test_weeks_with_their_days_beside_them(label: str) -> None:
    (row,) = read_rows([["2021"], ["Brottstyp", label], ["Stöld", 1]]).rows
    assert (row.iso_year, row.iso_week) == (2021, 43)
