"""What a week would hold by the weeks before it: a penalised quasi-Poisson regression, many weeks at once.

log mean = design · coefficients. The coefficients of season, trend and holidays are drawn towards zero (ridge
penalty: Hoerl & Kennard 1970; as a generalised linear model: le Cessie & van Houwelingen 1992), so that a
short or sparse record cannot invent a season. Past surges are weighted down by their Anscombe residual
(Farrington et al. 1996, section 3.6).

A run of weeks is judged in order of time: the first from scratch, each later one by one more step from where
the week before it left off, as in recursive estimation (Ljung & Söderström 1983, chapter 2). One week among
hundreds moves the fit so little that one step is enough, and a week's verdict still hangs on nothing but its
own record up to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.newton import Rows

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Indices = NDArray[np.int64]

# Steps from scratch: always so many, so that what a week is told does not hang on what is judged beside it.
STEPS = 6
# Numbers handled at once: what a processor core keeps close.
_CHUNK = 40_000


@dataclass(frozen=True, slots=True)
class Fit:
    """Arrays (S, T), NaN where nothing was asked.

    Attributes:
        mean: expected count. doubt: standard error of its logarithm.
        dispersion: variance over mean of a count around its true mean, at least 1.
        start: (S, p) coefficients at each series' first week of its last run.
    """

    mean: Array
    doubt: Array
    dispersion: Array
    start: Array


def fit(
    counts: Array, design: Array, ridge: Array, asked: Flags, *,
    half_life: float = np.inf, window: int | None = None,
) -> Fit:  # fmt: skip
    """Foretell weeks of some series, each by the weeks before it alone.

    Args:
        counts: (S, T), NaN = missing: such a week takes no part.
        design: (T, p) columns over all weeks, the first one constant.
        ridge: (p,) penalty of each column, in reports.
        asked: (S, T) which weeks to foretell.
        half_life: weeks after which a week counts half.
        window: only so many weeks before the judged one; None = all.
    """
    mean, doubt, dispersion = (np.full(counts.shape, np.nan) for _ in range(3))
    told = Fit(mean, doubt, dispersion, np.zeros((len(counts), len(ridge))))
    for rows, first, last in _runs(asked):
        each = max(1, _CHUNK // last)
        for at in range(0, len(rows), each):
            _follow(told, counts, design, ridge, rows[at : at + each], (first, last), half_life, window)
    return told


def _runs(asked: Flags) -> Iterator[tuple[Indices, int, int]]:
    """Runs of asked weeks, those of the same weeks together: series, first week, the week after the last."""
    edges = np.diff(np.pad(asked, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    starts, ends = np.argwhere(edges == 1), np.argwhere(edges == -1)
    runs = np.column_stack([starts[:, 1], ends[:, 1]])
    for first, last in np.unique(runs, axis=0):
        yield starts[(runs == (first, last)).all(axis=1), 0], int(first), int(last)


def _follow(
    told: Fit, counts: Array, design: Array, ridge: Array, rows: Indices, run: tuple[int, int],
    half_life: float, window: int | None,
) -> None:  # fmt: skip
    first, last = run
    fitted = Rows(counts[rows, :last], design[:last], ridge)
    faded = 0.5 ** (np.arange(last, 0, -1) / half_life)
    for week in range(first, last):
        past = slice(max(0, week - (window or week)), week)
        base = fitted.held[:, past] * faded[last - (past.stop - past.start) :]
        if week == first:
            fitted.begin(base, past)
        for _ in range(STEPS if week == first else 1):
            spread = fitted.step(base, past, design[week])
        if week == first:
            told.start[rows] = fitted.coefficients
        told.mean[rows, week] = fitted.foretell(design[week])
        told.doubt[rows, week] = np.sqrt(spread * fitted.dispersion)
        told.dispersion[rows, week] = fitted.dispersion
