"""What keeps a claim from being contradicted, and the words that make a number rough."""

from __future__ import annotations

from crimestats.checking.found import Found
from crimestats.checking.line import Line
from crimestats.checking.model import Moment
from crimestats.checking.vocabulary import word_set

# Verbs whose subject may be someone who reported, or was struck.
_ACTS = ("har", "hade", "anmälde", "rapporterade", "misstänks", "drabbades", "utsattes", "stod")
_WEAK = ("vill", "ska", "skall", "bör", "om inte", "brukar", "kan", "skulle")
_TURNED = {"over": "most", "under": "least"}


def rough(line: Line, found: Found, n: int) -> None:
    """Put in the word that makes a number rough; *inte fler än* turns it."""
    at = approx_at(line, n)
    found.reach(at)
    found.approx = approx(line, n)
    if at is not None and found.approx in _TURNED:
        denials = [m for m in range(max(0, at - 3), at) if line.items[m].kind == "negation"]
        if denials:
            found.approx, found.denied = _TURNED[found.approx], True
            found.reach(denials[0])


def approx(line: Line, n: int) -> str:
    """The list of the word that makes a number rough: ``about`` of *cirka*; "" when it stands alone."""
    at = approx_at(line, n)
    return str(line.items[at].value) if at is not None else ""


def approx_at(line: Line, n: int) -> int | None:
    for at in (n - 1, n - 2):
        item = line.at(at)
        if item is not None and item.kind == "approx":
            return at
        if item is None or item.kind not in ("number", "total", "size") or at == n - 2:
            return None
    return None


def obstacles(line: Line, n: int, found: Found) -> str:
    """Why a claim cannot be contradicted: another area, a part only, a wish, a denial; "" when nothing."""
    low, high = found.low, found.high
    kinds = line.kinds(n)
    if "other_rate" in kinds:
        return "rate"
    if line.elsewhere(n) or (
        line.topic.elsewhere and (found.unit_word in ("", "fall", "st") or _refers(line))
    ):
        return "elsewhere"
    if line.narrowed(max(0, low), min(len(line.items) - 1, high + 4)) or line.narrowed(0, min(2, low)):
        return "narrower"
    if _possible(line, n) or line.sentence.text.rstrip().endswith("?"):
        return "possible"
    every = {item.kind for item in line.items}
    if "handled" in every or ("struck" in every and "party" not in every) or _actor(line):
        return "narrower"
    denials = {item.kind for item in line.items[max(0, low - 3) : high + 1]} & {"negation"}
    if denials and not _denied(found):
        return "negation"
    if any(
        line.segment[m] == line.segment[n] or line.moment_for(n) is None
        for m, item in enumerate(line.items)
        if item.kind == "time" and isinstance(item.value, Moment) and item.value.kind == "unknown"
        for item in line.items
    ):
        return "when"
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
