"""Tables as a workbook: a sheet per table, and a sheet that says what was taken out, from where and when."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from crimestats.charts.model import Table
from crimestats.i18n import texts

_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\']")
_NAME_LENGTH, _WIDEST = 31, 60


def tables_xlsx(tables: Sequence[Table], about: Sequence[tuple[str, str]], lang: str = "sv") -> bytes:
    """A workbook.

    Args:
        tables: one sheet each, named by its caption.
        about: label and text for the sheet ``Om uttaget``: source, period, as known when, whether samples.
    """
    book = Workbook()
    book.remove(book.active)
    names: set[str] = set()
    for table in tables:
        _fill(book.create_sheet(_name(table.caption, names)), table)
    sheet = book.create_sheet(_name(texts(lang)("report.about.title"), names))
    for n, (label, text) in enumerate(about, 1):
        _write(sheet.cell(n, 1), label)
        _write(sheet.cell(n, 2), text)
        sheet.cell(n, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 24, _WIDEST
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    for column, head in enumerate(table.columns, 1):
        _write(sheet.cell(1, column), head)
        sheet.cell(1, column).font = Font(bold=True)
    for n, row in enumerate(table.numbers or table.rows, 2):
        for column, value in enumerate(row, 1):
            _write(sheet.cell(n, column), value)
    for column, head in enumerate(table.columns):
        longest = max([len(head), *(len(row[column]) for row in table.rows)])
        sheet.column_dimensions[get_column_letter(column + 1)].width = min(longest + 2, _WIDEST)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _write(cell: Cell, value: object) -> None:
    """Numbers as numbers, all else as text: a string is never a formula, whatever it starts with."""
    if value is None:
        return
    if isinstance(value, int | float) and not isinstance(value, bool):
        cell.value = value
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    cell.data_type = "s"


def _name(caption: str, taken: set[str]) -> str:
    """A sheet name that Excel accepts and no other sheet has."""
    base = _NOT_IN_NAME.sub(" ", caption).strip()[:_NAME_LENGTH] or "Blad"
    name, n = base, 2
    while name.casefold() in taken:
        name, n = f"{base[: _NAME_LENGTH - 4]} ({n})", n + 1
    taken.add(name.casefold())
    return name
