"""Which year each cell of a table belongs to: its own label's, else what stands around the table."""

from __future__ import annotations

from collections import defaultdict

from etl.grid import Place
from etl.layouts.table import Column, Table
from etl.notes import Notes
from etl.problems import ERROR
from etl.table_rows import TableRow
from etl.years import Position, Years, place_in_years

_HALF_A_YEAR = 26
# Group → position → (week, the year stated there).
Runs = dict[tuple[str, ...], dict[Position, tuple[int, int | None]]]


def years_of(table: Table, rows: list[TableRow], years: Years, notes: Notes) -> dict[Place, int]:
    """Place → ISO year. A place is left out where no year can be told, and that is noted."""
    found: dict[Place, int] = {}
    waiting: dict[Place, Position] = {}
    runs: Runs = defaultdict(dict)
    for row in rows:
        for column in table.columns:
            place = (row.number, column.index)
            year, where = _own(row, column, table)
            if year:
                found[place] = year
                notes.years_from.add(where)
            elif "year" in table.keys:
                _say_missing(table, row, notes)
            else:
                waiting[place] = _position(row, column)
            week = column.week or row.week or table.context.week
            group = ("", column.group, column.area, column.party) if column.week else _group(row)
            runs[group][_position(row, column)] = (week.week if week else 0, year)
    _carry(found, waiting, runs)
    if waiting:
        found |= _by_context(table, waiting, runs, years, notes)
    return found


def _say_missing(table: Table, row: TableRow, notes: Notes) -> None:
    place = (row.number, table.keys["year"])
    if notes.roles.get(place) != "fault":  # an unreadable year has been told of already
        notes.say(ERROR, "year_missing", place)


def _position(row: TableRow, column: Column) -> Position:
    return (True, column.index) if column.week else (False, row.number)


def _group(row: TableRow) -> tuple[str, ...]:
    """Rows whose weeks follow one another."""
    return (row.area, row.source, row.party, row.label)


def _carry(found: dict[Place, int], waiting: dict[Place, Position], runs: Runs) -> None:
    """A year stated at one week holds for those after it, until the weeks turn."""
    carried: dict[Position, int] = {}
    for run in runs.values():
        latest: tuple[int, int] | None = None
        for position, (week, year) in run.items():
            if year:
                latest = (week, year)
            elif latest and abs(week - latest[0]) <= _HALF_A_YEAR:
                carried[position] = latest[1]
                latest = (week, latest[1])
            else:
                latest = None
    for place, position in list(waiting.items()):
        if position in carried:
            found[place] = carried[position]
            del waiting[place]


def _own(row: TableRow, column: Column, table: Table) -> tuple[int | None, str]:
    """The year that the cell's own labels state, and where."""
    mention = column.week or row.week or table.context.week
    if mention and mention.year:
        return mention.year, "cell"
    if column.year:
        return column.year, "above"
    return row.year, "column"


def _undated(waiting: dict[Place, Position], runs: Runs) -> list[list[tuple[Position, int]]]:
    wanted = set(waiting.values())
    lines = ([(at, week) for at, (week, _) in run.items() if at in wanted] for run in runs.values())
    return [line for line in lines if line]


def _by_context(
    table: Table,
    waiting: dict[Place, Position],
    runs: Runs,
    years: Years,
    notes: Notes,
) -> dict[Place, int]:
    """Years for the weeks that state none, from title, sheet name, file name or the one who asked."""
    placed = place_in_years(years, _undated(waiting, runs)) if years.stated else "year_missing"
    if isinstance(placed, str):
        across, number = next(iter(waiting.values()))
        week_column = table.keys.get("week", table.keys.get("date", 0))
        place = (table.header, number) if across else (number, week_column)
        notes.say(ERROR, placed, place, years=tuple(map(str, years.stated)))
        return {}
    notes.years_from.add(years.found_in)
    if years.problem:
        notes.problems.append(years.problem)
    return {place: placed[position] for place, position in waiting.items()}
