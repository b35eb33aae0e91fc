"""Counts put into headings of several rows, blocks, pivots and sections read back exactly, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.grid import address
from tests.etl.reading import read_rows, stops

NAMES = {
    "violence": ["Våldsbrott", "våld", "Våldsbrott (antal)"],
    "theft": ["Tillgrepp/stöld", "Stölder", "8 kap."],
    "fraud": ["Bedrägeri", "Bedrägerier", "BEDRÄGERIBROTT"],
}
PARTIES = {"private": "Privatperson", "company": "Företag"}
AREAS = ("Lysekil", "Munkedal")
YEARS = (2020, 2021)
WEEKS: list[Callable[[int], object]] = [
    lambda w: f"v.{w}",
    lambda w: f"Vecka {w}:",
    lambda w: f"vecka nr {w}",
]
# (area, year, week, code, party)
Key = tuple[str, int, int, str, str]


@dataclass
class Sheet:
    """Rows being written, and the count that stands at each cell."""

    rows: list[list[object]]
    truth: dict[str, tuple[Key, int]]

    def line(self, labels: list[object], cells: list[tuple[Key, int]]) -> None:
        row = len(self.rows)
        self.truth |= {address(row, len(labels) + n): cell for n, cell in enumerate(cells)}
        self.rows.append([*labels, *[count for _, count in cells]])


@dataclass
class Drawn:
    """What a sheet says and how: weeks, spelled categories, one number per key."""

    weeks: list[int]
    names: dict[str, str]
    week: Callable[[int], object]
    counts: Callable[[Key], int]
    notes: int

    def cells(self, keys: list[Key]) -> list[tuple[Key, int]]:
        return [(key, self.counts(key)) for key in keys]


def years_over_weeks(d: Drawn, sheet: Sheet) -> None:
    gap = [None] * (len(d.weeks) - 1)
    sheet.rows += [["", 2020, *gap, 2021], ["Brottstyp", *[d.week(w) for _ in YEARS for w in d.weeks]]]
    for code, name in d.names.items():
        sheet.line([name], d.cells([("Lysekil", y, w, code, "") for y in YEARS for w in d.weeks]))


def categories_over_parties(d: Drawn, sheet: Sheet) -> None:
    upper = [value for name in d.names.values() for value in (name, None)]
    sheet.rows += [["År 2021"], ["Vecka", *upper], [None, *list(PARTIES.values()) * len(d.names)]]
    for week in d.weeks:
        keys = [("Lysekil", 2021, week, code, party) for code in d.names for party in PARTIES]
        sheet.line([d.week(week)], d.cells(keys))


def categories_over_years(d: Drawn, sheet: Sheet) -> None:
    upper = [value for name in d.names.values() for value in (name, None)]
    sheet.rows += [["Vecka", *upper], [None, *YEARS * len(d.names)]]
    for week in d.weeks:
        sheet.line([d.week(week)], d.cells([("Lysekil", y, week, c, "") for c in d.names for y in YEARS]))


def areas_over_categories(d: Drawn, sheet: Sheet) -> None:
    gap = [None] * (len(d.names) - 1)
    sheet.rows += [["2021"], ["Vecka", "Lysekil", *gap, "Munkedal"], [None, *list(d.names.values()) * 2]]
    for week in d.weeks:
        sheet.line([d.week(week)], d.cells([(a, 2021, week, c, "") for a, c in product(AREAS, d.names)]))


def sections(d: Drawn, sheet: Sheet) -> None:
    sheet.rows += [["2021"], ["Brottstyp", *map(d.week, d.weeks), "Summa"]]
    for area in AREAS:
        sheet.rows.append([area])
        for code, name in d.names.items():
            cells = d.cells([(area, 2021, w, code, "") for w in d.weeks])
            sheet.line([name], cells)
            sheet.rows[-1].append(sum(count for _, count in cells))


def pivot(d: Drawn, sheet: Sheet) -> None:
    sheet.rows += [["År", "2021"], [], ["Radetiketter", "Summa av Antal"]]
    for code, name in d.names.items():
        group = d.cells([("Lysekil", 2021, w, code, "") for w in d.weeks])
        sheet.rows.append([name, sum(count for _, count in group)])
        for week, cell in zip(d.weeks, group, strict=True):
            sheet.line([f"  v{week}"], [cell])
    sheet.rows.append(["Totalsumma", sum(count for _, count in sheet.truth.values())])


def stacked(d: Drawn, sheet: Sheet) -> None:
    for year in YEARS:
        sheet.rows += [[f"Anmälningar {year}"], ["Vecka", *d.names.values()]]
        for week in d.weeks:
            sheet.line([d.week(week)], d.cells([("Lysekil", year, week, c, "") for c in d.names]))
        sheet.rows.append([])


def stated_once(d: Drawn, sheet: Sheet) -> None:
    sheet.rows += [["2021"], ["Vecka", "Brottstyp", "Antal"]]
    for week, code in product(d.weeks, d.names):
        first = code == next(iter(d.names))
        cells = d.cells([("Lysekil", 2021, week, code, "")])
        sheet.line([d.week(week) if first else None, d.names[code]], cells)


SHAPES = (
    years_over_weeks, categories_over_parties, categories_over_years, areas_over_categories, sections, pivot,
    stacked, stated_once,
)  # fmt: skip


@st.composite
def drawn(draw: st.DrawFn) -> Drawn:
    first = draw(st.integers(1, 40))
    codes = draw(st.lists(st.sampled_from(sorted(NAMES)), min_size=2, max_size=3, unique=True))
    numbers = draw(st.lists(st.integers(0, 900), min_size=7, max_size=13))
    return Drawn(
        weeks=list(range(first, first + draw(st.integers(2, 6)))),
        names={code: draw(st.sampled_from(NAMES[code])) for code in codes},
        week=draw(st.sampled_from(WEEKS)),
        counts=lambda key: numbers[sum(map(ord, repr(key))) % len(numbers)],
        notes=draw(st.integers(0, 2)),
    )


def written(one: Drawn, shape: Callable[[Drawn, Sheet], None]) -> Sheet:
    sheet = Sheet([["Om statistiken"] for _ in range(one.notes)], {})
    shape(one, sheet)
    sheet.rows += [["* preliminära siffror"] for _ in range(one.notes)]
    return sheet


@settings(max_examples=60, deadline=None)
@given(drawn(), st.sampled_from(SHAPES))
def test_reads_back_exactly(one: Drawn, shape: Callable[[Drawn, Sheet], None]) -> None:
    sheet = written(one, shape)
    reading = read_rows(sheet.rows)
    assert not stops(reading)
    found = {
        row.cell: ((row.area, row.iso_year, row.iso_week, row.category, row.injured_party), row.count)
        for row in reading.rows
    }
    assert found == sheet.truth


@settings(max_examples=60, deadline=None)
@given(drawn(), st.sampled_from(SHAPES), st.sampled_from(["x", "<5", "ca 7", "2,5", "-3", "-"]), st.data())
def test_one_broken_count_is_told_at_its_cell(
    one: Drawn, shape: Callable[[Drawn, Sheet], None], broken: str, data: st.DataObject
) -> None:
    sheet = written(one, shape)
    cell = data.draw(st.sampled_from(sorted(sheet.truth)))
    row = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1
    column = ord(cell[0]) - 65
    sheet.rows[row][column] = broken
    reading = read_rows(sheet.rows)
    assert [place for _, place in stops(reading)] == [cell]
    assert {row.cell for row in reading.rows} == sheet.truth.keys() - {cell}
