"""How much of its past a week can be judged by."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.bands import Basis
from crimestats.analysis.design import WEEKS_PER_YEAR
from crimestats.config import Detection as Rules

# The same season: the weeks around this one in so many earlier years.
YEARS, NEAR = 5, 3
# The last year, as a record that knows no season is judged by it.
LEVEL_WEEKS = 55


def season_lags() -> NDArray[np.int64]:
    """How many weeks back the same season lies: 52, 104, 157, 209 and 261 weeks, and the weeks around them.

    Distances alone, not week numbers: a year is 52.18 weeks, and a week 53 moves nothing by more than half.
    """
    years = np.rint(np.arange(1, YEARS + 1) * WEEKS_PER_YEAR).astype(np.int64)
    lags: NDArray[np.int64] = (years[:, None] + np.arange(-NEAR, NEAR + 1)).ravel()
    return lags


def bases(counts: NDArray[np.float64], rules: Rules) -> NDArray[np.int8]:
    """The :class:`Basis` of each week (S, T): by how many earlier weeks have counts, and where they lie.

    After a long gap in the record the weeks may be many but all in the wrong place: a season needs one whole
    window among the same weeks of earlier years, a level half of ``min_weeks`` in the last year.
    """
    held = np.isfinite(counts).astype(float)
    before = np.cumsum(held, axis=1) - held
    in_season = _sum_before(held, season_lags()) >= 2 * NEAR + 1
    in_level = _sum_before(held, np.arange(1, LEVEL_WEEKS + 1)) >= rules.min_weeks / 2
    found = np.where(in_level & (before >= rules.min_weeks), Basis.LEVEL, Basis.TOO_SHORT)
    return np.where(in_season & (before >= rules.season_weeks), Basis.SEASON, found).astype(np.int8)


def _sum_before(values: NDArray[np.float64], lags: NDArray[np.int64]) -> NDArray[np.float64]:
    total = np.zeros_like(values)
    for lag in lags[lags < values.shape[1]]:
        total[:, lag:] += values[:, : values.shape[1] - lag]
    return total
