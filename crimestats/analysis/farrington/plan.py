"""Which weeks the baseline of a week holds, and their seasonal levels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.farrington.control import Control

Days = NDArray[np.int64]


class PlanError(ValueError):
    """The record begins too late for the years asked for, or the levels are more than the weeks."""


@dataclass(frozen=True)
class Plan:
    """The baseline of one judged week, the same for all series on the time axis.

    Attributes:
        week: 0-based index of the judged week.
        weeks: 0-based indices (N,) of the baseline weeks in time order.
        levels: indicator matrix (N, L); the last column is the level of the judged week.
    """

    week: int
    weeks: NDArray[np.int64]
    levels: NDArray[np.float64]


def plan(week: int, control: Control, days: Days | None) -> Plan:
    """Anchors, windows and levels of one judged week (Noufaily et al. 2013, section 3.2).

    Args:
        week: 0-based index.
        days: ordinal day of every week (T,) for anchors by the calendar; None for steps of 52 weeks.

    Raises:
        PlanError: when an anchor lies before the series, or a gap holds too few weeks for the levels.
    """
    anchors = _anchors(week, control.b, days)
    top, w = control.no_periods, control.w
    if anchors[-1] < 0:
        raise PlanError(f"no week {control.b} years before week {week + 1}")
    level = np.zeros(week + w + 2, dtype=int)
    level[max(week - w, 0) : week + 1] = top
    for newer, anchor in pairwise(anchors):
        level[max(anchor - w, 0) : anchor + w + 1] = top
        if top > 1:
            _fill_gap(level, anchor + w + 1, newer - anchor - 2 * w - 1, top - 1, w)
    level[max(week - control.past_weeks_not_included, 0) :] = 0
    weeks = np.flatnonzero(level)
    return Plan(week, weeks, (level[weeks][:, None] == np.arange(1, top + 1)).astype(float))


def _fill_gap(level: NDArray[np.int64], start: int, length: int, blocks: int, w: int) -> None:
    """Levels 1, 2 … in order over a gap; the first ``length mod blocks`` of them one week longer.

    R counts backwards over a block of no weeks and thereby marks the week on either side of it; so do we.
    """
    if length < blocks - 2 * w:
        raise PlanError(f"{length} weeks cannot hold {blocks} levels")
    short, longer = divmod(length, blocks)
    for block in range(blocks):
        size = short + (block < longer)
        level[start : start + size] = block + 1
        if size == 0:
            level[start - 1 : start + 1] = block + 1
        start += size


def _anchors(week: int, years: int, days: Days | None) -> list[int]:
    if days is None:
        return [week - 52 * n for n in range(years + 1)]
    today = date.fromordinal(int(days[week]))
    back = [today.toordinal() - _years_back(today, n).toordinal() for n in range(years + 1)]
    return [week - round(distance / 7) for distance in back]


def _years_back(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return date(day.year - years, 3, 1)
