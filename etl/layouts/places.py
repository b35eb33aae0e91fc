"""Areas by name: Sweden's municipalities (``municipalities.txt``), and texts that call themselves areas."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

# Names that are everyday words too: in a running text they count only before "kommun".
_WORDS = {"ale", "eda", "kil", "mark", "sala", "vara", "lund", "mora", "nora"}
_KINDS = r"område|kommun|stadsdel|distrikt|lokalpolisområde|lpo|ort|tätort|area|municipality"
_SAID = re.compile(rf"(?:{_KINDS})\s*[:=]\s*(\S.*)", re.I)
_CALLED = re.compile(r"(?:stadsdel|distrikt|lokalpolisområde|lpo|område)\s+[\w .-]+", re.I)
_OF = r"(?:s?\s+(?:kommun|stad))?"


@cache
def municipalities() -> dict[str, tuple[str, str]]:
    """Lower-case name → (code, name)."""
    lines = Path(__file__).with_name("municipalities.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines if not line.startswith("#"))
    return {name.casefold(): (code, name) for code, name in pairs}


@cache
def _mentions() -> re.Pattern[str]:
    names = sorted(map(re.escape, municipalities()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(names)})(s?\s+kommun|s)?(?!\w)", re.I)


@lru_cache(maxsize=20_000)
def area(text: str) -> str:
    """The area that a text is the name of, "" when it is none that we know.

    ``Lysekils kommun``, ``1484 Lysekil`` and ``Kommun: Lysekil`` are ``Lysekil``; ``LPO Fyrbodal`` is itself.
    """
    bare = " ".join(text.split())
    if said := _SAID.fullmatch(bare):
        return area(said[1]) or said[1]
    code, _, rest = bare.partition(" ")
    name = rest if rest and code.isdigit() else bare
    found = _municipality(name)
    if found:
        return found[1] if name == bare or code == found[0] else ""
    return bare if _CALLED.fullmatch(bare) else ""


def _municipality(name: str) -> tuple[str, str] | None:
    simple = re.sub(r"\s+(?:kommun|stad)$", "", name.casefold())
    return municipalities().get(simple) or (municipalities().get(simple.removesuffix("s")))


def plain(text: str) -> str:
    """An area as it is kept: municipalities by their name alone, all others as they are written."""
    bare = " ".join(text.split())
    return area(bare) or bare


def areas_in(text: str) -> frozenset[str]:
    """The municipalities that a line of text mentions, capitalised."""
    if named := area(text):
        return frozenset((named,))
    found = set()
    for mention in _mentions().finditer(text):
        name, tail = mention[1], mention[2] or ""
        if name[0].isupper() and (name.casefold() not in _WORDS or "kommun" in tail.casefold()):
            found.add(municipalities()[name.casefold()][1])
    return frozenset(found)
