"""Labels that say several things at once: "Stöld 2020", "Lysekil – Våldsbrott", "Bedrägeri företag v. 43"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from etl import cells, names
from etl.layouts import places, words

_PIECE = re.compile(r"[^\s,;:|()\[\]–—]+")
# "Våldsbrott/2021", "Stöld_2020"
_JOINED = re.compile(r"[/_](?=(?:19|20)\d\d\b)|(?<=\d)[/_](?=\D)")
_SHORT_YEAR = re.compile(r"[-–'’]\d\d")
_FILLER = set("- / & mot år året antal anmälda polisanmälda för st brott målsägande utfall brb".split())
_LONGEST = 6
_MOST = 60


def besides(label: str) -> dict[str, str | int]:
    """What a category's label says beside the category, and the category's own words; {} for a plain one."""
    if not label or names.category(label).code:
        return {}
    said = {kind: value for kind, value in compound(label).items() if isinstance(value, str | int)}
    return said if "category" in said else {}


@lru_cache(maxsize=20_000)
def compound(text: str) -> Mapping[str, object]:
    """Kind (``category year week party area``) → what is said of it; empty unless every word is understood.

    Categories, parties and areas as written, years as numbers, weeks as mentions. One thing alone is none.
    """
    if len(text) > _MOST:
        return {}
    pieces = _PIECE.findall(_JOINED.sub(" ", words.without_footnote(text)))
    found: dict[str, object] = {}
    while pieces:
        length, said = _longest(pieces)
        for kind, value in said.items():
            if found.setdefault(kind, value) != value and not _settled(found, kind, value):
                return {}
        if not length and pieces[0].casefold() not in _FILLER:
            return {}
        pieces = pieces[length or 1 :]
    sure = found.pop("sure", None)
    return found if len(found) > 1 or (sure and "category" in found) else {}


def _settled(found: dict[str, object], kind: str, value: object) -> bool:
    """Two words for one thing are none, but "Stöld, antal anmälningar" and "8 kap. Stöld" are about one."""
    if kind != "category":
        return False
    codes = [names.category(str(one)).code for one in (found[kind], value)]
    if codes[0] == "total":
        found[kind] = value
    found["sure"] = True
    return "total" in codes or codes[0] == codes[1]


def _longest(pieces: list[str]) -> tuple[int, dict[str, object]]:
    for length in range(min(_LONGEST, len(pieces)), 0, -1):
        if said := _said(" ".join(pieces[:length])):
            return length, said
    return 0, {}


def _said(text: str) -> dict[str, object]:
    """What one word, or one run of words, says."""
    if year := cells.read_year(text) or (
        cells.read_short_year(text) if _SHORT_YEAR.fullmatch(text) else None
    ):
        return {"year": year}
    week = cells.read_week(text)
    if week and not week.bare and not week.by_date:
        return {"week": week}
    if words.is_sum(text):
        return {"sure": True, "category": text} if names.category(text).code == "total" else {"sure": True}
    name = names.category(text)
    if name.code and not name.party:
        return {"category": text}
    if words.party(text):
        return {"party": text}
    return {"area": area} if (area := places.area(text)) else {}
