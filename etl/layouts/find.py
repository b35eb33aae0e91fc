"""Finds the table of a sheet: the first row whose headings, with the cells below, make one of the layouts."""

from __future__ import annotations

import itertools
from dataclasses import replace

from etl.grid import Sheet
from etl.layouts import words
from etl.layouts.below import is_figure, is_filled
from etl.layouts.figures import figure_columns, other_columns
from etl.layouts.headings import Heading, headings
from etl.layouts.keys import key_columns
from etl.layouts.table import Column, Layout, Table, layouts
from etl.layouts.titles import are_months, could_be_months, title_years, years_above

_HEADER_ROWS = 40


def find_tables(sheet: Sheet) -> list[Table]:
    """The tables of a sheet from top to bottom; none when no layout fits.

    A table ends where other headings begin. One without a year of its own has that of the table above it.
    """
    tables: list[Table] = []
    start: int | None = 0
    while start is not None and (table := _first_table(sheet, start)):
        start = _next_start(sheet, table)
        years = table.years or (tables[-1].years if tables else frozenset())
        tables.append(replace(table, last=len(sheet.rows) if start is None else start, years=years))
    return tables


def _next_start(sheet: Sheet, table: Table) -> int | None:
    """The first line of the next table: its headings, or the titles right above them."""
    row = _next_headings(sheet, table)
    while row is not None and row - 1 > table.header and not any(map(is_figure, sheet.rows[row - 1])):
        row -= 1
    return row


def _first_table(sheet: Sheet, start: int) -> Table | None:
    """The first table from a row on. Sure fits anywhere come before doubtful ones."""
    rows = range(start, min(start + _HEADER_ROWS, len(sheet.rows)))
    read = {row: headings(sheet, row) for row in rows}
    for sure in (True, False):
        for row, layout in itertools.product(rows, layouts()):
            if len(read[row]) and (table := _fit(sheet, range(start, row), read[row], layout, sure)):
                return table
    return None


def _next_headings(sheet: Sheet, table: Table) -> int | None:
    """The first row below a table's headings that holds other headings; None when there is none."""
    columns = [*table.keys.values(), *(column.index for column in table.columns)]
    own = [sheet.at(table.header, column) for column in columns]
    for row in range(table.header + 1, len(sheet.rows)):
        values = [sheet.at(row, column) for column in columns]
        if values == own or not any(isinstance(value, str) and words.column_role(value) for value in values):
            continue
        found = headings(sheet, row)
        if any(_fit(sheet, range(row, row), found, layout, sure=True) for layout in layouts()):
            return row
    return None


def _fit(sheet: Sheet, above: range, found: list[Heading], layout: Layout, sure: bool) -> Table | None:
    """The table whose headings were found in the row after those above it, if they make this layout."""
    row, across = above.stop, layout.columns == "week"
    figures = figure_columns(sheet, row, found, layout, sure)
    if not figures or are_months(figures):
        return None
    keys = key_columns(sheet, row, found, layout, figures, sure)
    if keys is None or not is_filled(sheet, row, [h.column for h in figures]):
        return None
    used = {h.column for h in figures} | set(keys.values())
    rest = [h for h in found if h.column not in used]
    sums, unread, doubtful = other_columns(sheet, row, rest, figures, layout)
    years, year_row = years_above(sheet, row, figures) if across else ({}, -1)
    return Table(
        layout=layout.name,
        header=row,
        last=len(sheet.rows),
        keys=keys,
        columns=tuple(_column(h, layout, years.get(h.column)) for h in figures),
        sums=tuple(sums),
        unread=tuple(unread),
        doubtful=tuple(doubtful),
        years=title_years(sheet, above, year_row, [h for h in found if h not in figures]),
        months=across and could_be_months(sheet, row, figures),
    )


def _column(h: Heading, layout: Layout, year: int | None) -> Column:
    if layout.columns == "week":
        return Column(h.column, week=h.week, year=year)
    return Column(h.column, label=h.text if layout.columns == "category" else "")
