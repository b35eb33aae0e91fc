"""Which words a claim is shown on: its own, and no other claim's number."""

from __future__ import annotations

from crimestats.checking.found import Found
from crimestats.checking.line import Line

_LOOSE = ("mark", "stop", "apart", "source", "towards", "them")


def trim(line: Line, found: Found) -> None:
    """Draw the claim's ends in to its core: no other number lies within, nor a loose word at an end."""
    core = [n for n in (found.number, found.change_at) if n is not None] or [(found.low + found.high) // 2]
    first, last = min(core), max(core)
    if found.number is not None and any(_other_number(line, m) for m in range(first + 1, last)):
        first = last = found.number
    if found.number is not None:
        _own_segment(line, found, first)
    for n in range(first - 1, found.low - 1, -1):
        if _other_number(line, n):
            found.low = n + 1
            break
    for n in range(last + 1, found.high + 1):
        if _other_number(line, n):
            found.high = n - 1
            break
    while found.low < first and line.items[found.low].kind in _LOOSE:
        found.low += 1
    while found.high > last and line.items[found.high].kind in _LOOSE:
        found.high -= 1
    after = line.at(found.high + 1)
    if (
        after is not None
        and after.text == ")"
        and any(i.text == "(" for i in line.items[found.low : found.high])
    ):
        found.high += 1


def _own_segment(line: Line, found: Found, n: int) -> None:
    """After *från*, *till* and *mot*, and beside other claims, a number keeps to its own segment."""
    mine = line.segment[n]
    alone = line.opener(n).kind in ("source", "towards", "apart") or _is_second(line, found, n)
    for m in range(n - 1, found.low - 1, -1):
        if (
            line.segment[m] != mine
            and line.items[m].kind != "approx"
            and (alone or _counts(line, line.segment[m]))
        ):
            found.low = m + 1
            break
    for m in range(n + 1, found.high + 1):
        if line.segment[m] != mine and _counts(line, line.segment[m]):
            found.high = m - 1
            break


def _is_second(line: Line, found: Found, n: int) -> bool:
    """Whether another claim of the sentence, a number or a change, stands before this one."""
    changed = found.change_at is None and any(
        line.items[m].kind == "change" and line.segment[m] != line.segment[n] for m in range(n)
    )
    return changed or any(_other_number(line, m) for m in range(n))


def _counts(line: Line, segment: int) -> bool:
    return any(_other_number(line, m) for m in line.in_segment(segment))


def _other_number(line: Line, n: int) -> bool:
    quantity = line.quantity(n)
    return quantity is not None and not quantity.article
