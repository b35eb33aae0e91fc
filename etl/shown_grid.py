"""A sheet as the screen shows it: the upper left part of it, and the surroundings of every problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from etl.grid import Place, Sheet, address, place, shown
from etl.problems import Problem
from etl.read import SheetReading

# So many rows and columns are shown from the top and left; around problems further out, so many more.
_FIRST_ROWS, _FIRST_COLUMNS = 60, 40
_MORE_ROWS, _MORE_COLUMNS = 60, 40
_LONGEST = 80
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


def grid_json(one: SheetReading, problems: Iterable[Problem], around: Iterable[str] = ()) -> dict[str, Any]:
    """Text and role of every shown cell (roles: docs/uploading.md); ``row_numbers`` and ``columns`` say where
    they stand, with gaps where rows or columns are left out (``truncated``). ``around``: ``sheet!cell`` of
    cells that must be among them."""
    sheet = one.sheet
    asked = [tuple(name.rpartition("!")[::2]) for name in around]
    told = [(p.sheet, p.cell) for p in problems]
    at = [place(cell) for name, cell in [*asked, *told] if name == sheet.name and _ADDRESS.fullmatch(cell)]
    rows = _chosen(len(sheet.rows), {r for r, _ in at}, _FIRST_ROWS, _MORE_ROWS)
    columns = _chosen(sheet.width, {c for _, c in at}, _FIRST_COLUMNS, _MORE_COLUMNS)
    return {
        "sheet": sheet.name,
        "rows": [[_cell(one, sheet, (r, c)) for c in columns] for r in rows],
        "row_numbers": [r + 1 for r in rows],
        "columns": [address(0, c)[:-1] for c in columns],
        "truncated": len(rows) < len(sheet.rows) or len(columns) < sheet.width,
    }


def _chosen(size: int, wanted: Iterable[int], first: int, more: int) -> list[int]:
    """The first ones, and those wanted with a neighbour on each side while there is room."""
    chosen = set(range(min(size, first)))
    for one in sorted(wanted):
        near = {n for n in (one - 1, one, one + 1) if 0 <= n < size}
        if len(chosen | near) > first + more:
            break
        chosen |= near
    return sorted(chosen)


def _cell(one: SheetReading, sheet: Sheet, at: Place) -> dict[str, str]:
    text = shown(sheet.at(*at)) or sheet.formulas.get(address(*at), "")
    return {"text": text[:_LONGEST], "role": one.roles.get(at, "ignored" if text.strip() else "")}
