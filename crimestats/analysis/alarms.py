"""Which weeks are unusual: one week, two or three together, against what the weeks before foretold.

A week alarms when its own count is rarer than ``nominal``; or when it is raised itself (rarer than GATE)
and the sum of two or three weeks that end with it is rarer than WIDER x ``nominal``. Weeks that already
alarmed count in such sums as what was expected of them, so that one surge does not alarm twice. Rarity is
by mid-p.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.negative_binomial import at_least, mid_limit, mid_p

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

GATE, WIDER, LONGEST = 0.1, 1.4, 3
# One or two reports are never unusual, whatever the past.
FEWEST = 3
# A late batch: under this share of the expected in the two weeks before, and an ordinary sum of the three.
BATCH_SHARE, BATCH_ORDINARY = 0.5, 0.1


@dataclass(frozen=True, slots=True)
class Alarms:
    """Arrays (S, T).

    Attributes:
        alarm: unusual. batch: would be, but two thin weeks empty into it.
        limit: the count above which the week is unusual (or a batch), NaN where it cannot be judged.
        window: weeks whose sum raised the alarm, 1 to 3, 0 without. window_p: chance of so many in them.
    """

    alarm: Flags
    batch: Flags
    limit: Array
    window: NDArray[np.int8]
    window_p: Array


def alarms(counts: Array, mean: Array, dispersion: Array, doubt: Array, nominal: float) -> Alarms:
    """Judge every week of every series, in order of time.

    Args:
        counts: (S, T), NaN = missing.
        mean, dispersion, doubt: the expectation (S, T); doubt is that of the log. NaN = no expectation.
        nominal: chance of one week alone to pass; docs/methods.md says how it follows from the budget.
    """
    sums = [_sums(mean, dispersion, doubt, weeks) for weeks in range(1, LONGEST + 1)]
    single = np.maximum(mid_limit(nominal, *sums[0]), FEWEST - 1)
    gate = np.maximum(mid_limit(GATE, *sums[0]), FEWEST - 1)
    wider = [mid_limit(WIDER * nominal, *part) for part in sums[1:]]
    shape = counts.shape
    none, never = np.full(shape, np.nan), np.zeros(shape, np.int8)
    told = Alarms(np.zeros(shape, bool), np.zeros(shape, bool), single.copy(), never, none)
    capped = counts.copy()
    for week in range(counts.shape[1]):
        _judge(told, counts, capped, mean, sums, single[:, week], gate[:, week], wider, week)
    return told


def _judge(
    told: Alarms, counts: Array, capped: Array, mean: Array, sums: list[tuple[Array, Array]],
    single: Array, gate: Array, wider: list[Array], week: int,
) -> None:  # fmt: skip
    y, back, limits = counts[:, week], np.zeros(len(counts)), [single]
    for weeks, limit in enumerate(wider, 2):
        if week >= weeks - 1:
            back = back + capped[:, week - weeks + 1]
            limits.append(np.maximum(gate, limit[:, week] - back))
    limits = [np.where(np.isnan(part), np.inf, part) for part in limits]
    limit = np.min(limits, axis=0)
    told.limit[:, week] = np.where(np.isfinite(limit), limit, np.nan)
    rows = np.flatnonzero(y > limit)
    if not len(rows):
        return
    capped[rows, week] = np.minimum(mean[rows, week], y[rows])
    batch = _is_batch(counts, mean, sums, rows, week)
    told.batch[rows, week], told.alarm[rows, week] = batch, ~batch
    for weeks, part in enumerate(limits, 1):
        passed = rows[(y > part)[rows]]
        total = y[passed] + capped[passed, week - weeks + 1 : week].sum(axis=1)
        rarity = at_least(total, *(values[passed, week] for values in sums[weeks - 1]))
        better = ~(told.window_p[passed, week] <= rarity)
        told.window[passed[better], week], told.window_p[passed[better], week] = weeks, rarity[better]


def _is_batch(
    counts: Array, mean: Array, sums: list[tuple[Array, Array]], rows: NDArray[np.int64], week: int
) -> Flags:
    """Two thin weeks before, and together with them nothing unusual."""
    if week < LONGEST - 1:
        return np.zeros(len(rows), bool)
    before = slice(week - LONGEST + 1, week)
    came, awaited = counts[rows, before].sum(axis=1), mean[rows, before].sum(axis=1)
    together = mid_p(came + counts[rows, week], *(values[rows, week] for values in sums[-1]))
    found: Flags = (came < BATCH_SHARE * awaited) & (together > BATCH_ORDINARY)
    return found


def _sums(mean: Array, dispersion: Array, doubt: Array, weeks: int) -> tuple[Array, Array]:
    """Mean and variance of the sum of each week and those before it; NaN where one is not expected.

    Chance is independent from week to week, the doubt about the mean is shared.
    """
    total = mean.copy()
    for back in range(1, weeks):
        total[:, back:] += mean[:, :-back]
        total[:, :back] = np.nan
    return total, dispersion * total + (total * doubt) ** 2
