"""Excel workbooks through openpyxl in full: values, uncomputed formulas, comments, merges, what is hidden."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from openpyxl.reader import excel
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from etl.readers.inspection import inspect
from etl.readers.refused import MAX_TEXT, Limits, Refused


def read_workbook(data: bytes, limits: Limits) -> dict[str, Any]:
    """Every sheet as rows of plain values, and the texts that stand beside the cells.

    Raises:
        Refused: see :func:`etl.readers.inspection.inspect`; ``cell_too_long`` and ``too_many_cells`` too.
    """
    contents = inspect(data, limits)
    book = load_cells(data, values=True)
    if not book.worksheets:
        raise Refused("file_broken")
    written = load_cells(data, values=False) if contents.formulas else None
    left = limits.max_cells
    sheets = []
    for sheet in book.worksheets:
        height, width = _extent(sheet)
        left -= height * width
        if left < 0:
            raise Refused("too_many_cells", sheet=sheet.title, cell=f"{get_column_letter(width)}{height}")
        sheets.append(_sheet(sheet, written[sheet.title] if written else None, height, width))
    return {
        "sheets": sheets,
        "texts": _texts(book),
        "beside": contents.beside,
        "authors": _authors(book) or contents.persons,
        "macros": contents.macros,
    }


def load_cells(data: bytes, *, values: bool) -> Workbook:
    """The workbook's cells. Charts and pivots are not built: those openpyxl cannot read would stop it."""
    held = excel.find_images, excel.TableDefinition
    excel.find_images, excel.TableDefinition = _nothing_drawn, _NoPivot
    try:
        reader = _CellReader(io.BytesIO(data), data_only=values)
        reader.read()
    finally:
        excel.find_images, excel.TableDefinition = held
    return reader.wb


class _CellReader(excel.ExcelReader):  # type: ignore[misc]
    def read_workbook(self) -> None:
        super().read_workbook()
        self.parser.caches = []


class _NoPivot:
    rel_type = "no relation has this type"


def _nothing_drawn(*_: object) -> tuple[list[object], list[object]]:
    return [], []


def _extent(sheet: Worksheet) -> tuple[int, int]:
    """Rows and columns up to the last cell that holds something; formats alone reach too far."""
    used = [place for place, cell in sheet._cells.items() if cell.value is not None or cell.comment]
    return max((row for row, _ in used), default=0), max((column for _, column in used), default=0)


def _sheet(sheet: Worksheet, written: Worksheet | None, height: int, width: int) -> dict[str, Any]:
    rows: list[list[Any]] = [[None] * width for _ in range(height)]
    comments, formulas = {}, {}
    for (row, column), cell in sheet._cells.items():
        if cell.comment is not None:
            comments[cell.coordinate] = f"{cell.comment.author or ''}\n{cell.comment.text or ''}"
        if cell.value is not None:
            rows[row - 1][column - 1] = _plain(cell.value, sheet.title, cell.coordinate)
        elif written and (formula := _formula(written, row, column)):
            formulas[cell.coordinate] = formula
    return {
        "name": sheet.title,
        "rows": rows,
        "formulas": formulas,
        "comments": comments,
        "merges": [
            [m.min_row - 1, m.min_col - 1, min(m.max_row, height) - 1, min(m.max_col, width) - 1]
            for m in sheet.merged_cells.ranges
        ],
        "hidden": sheet.sheet_state != "visible",
        "hidden_rows": [n - 1 for n, row in sheet.row_dimensions.items() if row.hidden and n <= height],
        "hidden_columns": _hidden_columns(sheet, width),
        "edges": _edges(sheet),
    }


def _plain(value: object, sheet: str, cell: str) -> object:
    """A value that JSON carries: dates marked as such, all other strange things as text."""
    if isinstance(value, datetime):
        return {"d": value.date().isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    if isinstance(value, (bool, int, float)):
        return value
    text = str(value)
    if len(text) > MAX_TEXT:
        raise Refused("cell_too_long", sheet=sheet, cell=cell)
    return text


def _formula(written: Worksheet, row: int, column: int) -> str:
    cell = written._cells.get((row, column))
    if cell is None or cell.data_type != "f":
        return ""
    return str(getattr(cell.value, "text", cell.value) or "")


def _hidden_columns(sheet: Worksheet, width: int) -> list[int]:
    # One byte per column: thousands of overlapping spans cost nothing.
    hidden = bytearray(width)
    for dimension in sheet.column_dimensions.values():
        first, last = (dimension.min or 1) - 1, min(dimension.max or dimension.min or 0, width)
        if dimension.hidden and first < last:
            hidden[first:last] = b"\1" * (last - first)
    return [column for column, is_hidden in enumerate(hidden) if is_hidden]


def _edges(sheet: Worksheet) -> list[str]:
    """The texts of headers and footers on paper."""
    edges = (
        getattr(sheet, name)
        for name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
    )
    parts = (part.text for edge in edges for part in (edge.left, edge.center, edge.right))
    return [str(text) for text in parts if text]


def _texts(book: Workbook) -> dict[str, str]:
    """Texts of the whole workbook that could hold personal data: properties and defined names."""
    names = ("title", "subject", "description", "keywords", "category", "contentStatus", "identifier")
    texts = {f"property:{name}": str(getattr(book.properties, name) or "") for name in names}
    for custom in book.custom_doc_props.props:
        texts[f"property:{custom.name}"] = f"{custom.name} {custom.value}"
    for name, defined in book.defined_names.items():
        texts[f"name:{name}"] = f"{name} {defined.attr_text or ''}"
    for sheet in book.worksheets:
        for name, defined in sheet.defined_names.items():
            texts[f"name:{name}"] = f"{name} {defined.attr_text or ''}"
    return {place: text for place, text in texts.items() if text.strip()}


def _authors(book: Workbook) -> bool:
    """Whether the workbook names who wrote it."""
    return bool(book.properties.creator or book.properties.lastModifiedBy)
