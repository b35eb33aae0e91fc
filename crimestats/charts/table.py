"""A chart's data as a real HTML table: what one who cannot see the chart reads, and everyone can copy."""

from __future__ import annotations

from html import escape

from crimestats.charts.model import Table
from crimestats.i18n import texts


def html_table(table: Table, *, lang: str = "sv") -> str:
    """The table with caption and scoped heads, all text escaped; a missing number says so.

    Classes for the style sheet: ``data`` on the table, ``number`` on cells to align right.
    """
    numeric = _numeric_columns(table)
    heads = "".join(_head(name, n in numeric) for n, name in enumerate(table.columns))
    rows = "".join(_row(table, n, numeric, lang) for n in range(len(table.rows)))
    caption = f"<caption>{escape(table.caption)}</caption>"
    return f'<table class="data">{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _numeric_columns(table: Table) -> frozenset[int]:
    """The columns whose raw values are never text; the first one names the row."""
    columns = range(1, len(table.columns))
    return frozenset(n for n in columns if not any(isinstance(row[n], str) for row in table.numbers))


def _head(name: str, number: bool) -> str:
    return f'<th scope="col"{_number(number)}>{escape(name)}</th>'


def _row(table: Table, n: int, numeric: frozenset[int], lang: str) -> str:
    first, *rest = table.rows[n]
    raw = table.numbers[n][1:] if table.numbers else tuple(rest)
    missing = f' title="{escape(texts(lang)("charts.missing"))}"'
    cells = (
        f"<td{_number(m in numeric)}{missing if raw[m - 1] is None else ''}>{escape(text)}</td>"
        for m, text in enumerate(rest, start=1)
    )
    return f'<tr><th scope="row">{escape(first)}</th>{"".join(cells)}</tr>'


def _number(number: bool) -> str:
    return ' class="number"' if number else ""
