"""Formulas without a stored value: computed where they are plain sums of read counts, else named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.grid import Place, place
from etl.notes import Notes
from etl.problems import WARNING

if TYPE_CHECKING:
    from etl.clean import Cleaned

_CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_TERM = rf"{_CELL}(?::{_CELL})?"
# SUM(B3:C3), (B3+C3) and B3, which may be added to one another.
_ADDED = rf"(?:SUM\(\s*{_TERM}(?:\s*[,;]\s*{_TERM})*\s*\)|\(\s*{_CELL}(?:\s*\+\s*{_CELL})*\s*\)|{_CELL})"
_SUM = re.compile(rf"=\s*\+?\s*({_ADDED}(?:\s*\+\s*{_ADDED})*)", re.I)
_MOST = 10_000


def compute(notes: Notes, cleaned: Cleaned, wanted: set[Place]) -> None:
    """Put the computed counts among the read ones; of the wanted cells, what cannot be computed is said."""
    waiting = {
        where: terms(formula)
        for cell, formula in notes.sheet.formulas.items()
        if (where := place(cell)) not in cleaned.counts
    }
    computed = True
    while computed:
        computed = False
        for where, parts in list(waiting.items()):
            if parts and all(part in cleaned.counts for part in parts):
                cleaned.counts[where] = sum(cleaned.counts[part] for part in parts)
                notes.mark(where, "count")
                del waiting[where]
                computed = True
    for where in sorted(wanted & waiting.keys()):
        notes.say(WARNING, "formula_without_value", where)


def terms(formula: str) -> list[Place]:
    """The cells that a plain sum adds; [] for any other formula."""
    found = _SUM.fullmatch(formula.strip())
    if not found:
        return []
    places: list[Place] = []
    for term in re.split(r"[,;+]", re.sub(r"SUM\(|[()]", "", found[1].upper())):
        first, _, last = term.strip().partition(":")
        (top, left), (bottom, right) = place(first), place(last or first)
        if (bottom - top + 1) * (right - left + 1) > _MOST:
            return []
        places += [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    return places
