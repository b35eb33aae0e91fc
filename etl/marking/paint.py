"""Colours and comments on the faulty cells. The kind shows without colour too: in frame and first word."""

from __future__ import annotations

import re
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Border, PatternFill, Side

from etl.marking.marks import Mark, Marks

AUTHOR = "Lägesbild"
# Level → colour behind the cell, colour and line of its frame (docs/design.md: fault, question, muted).
LOOKS = {
    "error": ("FBEAE6", "A62C14", "thick"),
    "question": ("FDF3D6", "8F6A0C", "mediumDashed"),
    "warning": ("EEF1F2", "56616A", "dotted"),
}
_ORDER = ("error", "question", "warning")
# Each comment is a drawing of its own: beyond this many the list in front has to do.
_MOST_COMMENTS = 1_000
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_PARTING = "\n\n"


def paint(book: Workbook, marks: Marks) -> None:
    """Mark every cell once, in the look of its gravest problem, with all its problems in one comment."""
    by_cell: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks.marks:
        sheet = sheet_of(book, mark.sheet)
        if sheet is not None and _ADDRESS.fullmatch(mark.cell):
            by_cell.setdefault((sheet.title, mark.cell), []).append(mark)
    for n, ((sheet_name, address), found) in enumerate(by_cell.items()):
        cell = _visible(book[sheet_name], address)
        found.sort(key=lambda mark: _ORDER.index(mark.level))
        fill, line, style = LOOKS[found[0].level]
        side = Side(style=style, color=line)
        cell.fill = PatternFill("solid", fgColor=fill)
        cell.border = Border(left=side, right=side, top=side, bottom=side)
        if n < _MOST_COMMENTS:
            _comment(cell, found)


def sheet_of(book: Workbook, name: str) -> Any:
    """The sheet of a problem; a text file's only sheet for "", None where there is none of the name."""
    if not name:
        return book.worksheets[0] if len(book.worksheets) == 1 else None
    return next((sheet for sheet in book.worksheets if sheet.title == name), None)


def unpaint(book: Workbook) -> None:
    """Take the marks of an earlier round away, so that a mended cell is no longer coloured."""
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):
            if cell.comment is None or cell.comment.author != AUTHOR:
                continue
            theirs = cell.comment.text.partition(f"{_PARTING}{AUTHOR}: ")
            cell.comment = Comment(theirs[0], "") if theirs[1] else None
            if str(cell.fill.fgColor.rgb)[2:] in {look[0] for look in LOOKS.values()}:
                cell.fill, cell.border = PatternFill(), Border()


def _visible(sheet: Any, address: str) -> Any:
    """The cell itself, or the one that shows for it where cells are merged."""
    cell = sheet[address]
    if isinstance(cell, MergedCell):
        spans = (span for span in sheet.merged_cells.ranges if address in span)
        span = next(spans)
        cell = sheet.cell(span.min_row, span.min_col)
    return cell


def _comment(cell: Any, found: list[Mark]) -> None:
    """Our words below those that stood there before."""
    told = "\n".join(f"{mark.kind.upper()}: {mark.wrong} {mark.remedy}".strip() for mark in found)
    before = f"{cell.comment.text}{_PARTING}{AUTHOR}: " if cell.comment else ""
    cell.comment = Comment(ILLEGAL_CHARACTERS_RE.sub("", before + told), AUTHOR, height=140, width=320)
