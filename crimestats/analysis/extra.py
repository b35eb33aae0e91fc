"""How many of a count's reports came beyond what would have come anyway, with a 90 % interval.

A count o is what would have come anyway (B) and what came extra (E): o = B + E, E >= 0. The expectation says
how B varies, so P(E = e | o) is proportional to P(B = o - e) p(e), e = 0..o: Bayes' rule for a signal over a
known background (Helene 1983, Nucl. Instrum. Methods 212, 319-322), here a negative binomial one.

The prior p(e) = 1 / sqrt(s² + e²), with s the standard deviation of B, is flat where a surge drowns in chance
and flat on the logarithm above that: every size of surge is as likely as the next. A prior flat throughout
claims too much of the weeks one looks at, since these were chosen for being high (docs/decisions/0007).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import special

Array = NDArray[np.float64]

CONTENT = 0.9
# An expectation of nothing at all leaves a report possible.
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Extra:
    """Reports beyond those that would have come anyway.

    Attributes:
        mean: their expected number, never negative.
        low, high: the shortest interval that holds 90 %, whole reports, both ends included.
    """

    mean: float
    low: int
    high: int

    @property
    def supported(self) -> bool:
        """Something came extra: the interval leaves zero out."""
        return self.low > 0


NOTHING = Extra(0.0, 0, 0)


def extra_of(observed: float, mean: float, variance: float) -> Extra:
    """What came extra in one count.

    Args:
        observed: the count, a whole number.
        mean, variance: of what would have come anyway: a new count's, the doubt about the mean included.

    Raises:
        ValueError: where there is no count or no expectation.
    """
    if not (np.isfinite([observed, mean, variance]).all() and min(observed, mean) >= 0):
        raise ValueError(f"nothing to split: {observed} against {mean} with variance {variance}")
    mean, variance = max(mean, _LEAST), max(variance, mean, _LEAST)
    extra = np.arange(int(observed) + 1.0)
    log = _log_probability(extra[::-1], mean, variance) - np.log(variance + extra**2) / 2
    weight = np.exp(log - log.max())
    weight /= weight.sum()
    kept, expected = extra[_shortest(weight)], float(weight @ extra)
    low, high = min(kept.min(), round(expected)), max(kept.max(), round(expected))
    return Extra(expected, int(low), int(high))


def _shortest(weight: Array) -> NDArray[np.int64]:
    """Positions of the likeliest values that together hold at least ``CONTENT``."""
    order = np.argsort(-weight, kind="stable")
    enough = int(np.searchsorted(np.cumsum(weight[order]), CONTENT - 1e-12)) + 1
    return order[:enough]


def _log_probability(count: Array, mean: float, variance: float) -> Array:
    """log P(B = count), negative binomial by its moments; Poisson where the variance is the mean."""
    if variance <= mean * 1.0001:
        poisson: Array = count * np.log(mean) - mean - special.gammaln(count + 1)
        return poisson
    size, chance = mean**2 / (variance - mean), mean / variance
    ways = special.gammaln(count + size) - special.gammaln(size) - special.gammaln(count + 1)
    found: Array = ways + size * np.log(chance) + count * np.log1p(-chance)
    return found
