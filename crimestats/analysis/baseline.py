"""Which earlier weeks a week is judged by: always before it, and the same distance back for every week."""

from __future__ import annotations

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from crimestats.config import Detection as Rules

WEEKS_PER_YEAR = 365.2425 / 7


class Basis(IntEnum):
    """What a week's expectation rests on; later is better."""

    TOO_SHORT = 0  # no expectation
    LEVEL = 1  # the last year's level, no season
    SEASON = 2  # the same season of earlier years


def season_lags(rules: Rules) -> NDArray[np.int64]:
    """How many weeks back the same season of earlier years lies: each year's nearest week and its neighbours.

    A year is 52.18 weeks, rounded per year (52, 104, 157, 209, 261): a 53-week year moves nothing by more
    than half a week, and the verdict depends on distances alone, not on how a week is numbered.
    """
    years = np.rint(np.arange(1, rules.years_back + 1) * WEEKS_PER_YEAR).astype(np.int64)
    near = np.arange(-rules.half_window, rules.half_window + 1)
    lags: NDArray[np.int64] = (years[:, None] + near).ravel()
    return lags


def level_lags(rules: Rules) -> NDArray[np.int64]:
    """The last year, without the newest weeks: a surge under way must not raise its own limit."""
    return np.arange(rules.half_window + 1, rules.half_window + 53)


def earlier(counts: NDArray[np.float64], lags: NDArray[np.int64]) -> NDArray[np.float64]:
    """Counts (S, T) → the counts ``lags`` weeks before each week (S, T, B); NaN before the record began."""
    series, weeks = counts.shape
    before = int(lags.max())
    padded = np.concatenate([np.full((series, before), np.nan), counts], axis=1)
    return padded[:, before + np.arange(weeks)[:, None] - lags]


def bases(counts: NDArray[np.float64], rules: Rules) -> NDArray[np.int8]:
    """The :class:`Basis` of each week (S, T): by how many earlier weeks have counts, and where they lie.

    After a long gap in the record the weeks may be many but all in the wrong place: a season needs one whole
    window among the same weeks of earlier years, a level half of ``min_weeks`` in the last year.
    """
    held = np.isfinite(counts)
    before = np.cumsum(held, axis=1) - held
    present = held.astype(float)
    in_season = _sum_before(present, season_lags(rules)) >= 2 * rules.half_window + 1
    in_level = _sum_before(present, level_lags(rules)) >= rules.min_weeks / 2
    found = np.where(in_level & (before >= rules.min_weeks), Basis.LEVEL, Basis.TOO_SHORT)
    return np.where(in_season & (before >= rules.season_weeks), Basis.SEASON, found).astype(np.int8)


def _sum_before(values: NDArray[np.float64], lags: NDArray[np.int64]) -> NDArray[np.float64]:
    total = np.zeros_like(values)
    for lag in lags[lags < values.shape[1]]:
        total[:, lag:] += values[:, : values.shape[1] - lag]
    return total
