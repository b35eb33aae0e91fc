"""The words that make a number rough: *cirka*, *drygt*, *inte fler än*."""

from __future__ import annotations

from crimestats.checking.found import Found
from crimestats.checking.line import Line

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
