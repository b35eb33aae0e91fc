"""What was judged once is kept: the same numbers on the same weeks always get the same verdict.

A page asks for the record's series, then for its fraud kinds, its injured parties and the record without
one of them; the next page asks again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.bands import WeekBand
from crimestats.analysis.design import Break
from crimestats.analysis.shifts import Found
from crimestats.analysis.verdicts import Judged
from crimestats.weeks import IsoWeek

Array = NDArray[np.float64]
Series = tuple[WeekBand, tuple[Found, ...]]

# About 40 kilobytes each for ten years of weeks.
_MOST = 1024


@dataclass(frozen=True, slots=True)
class About:
    """All that a verdict hangs on besides the counts: weeks, breaks, limit, which weeks are preliminary."""

    first: IsoWeek
    breaks: tuple[Break, ...]
    nominal: float
    preliminary: bytes


_KEPT: OrderedDict[tuple[About, bytes, bytes], Series] = OrderedDict()
_LOCK = Lock()


def remembered(
    about: About, series: Mapping[str, tuple[Array, Array]], judge: Callable[[About, Array, Array], Judged]
) -> dict[str, Series]:
    """The verdicts on some series (counts and shares known, each (T,)); only new ones are judged."""
    keys = {code: (about, _bytes(counts), _bytes(share)) for code, (counts, share) in series.items()}
    with _LOCK:
        found = {code: _KEPT[key] for code, key in keys.items() if key in _KEPT}
    new = [code for code in series if code not in found]
    if new:
        stacked = (np.stack([np.asarray(series[code][n], dtype=float) for code in new]) for n in (0, 1))
        judged = judge(about, *stacked)
        found |= {code: (judged.bands[n], judged.shifts[n]) for n, code in enumerate(new)}
    with _LOCK:
        for code, key in keys.items():
            _KEPT[key] = found[code]
            _KEPT.move_to_end(key)
        while len(_KEPT) > _MOST:
            _KEPT.popitem(last=False)
    return found


def _bytes(values: Array) -> bytes:
    return np.ascontiguousarray(values, dtype=float).tobytes()
