"""Small made-up records for the tests of the analysis."""

from __future__ import annotations

import numpy as np

from crimestats.counts import WeeklyCounts
from crimestats.weeks import IsoWeek

START = IsoWeek(2016, 1)


def record(
    series: dict[str, list[float] | np.ndarray], *, start: IsoWeek = START, **more: object
) -> WeeklyCounts:
    """Counts from ``start`` on, one array per code."""
    arrays = {code: np.array(values, dtype=float) for code, values in series.items()}
    weeks = tuple(start + n for n in range(len(next(iter(arrays.values())))))
    return WeeklyCounts("Made up", weeks, arrays, **more)


def noisy(weeks: int, mean: float, seed: int, dispersion: float = 1.5) -> np.ndarray:
    """Negative binomial counts with variance ``dispersion`` x mean."""
    rng = np.random.default_rng(seed)
    return rng.negative_binomial(mean / (dispersion - 1), 1 / dispersion, weeks).astype(float)
