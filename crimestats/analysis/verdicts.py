"""From expectation and count to the verdict that is shown: range, level, pattern and evidence per week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.alarms import FEWEST, Alarms, alarms
from crimestats.analysis.bands import BATCH, SHIFT, SURGE, Array, Basis, Level, WeekBand
from crimestats.analysis.design import Design
from crimestats.analysis.expected import Expectation, expect
from crimestats.analysis.negative_binomial import at_least, mid_p, quantile
from crimestats.analysis.shifts import Found
from crimestats.config import Detection as Rules

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Judged:
    """Per series: its band, and the shifts found in it."""

    bands: list[WeekBand]
    shifts: Sequence[tuple[Found, ...]]


def judge(
    counts: Array, design: Design, preliminary: Flags, share: Array, nominal: float, rules: Rules
) -> Judged:
    """Judge every week of some series, each by itself and the weeks before it.

    Args:
        counts: (S, T), NaN = missing. design: the weeks' columns.
        preliminary: (T,) weeks that may still grow. share: (S, T) part of each week's reports known by now.
        nominal: see :func:`crimestats.analysis.alarms.alarms`.
    """
    found = expect(counts, design, rules, share)
    told = alarms(counts, found.mean, found.dispersion, found.doubt, nominal)
    lower, upper = usual_range(found.mean, found.variance, rules)
    known = np.isfinite(counts) & np.isfinite(found.mean)
    part, excused = _in_shift(counts, found, nominal)
    level = levels(counts, lower, upper, told.alarm & ~excused, preliminary)
    level[(told.batch | (told.alarm & excused)) & known] = Level.WATCH
    arrays = {
        "expected": found.mean, "lower": lower, "upper": upper, "alarm_limit": told.limit,
        "p_value": at_least(counts, found.mean, found.variance),
        "level": level, "basis": found.basis, "weeks_used": found.weeks_used, "observed": counts,
        "noise": found.dispersion * found.mean, "doubt": found.doubt * found.mean,
        "pattern": _patterns(told, part, level), "window": np.where(level == Level.ALARM, told.window, 0),
        "window_p": np.where(level == Level.ALARM, told.window_p, np.nan),
        "holiday_unmodelled": design.holiday & (found.basis == Basis.LEVEL), "share": share,
    }  # fmt: skip
    rows = [{name: _kept(arrays[name][row]) for name in arrays} for row in range(len(counts))]
    assert set(arrays) == {f.name for f in fields(WeekBand)}
    return Judged([WeekBand(**row) for row in rows], found.shifts)


def usual_range(mean: Array, variance: Array, rules: Rules) -> tuple[Array, Array]:
    """Both ends of what is usual; at least up to two, since one or two reports are never unusual."""
    fewest = np.where(np.isfinite(mean), FEWEST - 1.0, np.nan)
    upper = np.maximum(quantile(1 - rules.watch_alpha, mean, variance), fewest)
    return quantile(rules.watch_alpha, mean, variance), upper


def levels(counts: Array, lower: Array, upper: Array, alarm: Flags, preliminary: Flags) -> NDArray[np.int8]:
    """The verdict on each count; a preliminary week can only grow, so its lowness is not judged."""
    level = np.full(counts.shape, Level.USUAL, dtype=np.int8)
    level[counts > upper] = Level.WATCH
    low = counts < lower
    level[low] = Level.BELOW
    level[alarm] = Level.ALARM
    level[(low & preliminary) | np.isnan(counts) | np.isnan(lower)] = Level.NONE
    return level


def _in_shift(counts: Array, found: Expectation, nominal: float) -> tuple[Flags, Flags]:
    """Weeks of a recognised shift before the baseline follows it; and those ordinary at the new level.

    A lasting rise is told when it is recognised. After that a week alarms only when it is unusual at the
    new level too.
    """
    part, level = np.zeros(counts.shape, bool), np.ones(counts.shape)
    for row, shifts in enumerate(found.shifts):
        for shift in shifts:
            weeks = slice(shift.recognised, shift.until)
            part[row, weeks], level[row, weeks] = True, max(shift.ratio, 1.0)
    mean = found.mean * level
    variance = found.dispersion * mean + (mean * found.doubt) ** 2
    return part, part & (level > 1) & (mid_p(counts, mean, variance) >= nominal)


def _patterns(told: Alarms, part: Flags, level: NDArray[np.int8]) -> NDArray[np.str_]:
    flagged = (level >= Level.WATCH) | (level == Level.BELOW)
    found = np.where(level == Level.ALARM, SURGE, "").astype("<U5")
    found[part & flagged & (level != Level.ALARM)] = SHIFT
    found[told.batch & (level == Level.WATCH)] = BATCH
    return found


def _kept(values: NDArray) -> NDArray:  # type: ignore[type-arg]
    """A row of its own that nobody can change: bands are shared between all who ask."""
    row = np.ascontiguousarray(values)
    row.setflags(write=False)
    return row
