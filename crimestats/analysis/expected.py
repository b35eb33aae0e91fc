"""What each week was expected to hold, judged only by the weeks before it; batched over series and weeks."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.bands import Basis
from crimestats.analysis.baseline import LEVEL_WEEKS, bases
from crimestats.analysis.design import Design
from crimestats.analysis.regression import fit
from crimestats.analysis.shifts import RUN, Found, lasts, next_shift
from crimestats.config import Detection as Rules

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Weeks after which a week counts half: the level of real records wanders.
HALF_LIFE = 400.0
# A level from part of a year has not seen the other seasons: the share of doubt if it had seen none.
SEASON_SD = 0.3
# A step in the level costs this many reports before half of it is believed.
STEP_RIDGE = 1.0
_MOST_SHIFTS = 8


@dataclass(frozen=True, slots=True)
class Expectation:
    """Arrays (S, T), NaN where the record is too short.

    Attributes:
        mean: expected count. doubt: standard error of its logarithm.
        dispersion: variance over mean of a count around its true mean.
        basis: :class:`Basis` per week. weeks_used: how many earlier weeks the expectation rests on.
        shifts: per series, the level shifts found, oldest first.
    """

    mean: Array
    doubt: Array
    dispersion: Array
    basis: NDArray[np.int8]
    weeks_used: NDArray[np.int64]
    shifts: tuple[tuple[Found, ...], ...] = ()

    def of(self, row: int) -> Expectation:
        """One series alone (1, T); the arrays are views, so what is written there is written here."""
        one = slice(row, row + 1)
        return Expectation(
            self.mean[one], self.doubt[one], self.dispersion[one], self.basis[one], self.weeks_used[one]
        )

    @property
    def variance(self) -> Array:
        """Of a new count: chance, and the doubt about the mean."""
        return self.dispersion * self.mean + (self.mean * self.doubt) ** 2


def expect(counts: Array, design: Design, rules: Rules, share: Array | float = 1.0) -> Expectation:
    """The expectation of every week of every series.

    Args:
        counts: (S, T) weekly counts of consecutive weeks, NaN = missing (neither baseline nor zero).
        design: the weeks' columns.
        rules: lengths from the settings.
        share: (S, T) part of each week's reports known by now. A week that is not whole yet takes no part in
            the expectation of others, and is itself held against the share of what was expected: a negative
            binomial thinned by chance stays one, with mean s μ and dispersion 1 + s (φ - 1).
    """
    basis, share = bases(counts, rules), np.broadcast_to(share, counts.shape)
    whole = np.where(share < 1, np.nan, counts)
    held = np.isfinite(counts)
    before = np.cumsum(held, axis=1) - held
    mean, doubt, dispersion = (np.full(counts.shape, np.nan) for _ in range(3))
    used = np.where(basis > Basis.TOO_SHORT, before, 0)
    found = Expectation(mean, doubt, dispersion, basis, used)
    _level(found, whole, design)
    _season(found, whole, design.columns, design.ridge, basis == Basis.SEASON)
    shifts = tuple(_follow_shifts(found, whole, design, rules, row) for row in range(len(counts)))
    thinned = 1 + share * (found.dispersion - 1)
    return replace(found, mean=share * found.mean, dispersion=thinned, shifts=shifts)


def _level(found: Expectation, counts: Array, design: Design) -> None:
    """The last year's level, for records that cannot know their season."""
    asked = found.basis == Basis.LEVEL
    told = fit(counts, design.columns[:, :1], design.ridge[:1], asked, window=LEVEL_WEEKS)
    rows, weeks = np.nonzero(asked)
    held = np.isfinite(counts)
    before = np.cumsum(held, axis=1) - held
    used = before[rows, weeks] - before[rows, np.maximum(weeks - LEVEL_WEEKS, 0)]
    unseen = SEASON_SD * np.maximum(1 - used / 52, 0.0)
    found.mean[asked], found.dispersion[asked] = told.mean[asked], told.dispersion[asked]
    found.doubt[asked] = np.hypot(told.doubt[asked], unseen)
    found.weeks_used[asked] = used


def _season(found: Expectation, counts: Array, columns: Array, ridge: Array, asked: Flags) -> Array:
    """Fit some weeks (S, T) with season; each series' first coefficients (S, p)."""
    told = fit(counts, columns, ridge, asked, half_life=HALF_LIFE)
    for mine, theirs in (
        (found.mean, told.mean),
        (found.doubt, told.doubt),
        (found.dispersion, told.dispersion),
    ):
        mine[asked] = theirs[asked]
    return told.start


def _follow_shifts(
    found: Expectation, counts: Array, design: Design, rules: Rules, row: int
) -> tuple[Found, ...]:
    """Find a series' shifts in order of time; from the week a shift is re-based, a step is in the model."""
    columns, ridge, start = design.columns, design.ridge, 0
    told: list[Found] = []
    season = found.basis[row] == Basis.SEASON
    while len(told) < _MOST_SHIFTS:
        mean = np.where(season, found.mean[row], np.nan)
        shift = next_shift(counts[row], mean, found.dispersion[row], found.doubt[row], start, rules)
        if shift is None:
            break
        start = shift.until
        if shift.rebased is not None and not _lasts(shift, counts[row], columns, ridge):
            shift = replace(shift, rebased=None)
        if shift.rebased is not None:
            step = (np.arange(len(columns)) >= shift.first).astype(float)
            columns, ridge = np.column_stack([columns, step]), np.append(ridge, STEP_RIDGE)
            later = season & (np.arange(len(season)) >= shift.rebased)
            fitted = _season(found.of(row), counts[[row]], columns, ridge, later[None, :])
            if later.any():
                shift = replace(shift, settled=float(np.exp(fitted[0, -1])))
        told.append(shift)
    return tuple(told)


def _lasts(shift: Found, y: Array, columns: Array, ridge: Array) -> bool:
    weeks = slice(shift.until - RUN, shift.until)
    place = np.arange(len(y))
    before = np.where(place < shift.first, y, np.nan)[None, :]
    asked = ((place >= weeks.start) & (place < weeks.stop))[None, :]
    told = fit(before, columns, ridge, asked, half_life=HALF_LIFE)
    return lasts(shift, y[weeks], told.mean[0, weeks], told.dispersion[0, weeks], told.doubt[0, weeks])
