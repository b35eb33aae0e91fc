"""What a corrected file has mended, what remains, and what is new: two readings' problems compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crimestats.i18n import Formats, texts

# A problem as ``read --json`` prints it.
Told = Mapping[str, Any]
# With one of these the rest of the file was not looked at.
_HID_THE_REST = ("personal_data", "file_", "too_many_", "cell_too_long", "extension_of_", "layout_unknown")


@dataclass(frozen=True)
class Mended:
    """``remaining`` are the problems as they are told now. ``first_look``: the earlier reading stopped at
    the door, so that what is new may have been there before."""

    mended: tuple[Told, ...]
    remaining: tuple[Told, ...]
    new: tuple[Told, ...]
    first_look: bool = False

    def as_json(self, lang: str = "sv") -> dict[str, Any]:
        """For ``--json``; ``message`` says it in a line."""
        parts = {name: list(getattr(self, name)) for name in ("mended", "remaining", "new")}
        return {**parts, "first_look": self.first_look, "message": self.message(lang)}

    def message(self, lang: str = "sv") -> str:
        """How many of each, in a line."""
        say, number = texts(lang), Formats(lang).number
        counts = {name: number(len(getattr(self, name))) for name in ("mended", "remaining", "new")}
        line = say("mended.summary", **counts)
        return f"{line} {say('mended.first_look')}" if self.first_look and self.new else line


def compare(before: Sequence[Told], after: Sequence[Told]) -> Mended:
    """Pair the problems of two readings: at the same cell, else of the same words where cells have moved.

    A text file has no sheet, the workbook that came back of it has one; so a sheet is compared only where
    both have it.
    """
    sheets = all(one["sheet"] for one in (*before, *after))
    pairs: dict[int, int] = {}
    for same in (_at_the_cell, _of_the_words):
        waiting: dict[tuple[Any, ...], list[int]] = {}
        for n, one in enumerate(before):
            if n not in pairs:
                waiting.setdefault(same(one, sheets), []).append(n)
        for m, one in enumerate(after):
            if m not in pairs.values() and (candidates := waiting.get(same(one, sheets))):
                pairs[candidates.pop(0)] = m
    remaining = set(pairs.values())
    return Mended(
        mended=tuple(one for n, one in enumerate(before) if n not in pairs),
        remaining=tuple(one for m, one in enumerate(after) if m in remaining),
        new=tuple(one for m, one in enumerate(after) if m not in remaining),
        first_look=any(one["level"] == "error" and one["code"].startswith(_HID_THE_REST) for one in before),
    )


def _at_the_cell(one: Told, sheets: bool) -> tuple[Any, ...]:
    return (one["code"], one["sheet"] if sheets else "", one["cell"])


def _of_the_words(one: Told, sheets: bool) -> tuple[Any, ...]:
    return (one["code"], one["sheet"] if sheets else "", one["message"])
