"""Old Excel workbooks (.xls) through xlrd: values, comments, merges, and what is hidden.

xlrd and not a faster reader: it tells hidden rows, columns and sheets and comments, and is plain Python, so
a file made to harm ends in an exception.
"""

from __future__ import annotations

import io
from typing import Any

import xlrd
from xlrd.sheet import Cell, Sheet

from etl.readers.inspection import MAX_SHEETS
from etl.readers.refused import MAX_TEXT, Limits, Refused
from etl.readers.xls_beside import properties, texts_beside


def read_xls(data: bytes, limits: Limits) -> dict[str, Any]:
    """Every sheet as rows of plain values, and the texts that stand beside the cells.

    Raises:
        Refused: ``file_encrypted``, ``file_unknown``, ``file_broken``, ``too_many_sheets``,
            ``too_many_cells``, ``cell_too_long``.
    """
    book = _opened(data)
    if book.nsheets > MAX_SHEETS:
        raise Refused("too_many_sheets")
    left, sheets = limits.max_cells, []
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        left -= sheet.nrows + sum(map(len, sheet._cell_values))
        if left < 0:
            raise Refused("too_many_cells", sheet=sheet.name)
        sheets.append(_sheet(book, sheet))
        book.unload_sheet(number)
    texts, authors = properties(data)
    # What a name stands for is searched record by record (xls_beside).
    names = {f"name:{name.name}": name.name for name in book.name_obj_list if name.name}
    return {
        "sheets": sheets,
        "texts": texts | names,
        "beside": texts_beside(data),
        "authors": authors or bool(book.user_name.strip()),
    }


def _opened(data: bytes) -> xlrd.Book:
    try:
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as fault:
        told = {"encrypted": "file_encrypted", "find workbook": "file_unknown"}
        code = next((code for words, code in told.items() if words in str(fault)), "file_broken")
        raise Refused(code) from fault


def _sheet(book: xlrd.Book, sheet: Sheet) -> dict[str, Any]:
    rows = [
        [_plain(book, sheet, row, column) for column in range(sheet.row_len(row))]
        for row in range(sheet.nrows)
    ]
    while rows and all(value is None for value in rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    columns = (column for column, info in sheet.colinfo_map.items() if info.hidden and column < width)
    return {
        "name": sheet.name,
        "rows": rows,
        "comments": {
            xlrd.cellname(*place): f"{note.author or ''}\n{note.text or ''}"
            for place, note in sheet.cell_note_map.items()
        },
        "merges": [
            [top, left, min(bottom, len(rows)) - 1, min(right, width) - 1]
            for top, bottom, left, right in sheet.merged_cells
            if top < len(rows) and left < width
        ],
        "hidden": sheet.visibility != 0,
        "hidden_rows": sorted(
            row for row, info in sheet.rowinfo_map.items() if info.hidden and row < len(rows)
        ),
        "hidden_columns": sorted(columns),
    }


def _plain(book: xlrd.Book, sheet: Sheet, row: int, column: int) -> object:
    """A value that JSON carries: dates marked as such, errors by their text, whole numbers whole."""
    cell: Cell = sheet.cell(row, column)
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _date(book, cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return int(cell.value) if cell.value.is_integer() and abs(cell.value) < 1e15 else cell.value
    if len(cell.value) > MAX_TEXT:
        raise Refused("cell_too_long", sheet=sheet.name, cell=xlrd.cellname(row, column))
    return str(cell.value) or None


def _date(book: xlrd.Book, value: float) -> object:
    try:
        return {"d": xlrd.xldate_as_datetime(value, book.datemode).date().isoformat()}
    except (ValueError, OverflowError):
        return value
