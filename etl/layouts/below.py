"""What stands in a column below a heading row."""

from __future__ import annotations

from etl import cells
from etl.grid import Sheet, Value, blank, shown
from etl.layouts.headings import label_at

_SAMPLE_ROWS = 60


def texts_below(sheet: Sheet, row: int, column: int) -> list[str]:
    """The filled cells of the next rows, as text."""
    rows = range(row + 1, min(row + 1 + _SAMPLE_ROWS, len(sheet.rows)))
    return [shown(value).strip() for n in rows if not blank(value := label_at(sheet, n, column))]


def holds_text(sheet: Sheet, row: int, column: int | None) -> bool:
    """Whether some cell below has letters in it."""
    return column is not None and any(any(map(str.isalpha, text)) for text in texts_below(sheet, row, column))


def has_figures(sheet: Sheet, row: int, column: int) -> bool:
    """Whether some cell below, however far, is a figure."""
    last = sheet.last_figures.get(column)
    if last is None:  # looked for once for each column: headings are tried by the hundred
        below = (n for n in range(len(sheet.rows) - 1, -1, -1) if is_figure(sheet.at(n, column)))
        last = sheet.last_figures[column] = next(below, -1)
    return last > row


def is_filled(sheet: Sheet, row: int, columns: list[int]) -> bool:
    """Whether anything at all stands below in these columns."""
    rows = range(row + 1, len(sheet.rows))
    return bool(sheet.formulas) or any(not blank(sheet.at(n, column)) for n in rows for column in columns)


def is_figure(value: Value) -> bool:
    """A count, or a number that is none; years are no figures."""
    read = cells.read_count(value)
    figure = read.count is not None or read.fault in ("count_fraction", "count_negative")
    return figure and cells.read_year(value) is None
