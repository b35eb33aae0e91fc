"""Tails and limits of the negative binomial by mean and variance; Poisson where the variance is the mean.

Written on ``scipy.special`` because ``scipy.stats`` takes a second to import, and its quantile function can
end the process on extreme means.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Array = NDArray[np.float64]


def at_least(count: ArrayLike, mean: ArrayLike, variance: ArrayLike) -> Array:
    """P(Y >= count), elementwise; NaN where an argument is NaN.

    Negative binomial with size r = mean² / (variance - mean): P(Y >= k) = I_(1 - mean/variance)(k, r)
    (Abramowitz & Stegun 1964, 26.5.26). Below 0.01 % of excess variance it is Poisson: P(k, mean).
    """
    k, m, v = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (count, mean, variance)))
    safe = np.maximum(k, 1.0)
    over = np.maximum(v - m, m * 1e-4)
    spread = special.betainc(safe, m**2 / over, over / (m + over))
    tail = np.where(v > m * 1.0001, spread, special.gammainc(safe, m))
    return np.where(k <= 0, np.where(np.isnan(m), np.nan, 1.0), tail)


def quantile(probability: float, mean: Array, variance: Array) -> Array:
    """The smallest whole number u with P(Y <= u) >= probability, elementwise; NaN stays NaN.

    Starts from the Cornish-Fisher value (1938) and walks to the exact one.
    """
    found = np.full(np.shape(mean), np.nan)
    known = np.isfinite(mean) & np.isfinite(variance)
    m, v = np.asarray(mean)[known], np.asarray(variance)[known]
    z = special.ndtri(probability)
    skew = (2 * np.maximum(v, m) - m) / m  # third cumulant over variance
    u = np.maximum(0.0, np.floor(m + z * np.sqrt(v) + (z * z - 1) * skew / 6))
    beyond = (1.0 - probability) * (1 + 1e-12)  # a rounding error must not move the limit by one
    u = _walk(u, lambda k, at: at_least(k + 1, m[at], v[at]) > beyond, 1.0)
    u = _walk(u, lambda k, at: (k > 0) & (at_least(k, m[at], v[at]) <= beyond), -1.0)
    found[known] = u
    return found


def _walk(start: Array, go_on: Callable[[Array, NDArray[np.int64]], NDArray[np.bool_]], step: float) -> Array:
    """Take steps, each element until its own condition fails."""
    at, active = start.copy(), np.arange(len(start))
    while len(active):
        active = active[go_on(at[active], active)]
        at[active] += step
    return at
