"""What keeps a claim from being contradicted, and the words that make a number rough."""

from __future__ import annotations

from crimestats.checking.found import Found
from crimestats.checking.line import Line
from crimestats.checking.model import Moment


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
    if "possible" in kinds or line.sentence.text.rstrip().endswith("?"):
        return "possible"
    if "negation" in {item.kind for item in line.items[max(0, low - 3) : high + 1]}:
        return "negation"
    if any(
        item.kind == "time" and isinstance(item.value, Moment) and item.value.kind == "unknown"
        for item in line.items
    ):
        return "when"
    return ""


def _refers(line: Line) -> bool:
    first = line.items[0].text if line.items else ""
    return first in ("av dessa", "varav", "därav", "motsvarande", "det", "detta", "dessa", "då", "dem")
