"""The marked workbook: the sender's own, cells coloured and commented, a list of corrections in front."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.reader import excel
from openpyxl.utils import get_column_letter

from etl.marking.corrections import add_corrections, without_corrections
from etl.marking.lost import counted, kept, lost
from etl.marking.marks import Marks
from etl.marking.paint import paint, unpaint
from etl.marking.plain_text import write
from etl.marking.save import saved
from etl.readers.__main__ import read
from etl.readers.inspection import inspect
from etl.readers.refused import Limits

_MOST_FIGURES = 15


def marked(kind: str, data: bytes, marks: Marks, limits: Limits) -> tuple[bytes, list[str]]:
    """The workbook's bytes, and the kinds of content that the original has and the copy lacks.

    Raises:
        Refused: as the readers do.
    """
    if kind == "workbook":
        inspect(data, limits)
        before = counted(data)
        book = loaded(data)
    else:
        before = Counter()
        book = _built(read(kind, data, limits), marks)
    without_corrections(book, marks.own_titles)
    unpaint(book)
    paint(book, marks)
    missing = lost(before, kept(book))
    add_corrections(book, marks, missing)
    return saved(book), missing


def loaded(data: bytes) -> Workbook:
    """The workbook with all that openpyxl can carry; charts and pivots it chokes on are left out."""
    try:
        reader = excel.ExcelReader(io.BytesIO(data), rich_text=True)
        reader.read()
    except Exception:
        from etl.readers.workbook import load_cells

        return load_cells(data, values=False)
    return reader.wb


def _built(plain: dict[str, Any], marks: Marks) -> Workbook:
    """A workbook with the same cells at the same places, of a file that is none."""
    book = Workbook()
    book.remove(book.active)
    for n, sheet in enumerate(plain["sheets"], 1):
        target = book.create_sheet(sheet["name"] or marks.words["text_sheet"].format(n=n))
        for r, row in enumerate(sheet["rows"], 1):
            for c, value in enumerate(row, 1):
                if value is not None and value != "":
                    _put(target.cell(r, c), value)
        for cell, formula in sheet.get("formulas", {}).items():
            target[cell] = formula
        _dress(target, sheet)
    return book


def _put(cell: Any, value: Any) -> None:
    """A text file's plain figures become numbers, so that Excel can count with them; all else stays."""
    if isinstance(value, dict):
        cell.value = date.fromisoformat(value["d"])
        cell.number_format = "yyyy-mm-dd"
    elif not isinstance(value, str):
        cell.value = value
    elif value.isascii() and value.isdigit() and len(value) <= _MOST_FIGURES and str(int(value)) == value:
        cell.value = int(value)
    else:
        write(cell, value)


def _dress(target: Any, sheet: dict[str, Any]) -> None:
    """Widths by content; what was hidden stays hidden; merges as they were."""
    widths: dict[int, int] = {}
    for row in sheet["rows"]:
        for c, value in enumerate(row, 1):
            widths[c] = max(widths.get(c, 0), min(len(str(value if value is not None else "")), 40))
    for c, width in widths.items():
        target.column_dimensions[get_column_letter(c)].width = max(9, width + 2)
    for row in sheet.get("hidden_rows", ()):
        target.row_dimensions[row + 1].hidden = True
    for column in sheet.get("hidden_columns", ()):
        target.column_dimensions[get_column_letter(column + 1)].hidden = True
    for top, left, bottom, right in sheet.get("merges", ()):
        if (top, left) != (bottom, right):
            target.merge_cells(None, top + 1, left + 1, bottom + 1, right + 1)
    if sheet.get("hidden"):
        target.sheet_state = "hidden"
