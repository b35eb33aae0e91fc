"""Hides small counts in what is published, and a second one so that the first cannot be computed (DOMAIN 7).

Parts add up to a known total. A count from 1 up to below a threshold is hidden where it is restricted; then
more are hidden, the smallest first, until no hidden small count can be told. Zero may be shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hidden:
    """``small``: counts told as "fewer than five"; ``beside``: counts not shown so that these stay hidden."""

    small: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()

    def __contains__(self, code: object) -> bool:
        return code in self.small or code in self.beside

    def __bool__(self) -> bool:
        return bool(self.small or self.beside)


def hide(
    parts: Mapping[str, int],
    restricted: Collection[str],
    fewer_than: int,
    *,
    total: str = "",
    earlier: Collection[str] = (),
) -> Hidden:
    """Which counts of a published table are not shown.

    Args:
        parts: code → count; all but ``total`` add up to it.
        restricted: codes whose small counts are hidden.
        fewer_than: counts from 1 to below this are small; 1 or less hides nothing.
        total: code of the sum among ``parts``, "" when no sum is shown.
        earlier: codes hidden in an earlier published table of the same weeks; they stay hidden, because the
            difference between two tables would tell them.
    """
    small = {code for code in restricted if 1 <= parts.get(code, 0) < fewer_than}
    small |= {code for code in earlier if 1 <= parts.get(code, 0) < fewer_than}
    beside = {code for code in earlier if code in parts} - small
    if total and total in small | beside:
        # A sum that is not shown gives nothing away, but the others would add up to it.
        return Hidden(frozenset(small), frozenset(set(parts) - small))
    shown = sorted((code for code in parts if code not in small | beside | {total}), key=lambda c: parts[c])
    while total and small and not _safe(parts, small, beside, fewer_than):
        if not shown:
            return Hidden(frozenset(small), frozenset(set(parts) - small))
        beside.add(shown.pop(0))
    return Hidden(frozenset(small), frozenset(beside))


def _safe(parts: Mapping[str, int], small: set[str], beside: set[str], fewer_than: int) -> bool:
    """Whether every hidden small count could be at least two different numbers, for one who knows this rule.

    Known from what is shown: the sum of the hidden counts; that small ones are 1 or more and below the
    threshold; that those beside are 0 or more.
    """
    hidden = sum(parts[code] for code in small | beside)
    for _ in small:
        most = min(fewer_than - 1, hidden - (len(small) - 1))
        least = 1 if beside else max(1, hidden - (len(small) - 1) * (fewer_than - 1))
        if most <= least:
            return False
    return True
