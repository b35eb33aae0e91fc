"""Saves a workbook in memory alone: openpyxl writes every sheet to a file in passing, which ours may not."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _Writer(ExcelWriter):  # type: ignore[misc]
    def write_worksheet(self, sheet: Any) -> None:
        """As openpyxl 3.1.5 does it, with the sheet's XML kept in memory."""
        sheet._drawing = SpreadsheetDrawing()
        sheet._drawing.charts, sheet._drawing.images = sheet._charts, sheet._images
        out = io.BytesIO()
        writer = WorksheetWriter(sheet, out)
        writer.write()
        sheet._rels = writer._rels
        self._archive.writestr(sheet.path[1:], out.getvalue())
        self.manifest.append(sheet)


def saved(book: Workbook) -> bytes:
    """The workbook's bytes. Excel computes every formula anew when it opens them."""
    book.calculation.fullCalcOnLoad = True
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _Writer(book, archive).write_data()
    return out.getvalue()
