"""Late reports: how large a part of a week is known so many weeks after it, and what it may end at.

Needs uploads that stated earlier weeks again. Where there are none nothing can be known of delays, and the
newest weeks are only marked as preliminary. Alarms are never raised from an inflated count: the known count
is held against the share of what was expected (:mod:`crimestats.analysis.expected`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import special

Array = NDArray[np.float64]

# After so many weeks a week is taken to be whole.
LONGEST_DELAY = 4
# Fewer weeks than this do not tell how late reports come; one municipality's alone are too few for most
# series.
FEWEST_WEEKS = 26
# R's prior for the delays: so much of a report in each (control$gd.prior.kappa).
_DIRICHLET = 0.1
_NODES = 400


@dataclass(frozen=True, slots=True)
class Nowcast:
    """What a week may end at: whole reports, the middle and both ends of 95 %."""

    estimate: int
    low: int
    high: int


def triangle(rows: Iterable[Mapping[str, Any]], longest: int = LONGEST_DELAY) -> Array:
    """Cumulative counts (weeks, longest + 1) by how many weeks after the week they were stated; NaN = not
    known.

    Args:
        rows: the store's question ``reporting_triangle`` for one category: area, week, age, count. Areas are
            pooled. A week stated only once says nothing of delays and is left out.
    """
    weeks: dict[tuple[str, int], dict[int, float]] = {}
    for row in rows:
        weeks.setdefault((row["area"], row["week"]), {})[int(row["age"])] = float(row["count"])
    told = [_by_age(stated, longest) for stated in weeks.values() if len(stated) > 1]
    return np.array(told) if told else np.zeros((0, longest + 1))


def _by_age(stated: Mapping[int, float], longest: int) -> list[float]:
    """The newest statement by each age; unknown before the first and after the last of them."""
    last = max(stated)
    known = [[age for age in stated if age <= n] for n in range(longest + 1)]
    return [stated[max(ages)] if ages and n <= last else np.nan for n, ages in enumerate(known)]


def factors(cumulative: Array) -> Array:
    """Chain-ladder factors (D,): how much a count grows from each age to the next, all weeks pooled."""
    both = np.isfinite(cumulative[:, 1:]) & np.isfinite(cumulative[:, :-1])
    grown = np.where(both, cumulative[:, 1:], 0.0).sum(axis=0)
    before = np.where(both, cumulative[:, :-1], 0.0).sum(axis=0)
    # Reports are moved and withdrawn too: single weeks may shrink, all of them together should not.
    return np.where(before > 0, np.maximum(grown / np.maximum(before, 1e-12), 1.0), 1.0)


def share_known(growth: Array) -> Array:
    """The part of a week known at each age (D + 1,), from :func:`factors`; 1 at the last."""
    return np.append(1.0 / np.cumprod(growth[::-1])[::-1], 1.0)


def shares(cumulative: Array) -> Array | None:
    """The part known at each age, None where too few weeks tell."""
    told = np.isfinite(cumulative[:, :-1] + cumulative[:, 1:]).any(axis=1).sum() if len(cumulative) else 0
    return share_known(factors(cumulative)) if told >= FEWEST_WEEKS else None


def chain_ladder(known: float, share: float) -> float:
    """What a week would end at if the rest came as late as it did in other weeks."""
    return known / share


def lawless(known: int, share: float) -> Nowcast:
    """Limits of Lawless (1994, equation 2.16) as R's ``surveillance`` 1.20.3 computes them.

    R keeps only the second part of that variance, the chance of what is to come, not the doubt about the
    share; and cuts the normal distribution at what is known without moving what is left.
    """
    mean = known / share
    spread = np.sqrt(known * (1 - share)) / share
    if spread == 0:
        return Nowcast(round(mean), round(mean), round(mean))
    count = np.arange(known, int(mean + 12 * spread) + 2)
    whole = 1 - special.ndtr((known - mean) / spread)
    return _limits(count, special.ndtr((count - mean) / spread) / whole)


def bayes(known: int, age: int, increments: Array, mean: float, variance: float) -> Nowcast:
    """Posterior of a week's final count: Gamma-Poisson before looking, delays Dirichlet (Höhle & an der
    Heiden 2014).

    R draws the delay distribution a thousand times; here the part known, which is a Beta, is integrated over.

    Args:
        known: reports known now, ``age`` weeks after the week.
        increments: (weeks, D + 1) new reports per age, NaN in the future.
        mean, variance: of a week's final count before looking; the variance is above the mean.
    """
    seen = np.nansum(increments, axis=0) + _DIRICHLET
    early, late = seen[: age + 1].sum(), seen[age + 1 :].sum()
    if age + 1 >= len(seen):
        return Nowcast(known, known, known)
    part = special.betaincinv(early, late, (np.arange(_NODES) + 0.5) / _NODES)
    size = mean**2 / (variance - mean)
    ahead = np.arange(int(known + mean + 12 * np.sqrt(variance)) + 2)
    missed = (1 - part) * mean / (mean + size)  # chance of one more, given a part known
    log = special.gammaln(size + known + ahead) - special.gammaln(size + known) - special.gammaln(ahead + 1)
    told = np.exp(log + np.outer(np.log(missed), ahead) + (size + known) * np.log1p(-missed)[:, None])
    return _limits(known + ahead, np.cumsum(told.mean(axis=0)))


def _limits(count: NDArray[np.int64], cumulative: Array) -> Nowcast:
    places = np.minimum(np.searchsorted(cumulative, (0.025, 0.5, 0.975)), len(count) - 1)
    low, middle, high = count[places].tolist()
    return Nowcast(middle, low, high)


def by_week(share: Array, ages: NDArray[np.int64]) -> Array:
    """The part known of each week (T,) at its age in weeks (T,); 1 from the longest delay on."""
    found: Array = share[np.clip(ages, 0, len(share) - 1)]
    return found
