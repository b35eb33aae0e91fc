"""Finds the tables of a sheet: a row whose headings, with the cells below, make one of the layouts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace

from etl.grid import Sheet, blank
from etl.layouts import words
from etl.layouts.below import is_figure, is_filled
from etl.layouts.beside import views
from etl.layouts.columns import columns_of
from etl.layouts.context import Context, of_lines, of_names
from etl.layouts.figures import figure_columns, other_columns
from etl.layouts.headings import Heading, heading, headings
from etl.layouts.keys import key_columns
from etl.layouts.stack import Above, facts_above, headed_below
from etl.layouts.table import Layout, Table, layouts
from etl.layouts.titles import are_months, could_be_months, derived_title, title_years

_HEADER_ROWS = 40


def find_tables(sheet: Sheet, file_name: str = "") -> list[Table]:
    """The tables of a sheet, from left to right and from top to bottom; none when no layout fits.

    A table ends where other headings begin. What it does not say of itself, the one above it does, then the
    titles over all tables of the sheet, then the names of sheet and file.
    """
    named = of_names(sheet.name, file_name)
    split = views(sheet, lambda view: bool((table := _first_table(view, 0, named)) and table.keys))
    tables: list[Table] = []
    for view in split:
        found = _stacked(view, named)
        if len(split) > 1 and found:
            found = _under_common_titles(sheet, found)
        tables += found
    return tables


def _stacked(sheet: Sheet, named: Context) -> list[Table]:
    tables: list[Table] = []
    start: int | None = 0
    said = named
    while start is not None and (table := _first_table(sheet, start, said)):
        start = _next_start(sheet, table, said)
        years = table.years or (tables[-1].years if tables else frozenset())
        tables.append(replace(table, last=len(sheet.rows) if start is None else start, years=years))
        said = table.context
    return tables


def _under_common_titles(sheet: Sheet, tables: list[Table]) -> list[Table]:
    """Tables side by side share the titles at the left, where they have none of their own."""
    lines = range(tables[0].header)
    years, said = title_years(sheet, lines, set(), []), of_lines(sheet, lines)
    alone = len(said.areas) < 2
    return [
        replace(t, years=t.years or years, context=t.context.else_of(said) if alone else t.context)
        for t in tables
    ]


def _next_start(sheet: Sheet, table: Table, said: Context) -> int | None:
    """The first line of the next table: its headings, or the titles right above them."""
    for row in _heading_rows(sheet, table):
        start = row
        while start - 1 > table.header and not any(map(is_figure, sheet.rows[start - 1])):
            start -= 1
        same = _repeats(sheet, table, row)
        titles = of_lines(sheet, range(start, row))
        lines = range(start, row)
        own = titles.states() or title_years(sheet, lines, set(), []) or derived_title(sheet, lines)
        if same and not own:
            continue
        found = _flat(sheet, row, Above({}, set(), set(), set()))
        if any(_fit(sheet, range(start, row), found, layout, True, said) for layout in layouts()):
            return start
    return None


def _heading_rows(sheet: Sheet, table: Table) -> Iterable[int]:
    """Rows below a table's headings that could hold headings too."""
    columns = [column.index for column in table.columns]
    keys = list(table.keys.values())
    for row in range(table.header + 1, len(sheet.rows)):
        texts = [
            value for c in columns if isinstance(value := sheet.at(row, c), str) and not is_figure(value)
        ]
        named = [value for c in keys if isinstance(value := sheet.at(row, c), str)]
        if any(map(words.column_role, [*texts, *named])) or any(_names_column(text) for text in texts):
            yield row


def _names_column(text: str) -> bool:
    h = heading(0, text)
    return bool(h.week or h.code or h.party or h.area)


def _repeats(sheet: Sheet, table: Table, row: int) -> bool:
    columns = [*table.keys.values(), *(column.index for column in table.columns)]
    return all(sheet.at(row, c) == sheet.at(table.header, c) for c in columns)


def _first_table(sheet: Sheet, start: int, said: Context) -> Table | None:
    """The first table from a row on. Sure fits anywhere come before doubtful ones."""
    filled = (row for row in range(start, len(sheet.rows)) if any(not blank(v) for v in sheet.rows[row]))
    rows = list(itertools.islice(filled, _HEADER_ROWS))
    read = {row: _flat(sheet, row) for row in rows}
    for sure in (True, False):
        for row, layout in itertools.product(rows, layouts()):
            if len(read[row]) and (table := _fit(sheet, range(start, row), read[row], layout, sure, said)):
                return table
    return None


