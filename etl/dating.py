"""Which year each cell of a table belongs to: its own label's, else what stands around the table."""

from __future__ import annotations

from collections import defaultdict

from etl.grid import Place
from etl.layouts.table import Column, Table
from etl.notes import Notes
from etl.problems import ERROR
from etl.rows import TableRow
from etl.years import Position, Years, place_in_years


def years_of(table: Table, rows: list[TableRow], years: Years, notes: Notes) -> dict[Place, int]:
    """Place → ISO year. A place is left out where no year can be told, and that is noted."""
    found: dict[Place, int] = {}
    waiting: dict[Place, Position] = {}
    runs: dict[tuple[str, ...], dict[Position, int]] = defaultdict(dict)
    for row in rows:
        for column in table.columns:
            place = (row.number, column.index)
            year, where = _own(row, column)
            if year:
                found[place] = year
                notes.years_from.add(where)
            elif "year" in table.keys:
                _say_missing(table, row, notes)
            else:
                waiting[place] = position = (bool(column.week), column.index if column.week else row.number)
                group = ("",) if column.week else (row.area, row.source, row.party, row.label)
                week = column.week or row.week
                runs[group][position] = week.week if week else 0
    if waiting:
        found |= _by_context(table, waiting, runs, years, notes)
    return found


def _say_missing(table: Table, row: TableRow, notes: Notes) -> None:
    place = (row.number, table.keys["year"])
    if notes.roles.get(place) != "fault":  # an unreadable year has been told of already
        notes.say(ERROR, "year_missing", place)


def _own(row: TableRow, column: Column) -> tuple[int | None, str]:
    """The year that the cell's own labels state, and where."""
    mention = column.week or row.week
    if mention and mention.year:
        return mention.year, "cell"
    if column.year:
        return column.year, "above"
    return row.year, "column"


def _by_context(
    table: Table,
    waiting: dict[Place, Position],
    runs: dict[tuple[str, ...], dict[Position, int]],
    years: Years,
    notes: Notes,
) -> dict[Place, int]:
    """Years for the weeks that state none, from title, sheet name, file name or the one who asked."""
    placed = (
        place_in_years(years, [list(run.items()) for run in runs.values()])
        if years.stated
        else "year_missing"
    )
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
