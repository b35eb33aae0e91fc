"""The law of a weekly count: negative binomial by mean and variance, Poisson where the variance is the mean.

Written on ``scipy.special`` because ``scipy.stats`` takes a second to import, and its quantile function can
end the process on extreme means.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

Array = NDArray[np.float64]

# Above this the normal limit is right to a millionth, and whole numbers are no longer exact.
_LARGEST_MEAN = 1e12
# A rounding error must not move a limit by one.
_ROUNDING = 1.0 - 64 * np.finfo(float).eps


def at_least(count: ArrayLike, mean: ArrayLike, variance: ArrayLike) -> Array:
    """P(Y >= count), elementwise; NaN where an argument is NaN.

    Negative binomial with size r = mean² / (variance - mean): P(Y >= k) = I_(1 - mean/variance)(k, r)
    (Abramowitz & Stegun 1964, 26.5.26). Poisson: P(k, mean).
    """
    k, m, v = np.broadcast_arrays(*(np.asarray(x, dtype=float) for x in (count, mean, variance)))
    spread = v > m * (1 + 1e-9)
    over = np.where(spread, v - m, 1.0)
    whole = np.maximum(np.ceil(k), 1.0)
    tail = np.where(
        spread, special.betainc(whole, m * m / over, over / v), special.gammainc(whole, np.minimum(m, 1e18))
    )
    return np.where(k <= 0, np.where(np.isnan(m), np.nan, 1.0), tail)


def mid_p(count: ArrayLike, mean: ArrayLike, variance: ArrayLike) -> Array:
    """P(Y > count) + P(Y = count) / 2 (Lancaster 1961).

    Fair on average for small counts, where P(Y >= count) is too large.
    """
    k = np.asarray(count, dtype=float)
    return (at_least(k, mean, variance) + at_least(k + 1, mean, variance)) / 2


def quantile(probability: float, mean: Array, variance: Array) -> Array:
    """The smallest whole number u with P(Y <= u) >= probability, elementwise; NaN without a finite mean.

    Starts from the Cornish-Fisher value (1938), steps away from it until the answer is between two steps, and
    halves what is between.
    """
    mean, variance = np.broadcast_arrays(np.asarray(mean, float), np.asarray(variance, float))
    found = np.where(np.isfinite(mean), mean + special.ndtri(probability) * np.sqrt(variance), np.nan)
    known = np.isfinite(mean) & np.isfinite(variance) & (mean < _LARGEST_MEAN)
    if known.any():
        found[known] = _search(probability, mean[known], variance[known])
    return found


def mid_limit(alpha: float, mean: Array, variance: Array) -> Array:
    """The largest whole number whose :func:`mid_p` is at least alpha: more than it is rarer than alpha."""
    limit = quantile(1.0 - alpha, mean, variance)
    below = mid_p(limit, mean, variance) < alpha
    return np.where(below, limit - 1, limit)


def _search(probability: float, m: Array, v: Array) -> Array:
    beyond = 1.0 - probability * _ROUNDING

    def reached(u: Array, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = at_least(u + 1, m[rows], v[rows]) <= beyond
        return found

    z = special.ndtri(probability)
    skew = (2 * np.maximum(v, m) - m) / m  # third cumulant over variance
    guess = np.maximum(0.0, np.floor(m + z * np.sqrt(v) + np.minimum((z * z - 1) * skew / 6, 4 * np.sqrt(v))))
    every = np.arange(len(m))
    above = reached(guess, every)
    low: Array = np.where(above, guess - 1, guess)
    high: Array = np.where(above, guess, guess + 1)
    for end, outward in ((low, -1.0), (high, 1.0)):
        rows, step = every[above] if outward < 0 else every[~above], 1.0
        while len(rows):
            inside = reached(end[rows], rows) == (outward < 0)
            rows = rows[inside & (end[rows] >= 0)]
            end[rows] += outward * step
            step *= 2
    low = np.maximum(low, -1.0)
    while len(rows := np.flatnonzero(high - low > 1)):
        middle = np.floor((low[rows] + high[rows]) / 2)
        up = reached(middle, rows)
        high[rows], low[rows] = np.where(up, middle, high[rows]), np.where(up, low[rows], middle)
    return high
