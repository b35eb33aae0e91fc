"""Lasting changes of level: told from spikes, and the baseline moved only after a stated number of weeks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from crimestats.config import Detection as Rules

Array = NDArray[np.float64]

# A shift shows when at least LEAST of the last RUN weeks lie on one side of their expectation and their sum
# is rarer than RARE; at most MISSING of them may lack a count.
RUN, LEAST, MISSING, RARE = 10, 8, 2, 1e-4
# A spike must not pass for a shift: a week's excess counts up to this many standard deviations.
_MOST = 2.5


@dataclass(frozen=True, slots=True)
class Found:
    """A shift in one series, weeks as positions in the record.

    Attributes:
        first: first week at the new level. recognised: the week that gave it away.
        rebased: the week from which on the new level is expected; None = it ended before, or the record did.
        until: the week from which on the next shift may be looked for.
        ratio: new level over old, over the weeks from ``first`` to ``recognised``: what verdicts rest on.
        settled: the same when it was re-based, from all weeks till then; None before.
    """

    first: int
    recognised: int
    rebased: int | None
    until: int
    ratio: float
    settled: float | None = None


def next_shift(
    y: Array, mean: Array, dispersion: Array, doubt: Array, start: int, rules: Rules
) -> Found | None:
    """The first shift of a series (T,) that shows in the weeks from ``start`` on; None without.

    ``rebased`` is the week where it is to be decided; :func:`lasts` decides.
    """
    excess = _excess(y, mean, dispersion)
    known = np.isfinite(excess) & (np.arange(len(y)) >= start)
    side = _side(excess, mean, dispersion, doubt, known)
    if not side.any():
        return None
    recognised = int(np.flatnonzero(side)[0])
    first = _first(excess, mean, dispersion, known, recognised, int(side[recognised]))
    weeks = known & (np.arange(len(y)) >= first) & (np.arange(len(y)) <= recognised)
    ratio = float(max(y[weeks].sum(), 0.5) / mean[weeks].sum())
    end = max(first + rules.rebase_weeks, recognised + 1)
    return Found(first, recognised, end if end < len(y) else None, min(end, len(y)), ratio)


def lasts(shift: Found, y: Array, mean: Array, dispersion: Array, doubt: Array) -> bool:
    """Whether the last weeks before a shift is to be followed still show it.

    Args:
        y, mean, dispersion, doubt: (RUN,), those weeks, and what they would hold by the weeks before the
            shift alone: an expectation that has begun to follow the shift would hide it.
    """
    excess = _excess(y, mean, dispersion)
    side = int(_side(excess, mean, dispersion, doubt, np.isfinite(excess))[-1])
    return side == (1 if shift.ratio > 1 else -1)


def _excess(y: Array, mean: Array, dispersion: Array) -> Array:
    found: Array = np.clip(y - mean, -np.inf, _MOST * np.sqrt(dispersion * mean))
    return found


def _side(
    excess: Array, mean: Array, dispersion: Array, doubt: Array, known: NDArray[np.bool_]
) -> NDArray[np.int8]:
    """Per week: 1 where the weeks up to it show a rise, -1 a fall, 0 neither."""
    m = np.where(known, mean, 0.0)
    variance = _last(np.where(known, dispersion * mean, 0.0)) + _last(np.where(known, mean * doubt, 0.0)) ** 2
    z = _last(np.where(known, excess, 0.0)) / np.sqrt(np.maximum(variance, 1e-9))
    enough = (_last(known.astype(float)) >= RUN - MISSING) & (_last(m) > 0)
    rare = -ndtri(RARE)
    up = enough & (_last((known & (excess > 0)).astype(float)) >= LEAST) & (z > rare)
    down = enough & (_last((known & (excess < 0)).astype(float)) >= LEAST) & (z < -rare)
    return np.where(up, 1, np.where(down, -1, 0)).astype(np.int8)


def _first(
    excess: Array, mean: Array, dispersion: Array, known: NDArray[np.bool_], at: int, side: int
) -> int:
    """Where the run up to ``at`` began: the start that makes its sum the rarest."""
    starts = np.arange(max(at - RUN + 1, 0), at - 1)
    weeks = [np.arange(start, at + 1)[known[start : at + 1]] for start in starts]
    z = [side * excess[w].sum() / np.sqrt((dispersion[w] * mean[w]).sum() + 1e-9) for w in weeks]
    return int(starts[int(np.argmax(z))])


def _last(values: Array) -> Array:
    """Sum over each week and the RUN - 1 before it."""
    total = np.cumsum(values)
    total[RUN:] -= total[:-RUN].copy()
    return total
