"""What was judged once is kept: the same numbers on the same weeks always get the same verdict.

A page asks for the record's series, then for its fraud kinds, its injured parties and the record without
one of them; the next page asks again. Verdicts are kept under a fingerprint of all they hang on, so what one
process judged can be read by another (:mod:`crimestats.analysis.kept_file`, docs/decisions/0007).
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.bands import WeekBand
from crimestats.analysis.design import Break
from crimestats.analysis.shifts import Found
from crimestats.analysis.verdicts import Judged
from crimestats.config import settings
from crimestats.weeks import IsoWeek

Array = NDArray[np.float64]
Series = tuple[WeekBand, tuple[Found, ...]]

# About 40 kilobytes each for ten years of weeks.
_MOST = 4096


@dataclass(frozen=True, slots=True)
class About:
    """All that a verdict hangs on besides the counts: weeks, breaks, limit, which weeks are preliminary."""

    first: IsoWeek
    breaks: tuple[Break, ...]
    nominal: float
    preliminary: bytes


_KEPT: OrderedDict[str, Series] = OrderedDict()
_LOCK, _JUDGING = Lock(), Lock()
_noted: ContextVar[set[str] | None] = ContextVar("noted", default=None)


def remembered(
    about: About, series: Mapping[str, tuple[Array, Array]], judge: Callable[[About, Array, Array], Judged]
) -> dict[str, Series]:
    """The verdicts on some series (counts and shares known, each (T,)); only new ones are judged."""
    keys = {code: fingerprint(about, counts, share) for code, (counts, share) in series.items()}
    if (noted := _noted.get()) is not None:
        noted |= set(keys.values())
    found = _held(keys)
    if len(found) < len(keys):
        with _JUDGING:  # who asks for the same at the same time waits for the answer
            found = _held(keys)
            new = [code for code in series if code not in found]
            if new:
                stacked = (
                    np.stack([np.asarray(series[code][n], dtype=float) for code in new]) for n in (0, 1)
                )
                judged = judge(about, *stacked)
                found |= {code: (judged.bands[n], judged.shifts[n]) for n, code in enumerate(new)}
                remember((keys[code], found[code]) for code in new)
    return found


def remember(entries: Iterable[tuple[str, Series]]) -> None:
    """Keep verdicts under their fingerprints; the longest unused go when there are too many."""
    with _LOCK:
        for key, one in entries:
            _KEPT[key] = one
        while len(_KEPT) > _MOST:
            _KEPT.popitem(last=False)


@contextmanager
def noting() -> Iterator[set[str]]:
    """The fingerprints of all that is asked for meanwhile, on this thread."""
    asked: set[str] = set()
    token = _noted.set(asked)
    try:
        yield asked
    finally:
        _noted.reset(token)


def entries(keys: Iterable[str]) -> dict[str, Series]:
    """What is kept under some fingerprints."""
    with _LOCK:
        return {key: _KEPT[key] for key in sorted(keys) if key in _KEPT}


def forget() -> None:
    """Keep nothing any more, as in a new process."""
    with _LOCK:
        _KEPT.clear()


def fingerprint(about: About, counts: Array, share: Array) -> str:
    """Names a verdict by all it hangs on: the numbers, the weeks, the settings and the program itself."""
    told = hashlib.sha256(_program())
    told.update(repr((about, settings().detection)).encode())
    for values in (counts, share):
        told.update(np.ascontiguousarray(values, dtype=float).tobytes())
    return told.hexdigest()


@cache
def _program() -> bytes:
    """Of the code that judges: another version of it may judge otherwise."""
    told = hashlib.sha256()
    for file in sorted(Path(__file__).parent.iterdir()):
        if file.suffix in (".py", ".csv"):
            told.update(file.name.encode() + file.read_bytes())
    return told.digest()


def _held(keys: Mapping[str, str]) -> dict[str, Series]:
    with _LOCK:
        found = {code: _KEPT[key] for code, key in keys.items() if key in _KEPT}
        for key in keys.values():
            if key in _KEPT:
                _KEPT.move_to_end(key)
        return found
