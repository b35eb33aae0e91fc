"""From a table to candidates: one per count that a cell states, every label resolved or a problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from etl import cells, names
from etl.around import Around, around
from etl.candidate import Candidate
from etl.dating import years_of
from etl.days import excel_week
from etl.formulas import compute
from etl.grid import Place, address, blank, shown
from etl.layouts import words
from etl.layouts.below import has_figures, is_figure
from etl.layouts.headings import label_at
from etl.layouts.table import Column, Table
from etl.naming import Namer
from etl.notes import Notes
from etl.party_sums import without_party_sums
from etl.problems import ERROR, WARNING
from etl.rows import read_rows
from etl.table_rows import TableRow
from etl.totals import without_grand_totals
from etl.years import Years


@dataclass
class Cleaned:
    """What was read from one table.

    Attributes:
        counts: every count by its place, those that wait for their category included.
        unread: places whose content is in question or at fault.
        sum_rows: rows that add up others; groups: of those that stand above what they add, its rows.
        codes: the category of each count that has one.
    """

    candidates: list[Candidate] = field(default_factory=list)
    counts: dict[Place, int] = field(default_factory=dict)
    unread: set[Place] = field(default_factory=set)
    sum_rows: list[int] = field(default_factory=list)
    groups: dict[int, list[int]] = field(default_factory=dict)
    codes: dict[Place, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A cell of which everything but the count is known."""

    row: TableRow
    column: Column
    year: int
    name: names.Name


def clean(table: Table, years: Years, notes: Notes) -> Cleaned:
    """Every candidate of a table; what could not be read goes into the notes."""
    _mark_headings(table, notes)
    rows = read_rows(table, notes)
    dated = years_of(table, rows.counts, years, notes)
    held = around(table, rows.counts, notes)
    cleaned, namer = Cleaned(sum_rows=rows.sums, groups=rows.groups), Namer(notes)
    labelled: dict[Place, _Labelled] = {}
    for row in rows.counts:
        for column in table.columns:
            place = (row.number, column.index)
            name = _name(table, row, column, namer, notes)
            if name is None:
                _read_nameless(place, notes, cleaned)
                continue
            cleaned.codes[place] = name.code
            if place in dated and held.known(row, column):
                labelled[place] = _Labelled(row, column, dated[place], name)
            _read_count(place, notes, cleaned)
    compute(notes, cleaned, set(labelled))
    labels = {place: _label(table, one.row, one.column)[0] for place, one in labelled.items()}
    candidates = _candidates(table, labelled, cleaned, held, notes.sheet.name)
    standing = without_grand_totals(list(candidates), labels, notes)
    claims = {place for place, one in labelled.items() if _claims(table, one, notes)}
    cleaned.candidates = without_party_sums(standing, claims, notes)
    namer.finish()
    return cleaned


def _claims(table: Table, one: _Labelled, notes: Notes) -> bool:
    """Whether a cell's heading, or its row's injured party, says that it is a sum."""
    columns = (table.keys[role] for role in ("party", "category") if role in table.keys)
    places = [(table.header, one.column.index), *((one.row.number, column) for column in columns)]
    return any(words.is_sum(shown(label_at(notes.sheet, *place))) for place in places)


def _name(table: Table, row: TableRow, column: Column, namer: Namer, notes: Notes) -> names.Name | None:
    """The category of a cell; None when its label is unknown. Blank cells ask nothing."""
    figure = (row.number, column.index)
    label, place = _label(table, row, column)
    value = notes.sheet.at(*figure)
    if cells.read_count(value).missing and address(*figure) not in notes.sheet.formulas:
        return names.Name("")
    return namer.resolve(label, place, figure, column.group if column.label else "")


def _label(table: Table, row: TableRow, column: Column) -> tuple[str, Place]:
    """What names a cell's category, the nearest first: heading, row, heading above, title."""
    if column.label:
        return column.label, column.place
    if row.label:
        return row.label, row.label_place
    if column.group:
        return column.group, column.place
    if table.context.category:
        return table.context.category, table.context.place
    return "", (table.header, table.left)


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
    table: Table, labelled: dict[Place, _Labelled], cleaned: Cleaned, held: Around, sheet: str
) -> Iterator[Candidate]:
    said = table.context
    for place, one in labelled.items():
        row, column = one.row, one.column
        mention = column.week or row.week or said.week
        if place not in cleaned.counts or mention is None:
            continue
        year, week = mention.in_year(one.year)
        number = column.said if column.week else row.said
        if number is None and (dated := mention.dated(year)):
            number, (year, week) = cells.Mention(week, year), dated
        place_of = column.week_place if column.week else row.week_place if row.week else said.week_place
        yield Candidate(
            area=column.area or row.area or held.area,
            source=row.source,
            year=year,
            week=week,
            category=one.name.code,
            injured_party=held.parties[column.index] or row.party or one.name.party or said.party,
            count=cleaned.counts[place],
            sheet=sheet,
            cell=address(*place),
            week_cell=address(*place_of),
            said_year=(number.year or (None if column.week else row.year) or year) if number else None,
            said_week=number.week if number else None,
            excel_week=excel_week(mention.day, year) if number else None,
            within=one.name.within,
            assumed=held.assumed and not (column.area or row.area),
        )


def _without_heading(table: Table, column: int, notes: Notes) -> Place | None:
    """The first figure of a column that says nothing of itself."""
    used = {*table.keys.values(), *(one.index for one in table.columns)}
    headed = any(not blank(label_at(notes.sheet, row, column)) for row in range(table.header + 1))
    if column in used or headed or not has_figures(notes.sheet, table.header, column):
        return None
    rows = range(table.header + 1, table.last)
    return next(((row, column) for row in rows if is_figure(notes.sheet.at(row, column))), None)


def _mark_headings(table: Table, notes: Notes) -> None:
    for column in table.columns:
        if column.week:
            notes.mark(column.week_place, "week")
    for index in range(notes.sheet.width):
        if place := _without_heading(table, index, notes):
            notes.say(WARNING, "figures_without_heading", place)
    for place in table.vague:
        notes.say_text(ERROR, "column_unclear", place, notes.sheet.at(*place))
    for index in table.unclear:
        place = (table.header, index)
        notes.say_text(ERROR, "column_unclear", place, notes.sheet.at(*place))
    for index in (*table.unread, *table.doubtful):
        if index in table.unclear:
            continue
        place = (table.header, index)
        heading = shown(notes.sheet.at(*place))
        if words.divides(heading):
            notes.ask("column_divides", place, heading, ("all",))
            continue
        level, code = (ERROR, "week_unreadable") if index in table.doubtful else (WARNING, "column_not_read")
        notes.say_text(level, code, place, notes.sheet.at(*place))
