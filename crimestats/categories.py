"""The category list: codes, names and the spellings that a sheet may use. Data in ``categories.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_LIST = Path(__file__).with_name("categories.toml")
# Words that say nothing about which category is meant (DOMAIN 3).
_EMPTY_WORDS = re.compile(r"\b(?:anmälda|anmäld|polisanmälda|antal|brott om)\b")
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Category:
    """One category. ``top`` ones add towards the total; a kind has a ``parent`` instead.

    ``within``: what it is called under its parent, "varav telefon". ``derived`` ones are computed from the
    others (``crimestats.counts``) and never read from a file.
    """

    code: str
    sv: str
    en: str
    spellings: tuple[str, ...]
    valid_from: date
    parent: str = ""
    within: tuple[str, ...] = ()
    top: bool = False
    derived: bool = False

    def name(self, lang: str) -> str:
        """The name on screen in ``sv`` or ``en``."""
        return self.sv if lang == "sv" else self.en


@cache
def categories() -> dict[str, Category]:
    """Every category by code, in screen order."""
    rows = tomllib.loads(_LIST.read_text(encoding="utf-8"))["category"]
    return {row["code"]: Category(**{**row, **_tuples(row)}) for row in rows}


def _tuples(row: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(row.get(name, ())) for name in ("spellings", "within")}


def fold(label: str) -> str:
    """A label as it is compared: lower case, one space between words, punctuation and empty words away."""
    words = _NOT_WORD.sub(" ", label.casefold()).strip()
    kept = _NOT_WORD.sub(" ", _EMPTY_WORDS.sub(" ", words)).strip()
    return kept or words


@cache
def spellings() -> dict[str, str]:
    """Folded spelling → code, over all categories. Both names on screen are spellings too.

    Raises:
        ValueError: when two categories claim the same spelling.
    """
    found: dict[str, str] = {}
    for category in (c for c in categories().values() if not c.derived):
        for spelling in (*category.spellings, category.sv, category.en):
            if found.setdefault(fold(spelling), category.code) != category.code:
                raise ValueError(f"spelling claimed twice: {spelling!r}")
    return found


@cache
def kinds_within(parent: str) -> dict[str, str]:
    """Folded short name → code of the kinds of a category, as they are called under it."""
    kinds = [c for c in categories().values() if c.parent == parent]
    return {fold(name): kind.code for kind in kinds for name in kind.within}


def kinds_of(parent: str) -> tuple[str, ...]:
    """The codes of a category's kinds, for example those of ``fraud``."""
    return tuple(c.code for c in categories().values() if c.parent == parent)


def top_level() -> tuple[str, ...]:
    """The codes that add towards the total (``total`` itself and kinds left out)."""
    return tuple(c.code for c in categories().values() if c.top)
