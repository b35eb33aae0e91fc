"""The first sheet, Rättningar: one line per problem, with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from etl.marking.marks import Mark, Marks
from etl.marking.paint import LOOKS, sheet_of
from etl.marking.plain_text import write

_WIDTHS = {"A": 12, "B": 22, "C": 12, "D": 60, "E": 60}
_HEADINGS = ("kind", "sheet", "cell", "wrong", "remedy")
_MOST_LINES = 5_000
_WRAPPED = Alignment(wrap_text=True, vertical="top")


def without_corrections(book: Workbook, own_titles: Sequence[str]) -> None:
    """Remove the list of an earlier round; it is known by its first line."""
    for sheet in list(book.worksheets):
        if str(sheet["A1"].value or "").startswith(tuple(own_titles)) and len(book.worksheets) > 1:
            book.remove(sheet)


def add_corrections(book: Workbook, marks: Marks, missing: Sequence[str]) -> None:
    """Put the list in front of all sheets and show it first."""
    words = marks.words
    sheet = book.create_sheet(_free_name(book, words["sheet"]), 0)
    write(sheet["A1"], words["title"])
    sheet["A1"].font = Font(bold=True, size=16)
    lines = [
        words["summary"],
        words["looks"],
        *(f"{words['lost']} {words[f'lost_{kind}']}" for kind in missing),
    ]
    for n, line in enumerate(lines, 2):
        write(sheet.cell(n, 1), line)
    head = len(lines) + 3
    for column, name in enumerate(_HEADINGS, 1):
        write(sheet.cell(head, column), words[f"head_{name}"])
        sheet.cell(head, column).font = Font(bold=True)
    for n, mark in enumerate(marks.marks[:_MOST_LINES], head + 1):
        _line(book, sheet, n, mark)
    last = head + min(len(marks.marks), _MOST_LINES)
    if len(marks.marks) > _MOST_LINES:
        last += 1
        write(sheet.cell(last, 1), words["more"])
    _dress(book, sheet, head, last)


def _line(book: Workbook, sheet: Any, row: int, mark: Mark) -> None:
    target = sheet_of(book, mark.sheet) if mark.sheet else _only(book, sheet)
    name = mark.sheet or (target.title if target is not None else "")
    for column, text in enumerate((mark.kind, name, mark.cell or mark.place, mark.wrong, mark.remedy), 1):
        cell = sheet.cell(row, column)
        write(cell, text)
        cell.alignment = _WRAPPED
    sheet.cell(row, 1).fill = PatternFill("solid", fgColor=LOOKS[mark.level][0])
    if target is not None and mark.cell:
        quoted = target.title.replace("'", "''")
        link = sheet.cell(row, 3)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{quoted}'!{mark.cell}")
        link.font = Font(underline="single", color="0B5563")


def _only(book: Workbook, corrections: Any) -> Any:
    """A text file's one sheet."""
    others = [sheet for sheet in book.worksheets if sheet is not corrections]
    return others[0] if len(others) == 1 else None


def _dress(book: Workbook, sheet: Any, head: int, last: int) -> None:
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    sheet.auto_filter.ref = f"A{head}:E{max(last, head)}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def _free_name(book: Workbook, wanted: str) -> str:
    taken = {sheet.title.casefold() for sheet in book._sheets}
    name, n = wanted, 2
    while name.casefold() in taken:
        name, n = f"{wanted} ({n})", n + 1
    return name
