"""From a table to candidates: one per count that a cell states, every label resolved or a problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from etl import cells
from etl.dating import years_of
from etl.formulas import compute
from etl.grid import Place, address
from etl.layouts.table import Column, Table
from etl.naming import Namer
from etl.notes import Notes
from etl.problems import ERROR, WARNING
from etl.rows import TableRow, read_rows
from etl.years import Years


@dataclass(frozen=True, slots=True)
class Candidate:
    """One count as a cell states it. The week is not yet held against the calendar (``etl/checks`` does).

    ``said_year``, ``said_week``: what the week number says beside a date; else None.
    ``within``: the label says that it is part of the category above it.
    """

    area: str
    source: str
    year: int
    week: int
    category: str
    injured_party: str
    count: int
    sheet: str
    cell: str
    week_cell: str
    said_year: int | None = None
    said_week: int | None = None
    within: bool = False


@dataclass
class Cleaned:
    """What was read from one table.

    Attributes:
        counts: every count by its place, those that wait for their category included.
        unread: places whose content is in question or at fault.
        sum_rows: rows that add up others.
    """

    candidates: list[Candidate] = field(default_factory=list)
    counts: dict[Place, int] = field(default_factory=dict)
    unread: set[Place] = field(default_factory=set)
    sum_rows: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A cell of which everything but the count is known."""

    row: TableRow
    column: Column
    year: int
    category: str
    within: bool


def clean(table: Table, years: Years, notes: Notes) -> Cleaned:
    """Every candidate of a table; what could not be read goes into the notes."""
    _mark_headings(table, notes)
    rows = read_rows(table, notes)
    dated = years_of(table, rows.counts, years, notes)
    cleaned, namer = Cleaned(sum_rows=rows.sums), Namer(notes)
    labelled: dict[Place, _Labelled] = {}
    for row in rows.counts:
        for column in table.columns:
            place = (row.number, column.index)
            name = _name(table, row, column, namer, notes)
            if name is None:
                _read_nameless(place, notes, cleaned)
                continue
            if place in dated:
                labelled[place] = _Labelled(row, column, dated[place], name[0], name[1])
            _read_count(place, notes, cleaned)
    compute(notes, cleaned, set(labelled))
    cleaned.candidates = list(_candidates(table, labelled, cleaned, notes.sheet.name))
    namer.finish()
    return cleaned


def _name(table: Table, row: TableRow, column: Column, namer: Namer, notes: Notes) -> tuple[str, bool] | None:
    """(category, within) of a cell; None when its label is unknown. Blank cells ask nothing."""
    figure = (row.number, column.index)
    if column.label:
        label, place = column.label, (table.header, column.index)
    else:
        label, place = row.label, (row.number, table.keys["category"])
    value = notes.sheet.at(*figure)
    if cells.read_count(value).missing and address(*figure) not in notes.sheet.formulas:
        return "", False
    name = namer.resolve(label, place, figure)
    return (name.code, name.within) if name else None


def _read_nameless(place: Place, notes: Notes, cleaned: Cleaned) -> None:
    """A figure that waits for its category: it may be part of a sum, and its own faults can wait too."""
    count = cells.read_count(notes.sheet.at(*place)).count
    if count is None:
        cleaned.unread.add(place)
    else:
        cleaned.counts[place] = count


def _read_count(place: Place, notes: Notes, cleaned: Cleaned) -> None:
    value = notes.sheet.at(*place)
    read = cells.read_count(value)
    if read.count is not None and place in notes.sheet.merged:
        notes.say(ERROR, "count_merged", place)
        cleaned.unread.add(place)
    elif read.count is not None:
        cleaned.counts[place] = read.count
        notes.mark(place, "count")
        if read.marked:
            notes.say_text(WARNING, "count_marked", place, value)
    elif read.fault == "count_unclear":
        _ask(place, notes, cleaned)
    elif read.fault:
        notes.say_text(ERROR, read.fault, place, value)
        cleaned.unread.add(place)


def _ask(place: Place, notes: Notes, cleaned: Cleaned) -> None:
    """A dash can mean nil or not known."""
    answer = notes.ask("count_unclear", place, notes.sheet.at(*place), ("zero", "missing"))
    if answer == "zero":
        cleaned.counts[place] = 0
        notes.mark(place, "count")
    elif not answer:
        cleaned.unread.add(place)


def _candidates(
    table: Table, labelled: dict[Place, _Labelled], cleaned: Cleaned, sheet: str
) -> Iterator[Candidate]:
    for place, one in labelled.items():
        row, mention = one.row, one.column.week or one.row.week
        if place not in cleaned.counts or mention is None:
            continue
        week_place = (table.header, place[1]) if one.column.week else (row.number, row.week_column)
        yield Candidate(
            area=row.area,
            source=row.source,
            year=one.year,
            week=mention.week,
            category=one.category,
            injured_party=row.party,
            count=cleaned.counts[place],
            sheet=sheet,
            cell=address(*place),
            week_cell=address(*week_place),
            said_year=(row.said.year or row.year or one.year) if row.said else None,
            said_week=row.said.week if row.said else None,
            within=one.within,
        )


def _mark_headings(table: Table, notes: Notes) -> None:
    for column in table.columns:
        place = (table.header, column.index)
        if column.week:
            notes.mark(place, "week")
    for index in (*table.unread, *table.doubtful):
        place = (table.header, index)
        level, code = (ERROR, "week_unreadable") if index in table.doubtful else (WARNING, "column_not_read")
        notes.say_text(level, code, place, notes.sheet.at(*place))
