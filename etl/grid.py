"""What a reader hands over: a workbook as sheets of plain values, whatever the file's format was."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

Value = str | int | float | bool | date | None
# Row and column, both from 0.
Place = tuple[int, int]
_LONGEST = 300
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")


@dataclass(frozen=True)
class Sheet:
    """One sheet; text files have a single one named "".

    Attributes:
        rows: values by position; rows may differ in length.
        formulas: of the cells that hold a formula but no stored value, by address.
        comments: by address; edges: texts of headers and footers on paper.
        merges: first row, first column, last row, last column.
    """

    name: str
    rows: list[list[Value]]
    formulas: Mapping[str, str] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    edges: tuple[str, ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def at(self, row: int, column: int) -> Value:
        """The value at a place; None outside the sheet."""
        values = self.rows[row] if 0 <= row < len(self.rows) else []
        return values[column] if 0 <= column < len(values) else None

    @cached_property
    def spread(self) -> dict[Place, Place]:
        """Places inside an upright merge → the one at its top, which holds their common label."""
        return {
            (row, left): (top, left)
            for top, left, bottom, right in self.merges
            if left == right
            for row in range(top + 1, bottom + 1)
        }

    @cached_property
    def last_figures(self) -> dict[int, int]:
        """Column → the last row with a figure (-1 for none), of those that were asked for."""
        return {}

    @cached_property
    def merged(self) -> frozenset[Place]:
        """The places at which merges start."""
        return frozenset((top, left) for top, left, _, _ in self.merges)

    @cached_property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True)
class Workbook:
    """A read file.

    Attributes:
        texts: beside the cells (properties, defined names), by place.
        beside: all others (text boxes, charts, links …) that could hold personal data: sheet, place, text.
        authors: it names its makers.
    """

    sheets: list[Sheet]
    texts: Mapping[str, str] = field(default_factory=dict)
    beside: tuple[tuple[str, str, str], ...] = ()
    authors: bool = False
    macros: bool = False


def clipped(sheet: Sheet) -> Sheet:
    """The sheet without the far end of long texts: no label or count is that long, so searches stay quick."""
    if not any(isinstance(value, str) and len(value) > _LONGEST for row in sheet.rows for value in row):
        return sheet
    rows = [[value[:_LONGEST] if isinstance(value, str) else value for value in row] for row in sheet.rows]
    return replace(sheet, rows=rows)


def workbook(plain: Mapping[str, Any]) -> Workbook:
    """The workbook that a reader child printed."""
    return Workbook(
        sheets=[_sheet(sheet) for sheet in plain["sheets"]],
        texts=plain.get("texts", {}),
        beside=tuple(tuple(text) for text in plain.get("beside", ())),
        authors=plain.get("authors", False),
        macros=plain.get("macros", False),
    )


def _sheet(plain: Mapping[str, Any]) -> Sheet:
    return Sheet(
        name=plain["name"],
        rows=[[_value(value) for value in row] for row in plain["rows"]],
        formulas=plain.get("formulas", {}),
        comments=plain.get("comments", {}),
        edges=tuple(plain.get("edges", ())),
        merges=tuple(tuple(merge) for merge in plain.get("merges", ())),
        hidden=plain.get("hidden", False),
        hidden_rows=frozenset(plain.get("hidden_rows", ())),
        hidden_columns=frozenset(plain.get("hidden_columns", ())),
    )


def _value(plain: Any) -> Value:
    if isinstance(plain, dict):
        return date.fromisoformat(plain["d"])
    # Macs write "å" as an "a" and a ring: it looks the same and is the same.
    return plain if not isinstance(plain, str) or plain.isascii() else unicodedata.normalize("NFC", plain)


def address(row: int, column: int) -> str:
    """``(4, 2)`` → ``C5``."""
    letters, number = "", column + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def place(cell: str) -> Place:
    """``C5`` or ``$C$5`` → ``(4, 2)``.

    Raises:
        ValueError: when the text is no address.
    """
    found = _ADDRESS.fullmatch(cell)
    if not found:
        raise ValueError(cell)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def shown(value: Value) -> str:
    """A value as text, as one would type it: whole numbers without a decimal point, dates as ISO."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def blank(value: Value) -> bool:
    """Whether a cell says nothing at all."""
    return value is None or (isinstance(value, str) and not value.strip())
