"""The country's municipalities, by name (SCB's list): what is told of another one is not ours to judge."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_LIST = Path(__file__).with_name("municipalities.txt")
# Names that are also words of the language, or stand in other names.
_ALSO_WORDS = frozenset({"ale", "sala", "vara", "nora", "eda", "lund", "mark", "mora"})


@cache
def municipalities() -> frozenset[str]:
    """The names in lower case, without those that a sentence may hold as ordinary words."""
    names = {
        line.strip().casefold() for line in _LIST.read_text(encoding="utf-8").splitlines() if line.strip()
    }
    return frozenset(names - _ALSO_WORDS)
