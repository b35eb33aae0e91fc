"""Weekly levels and counts to draw, by themselves: for benchmarks that put their own events into them.

The setting of ``simulate`` (after Noufaily et al. 2013, section 3.1): trend or none, no to two yearly waves,
calendar effects in most series, negative binomial counts.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from crimestats.weeks import IsoWeek

Array = NDArray[np.float64]
MEANS = (0.5, 1, 2, 4, 8, 15, 40)
_YEAR = 365.2425 / 7


def level(rng: np.random.Generator, weeks: Sequence[IsoWeek], mean: float) -> Array:
    """Mean counts of consecutive weeks (T,), about ``mean`` a week at the end."""
    time = np.arange(len(weeks)) / _YEAR
    log = np.log(mean) + rng.integers(2) * rng.uniform(-0.08, 0.12) * (time - time[-1])
    for wave in range(1, int(rng.integers(3)) + 1):
        log = log + rng.uniform(0.1, 0.4) / wave * np.cos(2 * np.pi * (wave * time + rng.uniform()))
    if rng.random() < 0.6:
        effects = {25: rng.uniform(1.2, 1.8), **dict.fromkeys((50, 51), rng.uniform(1.1, 1.5))}
        effects |= dict.fromkeys((52, 53, 1), rng.uniform(0.6, 0.9))
        log = log + np.log([effects.get(week.week, 1.0) for week in weeks])
    found: Array = np.exp(log)
    return found


def dispersion(rng: np.random.Generator, mean: float) -> float:
    """Variance over mean."""
    return float(rng.uniform(1, 2) if mean <= 4 else rng.uniform(1.2, 3))


def counts(rng: np.random.Generator, means: Array, spread: float) -> Array:
    """Counts (T,) with these means and variance ``spread`` x mean."""
    if spread <= 1.001:
        return rng.poisson(means).astype(float)
    return rng.poisson(rng.gamma(means / (spread - 1), spread - 1)).astype(float)
