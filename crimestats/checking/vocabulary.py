"""The words of ``vocabulary.toml`` as one look-up: what may begin at a place, and what it means."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crimestats.categories import categories
from crimestats.checking.model import Change, Moment, Subject
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, REST, TOTAL

_LIST = Path(__file__).with_name("vocabulary.toml")
_CHANGES = {
    "up": Change(1), "down": Change(-1), "flat": Change(0), "half": Change(-1, 0.5),
    "double": Change(1, 2.0), "triple": Change(1, 3.0), "quadruple": Change(1, 4.0), "five": Change(1, 5.0),
}  # fmt: skip
_SIZES = ("big", "small")
# A list of this section: what its words mean is told by the list, and kept as the item's value.
_NAMED = ("approx", "top", "level")
PARTIES = ("private", "company", "authority")


@dataclass(frozen=True)
class Entry:
    """One pattern: ``kind`` and ``value`` are those of the item it makes."""

    pattern: re.Pattern[str]
    kind: str
    value: object
    order: int


@cache
def word_set(name: str) -> frozenset[str]:
    """Single words of one use, ``between`` or ``prepositions``."""
    return frozenset(_lists()["sets"][name])


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_LIST.read_text(encoding="utf-8"))


@cache
def entries() -> tuple[dict[str, list[Entry]], list[Entry]]:
    """Entries by first letter, and those that may begin with several."""
    by_letter: dict[str, list[Entry]] = defaultdict(list)
    others: list[Entry] = []
    order = 0
    for section, lists in _lists().items():
        if section == "sets":
            continue
        for name, forms in lists.items():
            kind, value = _meaning(section, name)
            for form in forms:
                order += 1
                entry = Entry(_pattern(form), kind, value, order)
                (by_letter[form[0]] if form[0].isalpha() and form[1:2] != "?" else others).append(entry)
    for code, spelling in _sheet_spellings():
        by_letter[spelling[0]].append(Entry(_pattern(re.escape(spelling)), "category", subjects(code), order))
    return by_letter, others


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form.replace(" ", r"\s+").replace(r"\\s+", r"\s+") + r"(?!\w)")


def _sheet_spellings() -> list[tuple[str, str]]:
    """Spellings of sheets that mean the same in prose: names of categories, not ``total`` or chapters."""
    told = [c for c in categories().values() if not c.derived and c.code not in (TOTAL, "other")]
    skip = re.compile(r"\d|klotter|[^\w -]")
    return [
        (c.code, s.casefold()) for c in told for s in (c.sv, *c.spellings)
        if not skip.search(s) and s.casefold() not in ("theft", "thefts", "fraud", "frauds", "violence")
    ]  # fmt: skip


def _meaning(section: str, name: str) -> tuple[str, object]:
    if section == "category":
        return ("rest" if name == REST else "category"), subjects(name)
    if section == "change":
        return ("size", name) if name in _SIZES else ("change", _CHANGES[name])
    if section == "moment":
        return "time", Moment(name)
    if section in _NAMED:
        return section, name
    return ("party", name) if name in PARTIES else (name, None)


def subjects(code: str) -> tuple[Subject, ...]:
    """What a category's name may mean, likeliest first: the bulletin lumps benefit fraud into fraud."""
    if code == FRAUD:
        return Subject((FRAUD,)), Subject((FRAUD_ALL,))
    if code == FRAUD_ALL:
        return (Subject((FRAUD_ALL,)),)
    if code == "fraud_bare":
        return (Subject((FRAUD,)),)
    if code == REST:
        # The rest of everything, of the three that the bulletin lists, or an "övrigt" that a sheet reports.
        return (
            Subject((REST,)),
            Subject((TOTAL,), ("violence", "vandalism", "theft")),
            Subject(("other",)),
            Subject((TOTAL,), ("violence", "vandalism", "theft", FRAUD)),
        )
    if code == BENEFIT_FRAUD:
        return (Subject((BENEFIT_FRAUD,)),)
    return (Subject((code,)),)


ALL = (Subject((TOTAL,)),)
