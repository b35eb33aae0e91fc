"""Tables side by side: a sheet is cut between them where each part is a table with labels of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from etl.grid import Sheet, blank
from etl.layouts import words

_MOST = 12
_LOOKED_AT = 60
_LABELS = ("week", "category", "date", "area")


def views(sheet: Sheet, is_table: Callable[[Sheet], bool]) -> list[Sheet]:
    """The parts of a sheet, left to right, all other columns blank in each; the sheet when it is one."""
    parts: list[Sheet] = []
    rest, left = sheet, 0
    for cut in _cuts(sheet):
        if cut <= left:
            continue
        one, other = _only(sheet, left, cut), _only(sheet, cut, sheet.width)
        if is_table(one) and is_table(other):
            parts.append(one)
            rest, left = other, cut
    return [*parts, rest] if parts else [sheet]


def _cuts(sheet: Sheet) -> list[int]:
    """Columns at which a table may begin: after a blank one, or where a row names its labels again."""
    filled = [False] * sheet.width
    for values in sheet.rows:
        for column, value in enumerate(values):
            filled[column] = filled[column] or not blank(value)
    cuts = {c for c in range(1, sheet.width) if filled[c] and not filled[c - 1] and any(filled[:c])}
    for row in range(min(_LOOKED_AT, len(sheet.rows))):
        seen: dict[str, str] = {}
        for column, value in enumerate(sheet.rows[row]):
            text = value.strip() if isinstance(value, str) else ""
            role = words.column_role(text)
            if role in _LABELS and seen.setdefault(role, text) == text:
                cuts.add(column)
        first = next((c for c, value in enumerate(sheet.rows[row]) if not blank(value)), 0)
        cuts.discard(first)
    return sorted(cuts)[:_MOST]


def _only(sheet: Sheet, left: int, right: int) -> Sheet:
    rows = [[value if left <= c < right else None for c, value in enumerate(values)] for values in sheet.rows]
    return replace(sheet, rows=rows)