def _flat(sheet: Sheet, row: int, above: Above | None = None) -> list[Heading]:
    """The headings of a row, those of the row above where its own cells are blank included."""
    own = headings(sheet, row)
    if row == 0 or not own or above is not None:
        return own
    taken = {h.column for h in own}
    upper = [h for h in headings(sheet, row - 1) if h.column not in taken and len(h.text) < 40]
    first, last = own[0].column, own[-1].column
    return sorted(
        [
            *own,
            *(
                h
                for h in upper
                if _labels(h) or (first < h.column and (h.code or h.adds or h.derived) and h.column > last)
            ),
        ],
        key=lambda h: h.column,
    )


def _labels(h: Heading) -> bool:
    return h.role in ("area", "year", "week", "date", "category", "party", "source") and not h.code


def _fit(
    sheet: Sheet, above: range, found: list[Heading], layout: Layout, sure: bool, said: Context
) -> Table | None:
    """The table whose headings were found in the row after those above it, if they make this layout."""
    row = above.stop
    figures = figure_columns(sheet, row, found, layout, sure)
    if not figures or are_months(figures) or headed_below(sheet, row, figures):
        return None
    upper = facts_above(sheet, row, [h.column for h in figures], above.start)
    if layout.columns == "week":
        upper.unclear.clear()  # what stands above a week is a remark: "Höstlov"
    figures = [h for h in figures if h.column not in upper.derived | upper.sums | set(upper.unclear)]
    titles = [n for n in above if n not in upper.rows]
    context = of_lines(sheet, titles).else_of(said)
    given = context.states() | upper.stated() | _said_by_each(figures)
    if not figures or (layout.columns == "count" and _names_categories(found, upper)):
        return None
    keys = key_columns(sheet, row, found, layout, figures, given, sure)
    if keys is None or not is_filled(sheet, row, [h.column for h in figures]):
        return None
    return _table(sheet, row, found, figures, layout, upper, titles, context, keys)


def _table(
    sheet: Sheet,
    row: int,
    found: list[Heading],
    figures: list[Heading],
    layout: Layout,
    upper: Above,
    titles: list[int],
    context: Context,
    keys: dict[str, int],
) -> Table:
    """The parts put together."""
    used = {h.column for h in figures} | set(keys.values())
    rest = [h for h in found if h.column not in used]
    sums, unread, doubtful = other_columns(sheet, row, rest, figures, layout)
    others = [h for h in found if h not in figures]
    return Table(
        layout="weeks_across" if "week" in upper.stated() | _said_by_each(figures) else layout.name,
        header=row,
        last=len(sheet.rows),
        keys=keys,
        columns=columns_of(row, figures, layout, upper),
        sums=tuple(sorted({*sums, *upper.sums} - set(keys.values()))),
        running=tuple(h.column for h in others if words.is_running(h.text)),
        unread=tuple(unread),
        doubtful=tuple(doubtful),
        unclear=_unclear(others, unread, layout),
        vague=tuple(sorted(set(upper.unclear.values()))),
        years=title_years(sheet, titles, set(), [h for h in others if not h.derived]),
        titles=tuple(titles),
        derived=derived_title(sheet, titles),
        months=layout.columns == "week" and could_be_months(sheet, row, figures),
        context=context,
        left=min(used),
        right=max(h.column for h in found) + 1,
    )


def _said_by_each(figures: list[Heading]) -> frozenset[str]:
    """What every heading says besides, as "Stöld v. 43" does."""
    return frozenset.intersection(*(frozenset(h.parts) for h in figures)) if figures else frozenset()


def _unclear(others: list[Heading], unread: Iterable[int], layout: Layout) -> tuple[int, ...]:
    """Where years stand across: the columns with plain words, which could be years of another kind."""
    return tuple(h.column for h in others if layout.columns == "year" and h.column in unread and h.plain_text)


def _names_categories(found: list[Heading], upper: Above) -> bool:
    """Whether other columns than those of counts are named after categories."""
    others = {h.code for h in found if h.code and h.role != "count"}
    grouped = any("category" in facts for facts in upper.facts.values())
    return bool(others - {"total"} if grouped else others)
