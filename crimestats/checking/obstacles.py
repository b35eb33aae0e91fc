"""What keeps a claim from being contradicted: a part, another area, a wish, a time not understood."""

from __future__ import annotations

import re

from crimestats.checking.found import Found
from crimestats.checking.line import CATEGORIES, Line
from crimestats.checking.model import Item, Moment
from crimestats.checking.vocabulary import word_set

# Verbs whose subject may be someone who reported, or was struck.
_ACTS = ("har", "hade", "anmälde", "rapporterade", "misstänks", "drabbades", "utsattes", "stod")
# What a narrowing phrase follows: a noun that counts, a verb that reports, the sentence's beginning.
_BEFORE_PART = (*CATEGORIES, "unit", "case", "reported", "made", "party", "place", "mark", "time")
_OURS = {"kommunen", "vi", "området", "kommunens"}
_WEAK = ("vill", "ska", "skall", "bör", "om inte", "brukar", "kan", "skulle")


def obstacles(line: Line, n: int, found: Found) -> str:
    """Why a claim cannot be contradicted: another area, a part only, a wish, a denial; "" when nothing."""
    low, high = found.low, found.high
    kinds = line.kinds(n)
    if "other_rate" in kinds:
        return "rate"
    if _abroad(line, n) or (
        line.topic.elsewhere and (found.unit_word in ("", "fall", "st") or _refers(line))
    ):
        return "elsewhere"
    if _narrowed(line, max(0, low), min(len(line.items) - 1, high + 4)) or _narrowed(line, 0, min(2, low)):
        return "narrower"
    if _possible(line, n) or line.sentence.text.rstrip().endswith("?"):
        return "possible"
    every = {item.kind for item in line.items}
    struck = "struck" in every and "party" not in every and not _OURS & {item.text for item in line.items}
    if "handled" in every or struck or _actor(line):
        return "narrower"
    denials = {item.kind for item in line.items[max(0, low - 3) : high + 1]} & {"negation"}
    if denials and not _denied(found):
        return "negation"
    unknown = [m for m, item in enumerate(line.items) if _unknown(item)]
    if any(line.segment[m] == line.segment[n] or line.moment_for(n) is None for m in unknown):
        return "when"
    found.soft = found.soft or bool(unknown) or _vague(line)
    return ""


def _possible(line: Line, n: int) -> bool:
    """A wish or a guess: in the same segment, or, but for weak words, anywhere before."""
    told = [m for m, item in enumerate(line.items) if item.kind == "possible"]
    return any(
        line.segment[m] == line.segment[n] or (m < n and line.items[m].text not in _WEAK) for m in told
    )


def _denied(found: Found) -> bool:
    """*inte några bidragsbrott* is nought, *inte fler än sju* at most seven: read, not an obstacle."""
    quantity = found.quantity
    if found.said == "denied":
        return True
    return quantity is not None and (quantity.value == 0 or found.denied)


def _actor(line: Line) -> bool:
    """*Butiken har anmält 12 stölder*: somebody's own reports are a part of all."""
    for n, item in enumerate(line.items[:4]):
        after = line.at(n + 1)
        acts = after is not None and after.text in _ACTS
        if acts and item.kind == "word" and len(item.text) > 4 and item.text.endswith(("n", "t", "na", "r")):
            return item.text not in word_set("actors") and item.text not in line.own_places
    return False


def _refers(line: Line) -> bool:
    first = line.items[0].text if line.items else ""
    return first in ("av dessa", "varav", "därav", "motsvarande", "det", "detta", "dessa", "då", "dem")


def _unknown(item: Item) -> bool:
    return isinstance(item.value, Moment) and item.value.kind == "unknown"


# Words about time, or about sharing out, that no moment has taken up.
_TIME = re.compile(r"veck|månad|period|kvartal|dag(en|ar|arna)?$|helg|natt|termin|^år(et|en)?$|vardera")


def _vague(line: Line) -> bool:
    """Whether words about time are left that were not understood: figures there may fit, never miss."""
    left = [n for n, item in enumerate(line.items) if item.kind == "word" and _TIME.search(item.text)]
    since = [n for n, item in enumerate(line.items) if item.text == "sedan"]
    loose = [n for n in since if "time" not in [line.kind_at(m) for m in range(n + 1, n + 4)]]
    return bool(left) or (bool(loose) and loose != [0])


def _narrowed(line: Line, low: int, high: int) -> bool:
    """Whether words in these positions count only a part: a place, a victim, a relative clause."""
    for n in range(low, min(high, len(line.items) - 1) + 1):
        item = line.items[n]
        if item.kind == "narrower":
            return True
        beside = n == 0 or line.kind_at(n - 1) in _BEFORE_PART
        preposition = item.text in word_set("prepositions") or item.text in ("mot", "från", "som")
        if preposition and beside and _narrows(line, n + 1):
            return True
    return False


def _narrows(line: Line, n: int) -> bool:
    if line.kind_at(n) != "word":
        return False
    text = line.items[n].text
    known = text in word_set("harmless") or text in word_set("between")
    return not (known or text.removesuffix("s") in line.own_places or text in line.own_places)


def _abroad(line: Line, n: int) -> bool:
    """Whether an item is about another area than ours."""
    inside = [line.items[m] for m in line.in_segment(line.segment[n])]
    if any(item.kind == "elsewhere" for item in inside):
        return True
    if any(item.text.removesuffix("s") in line.own_places or item.text in line.own_places for item in inside):
        return False
    stated = [m for m, item in enumerate(line.items) if item.kind in ("number", "change")]
    first = stated[0] if stated else len(line.items)
    return any(item.kind == "elsewhere" for item in line.items[: min(n, first)])
