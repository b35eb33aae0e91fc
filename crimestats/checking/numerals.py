"""Numbers in Swedish prose, in figures and in words."""

from __future__ import annotations

import re
from functools import cache

from crimestats.checking.model import Quantity

_UNITS = "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton"
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
# "ett tjugotal" is about twenty; what words mean a rough number, and which.
_ROUGH = {"dussin": 12, "dussintal": 12, "tjog": 20, "tjogtal": 20, "handfull": 5}
_NTH = "sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde"
_PARTS = {
    "hälften": 1 / 2, "hälften av": 1 / 2, "halva": 1 / 2,
    "en tredjedel": 1 / 3, "tredjedelen": 1 / 3, "två tredjedelar": 2 / 3, "2/3": 2 / 3, "1/3": 1 / 3,
    "en fjärdedel": 1 / 4, "fjärdedelen": 1 / 4, "tre fjärdedelar": 3 / 4, "3/4": 3 / 4, "1/4": 1 / 4,
    "en femtedel": 1 / 5, "två femtedelar": 2 / 5, "tre femtedelar": 3 / 5, "fyra femtedelar": 4 / 5,
    "en sjättedel": 1 / 6, "en åttondel": 1 / 8, "en tiondel": 1 / 10, "tre tiondelar": 3 / 10,
    "varannan": 1 / 2, "var tredje": 1 / 3, "var fjärde": 1 / 4, "var femte": 1 / 5, "var sjätte": 1 / 6,
    **{f"var {word}": 1 / n for n, word in enumerate(_NTH.split(), start=7)},
    "två av tre": 2 / 3, "tre av fyra": 3 / 4, "en av tre": 1 / 3, "en av fyra": 1 / 4, "en av fem": 1 / 5,
    "två av fem": 2 / 5, "tre av fem": 3 / 5, "fyra av fem": 4 / 5, "en av tio": 1 / 10, "nio av tio": 9 / 10,
    "hälften så": 0.0,
}  # fmt: skip
_SPACE = r"[ \u00a0\u2009\u202f]"
FIGURES = re.compile(
    rf"(?P<sign>(?<![\w/–-])[+\u2212-]|(?<=\()–)?(?P<figures>\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d{{1,3}}\.\d{{3}}(?!\d)|\d+)"
    rf"(?P<decimals>,\d+)?(?P<percent>{_SPACE}?(?:%|procentenhet(?:er)?|procent(?:ig|s)?|proc\b|pct\b))?"
    r"(?P<unit>(?<=\d)(?:st|ggr)\b)?"
)
PARTS = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _PARTS), key=len, reverse=True)) + r")\b")
_OF_TEN = re.compile(r"(\w+) av (tre|fyra|fem|sex|sju|åtta|nio|tio|10)\b(?! (?:våldsbrott|skadegör))")
_PERCENT_AFTER_WORD = re.compile(rf"{_SPACE}(?:procentenhet(?:er)?|procent|%)")


@cache
def _words() -> dict[str, int]:
    """Every whole number below 1000 as a word, and the spellings in use ("aderton", "tjuett")."""
    units = dict(zip(_UNITS.split(), range(19), strict=True)) | {
        "nitton": 19,
        "ett": 1,
        "aderton": 18,
        "fjorten": 14,
    }
    small = dict(units)
    for n, ten in enumerate(_TENS.split(), start=2):
        small[ten] = 10 * n
        small |= {ten + unit: 10 * n + value for unit, value in units.items() if 0 < value < 10}
    small |= {"tjugio": 20, "fyrti": 40, "trettii": 30}
    found = dict(small)
    for word, value in units.items():
        if 0 < value < 10:
            found |= _hundreds(word, value, small)
    return found | _hundreds("", 1, small)


def _hundreds(word: str, value: int, small: dict[str, int]) -> dict[str, int]:
    found = {f"{word}hundra": 100 * value}
    found |= {f"{word}hundra{tail}": 100 * value + n for tail, n in small.items() if n}
    return found


@cache
def _word_pattern() -> re.Pattern[str]:
    words = sorted(_words(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(words) + r")(?:tal)?(?:et)?\b")


def words_at(text: str, at: int) -> tuple[int, Quantity] | None:
    """(end, quantity) of the number word that begins at a place, None when there is none."""
    if part := PARTS.match(text, at):
        value = _PARTS[part[0]]
        return (part.end(), Quantity(value, "share", words=True)) if value else None
    if (of_ten := _OF_TEN.match(text, at)) and (share := _share_of(of_ten)) is not None:
        return of_ten.end(), Quantity(share, "share", words=True)
    rough = re.compile(r"(?:ett |en )?(\w+)\b").match(text, at)
    if rough and rough[1] in _ROUGH:
        return rough.end(), Quantity(_ROUGH[rough[1]], words=True, tens=True)
    if (
        rough
        and rough[1].endswith(("tal", "talet"))
        and (ten := rough[1].removesuffix("et")[:-3]) in _words()
    ):
        return rough.end(), Quantity(_words()[ten], words=True, tens=True)
    found = _word_pattern().match(text, at)
    if found is None or found[0] not in _words():
        return None
    unit, end = "count", found.end()
    if after := _PERCENT_AFTER_WORD.match(text, end):
        unit, end = ("points" if "enhet" in after[0] else "percent"), after.end()
    article = found[0] in ("en", "ett") and unit == "count"
    return end, Quantity(_words()[found[0]], unit, words=True, article=article)


def _share_of(found: re.Match[str]) -> float | None:
    """*åtta av tio*, *8 av 10*: a part, not two counts."""
    part = int(found[1]) if found[1].isdigit() else _words().get(found[1], 0)
    whole = int(found[2]) if found[2].isdigit() else _words()[found[2]]
    return part / whole if 0 < part < whole else None


def figures_at(text: str, at: int) -> tuple[int, Quantity] | None:
    """(end, quantity) of the number in figures that begins at a place, None when there is none."""
    found = FIGURES.match(text, at)
    if found is None:
        return None
    whole = re.sub(r"\D", "", found["figures"])
    decimals = found["decimals"] or ""
    value = float(whole + decimals.replace(",", "."))
    percent = found["percent"] or ""
    unit = "points" if "enhet" in percent else "percent" if percent else "count"
    sign = {"+": 1, "-": -1, "\u2212": -1, "–": -1}.get(found["sign"] or "", 0)
    return found.end(), Quantity(value, unit, sign=sign, decimals=max(0, len(decimals) - 1))
