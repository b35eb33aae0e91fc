"""Writes a text into a cell so that it stays a text."""

from __future__ import annotations

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell


def write(cell: Cell, text: str) -> None:
    """Text as text: never a formula, whatever it starts with, and not when someone edits it either."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@", "\t", "\r"))
