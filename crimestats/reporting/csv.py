"""Tables as CSV for Swedish Excel: semicolon, decimal comma, UTF-8 with byte-order mark."""

from __future__ import annotations

import csv
import io

from crimestats.charts.model import Table

# A cell that starts with one of these may be run as a formula by a spreadsheet program.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: Table) -> bytes:
    """A table with its heads; raw numbers where the table keeps them, a missing value as an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([neutral(head) for head in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.numbers or table.rows)
    return out.getvalue().encode("utf-8-sig")


def neutral(text: str) -> str:
    """Text that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value) if isinstance(value, int) else neutral(str(value))
