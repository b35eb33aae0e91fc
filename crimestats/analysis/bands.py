"""What detection tells of a week, a period and a lasting shift: values without methods of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from crimestats.weeks import IsoWeek

Array = NDArray[np.float64]


class Level(IntEnum):
    """The verdict on a count; plain words for each in the i18n tables."""

    NONE = 0  # cannot be judged: missing, record too short, or low while still preliminary
    BELOW = 1
    USUAL = 2
    WATCH = 3  # fler än vanligt
    ALARM = 4  # ovanligt många


class Basis(IntEnum):
    """What a week's expectation rests on; later is better."""

    TOO_SHORT = 0  # no expectation
    LEVEL = 1  # the last year's level, no season
    SEASON = 2  # level, trend, season and holidays


SURGE, SHIFT, BATCH = "surge", "shift", "batch"


def _none() -> Array:
    return np.zeros(0)


@dataclass(frozen=True)
class WeekBand:
    """One series judged week by week; arrays (T,), NaN where there is no range.

    Attributes:
        expected: expected count; in a preliminary week, the part of it that should be known by now.
        lower, upper: the range shown ("vanligt 24-43"), whole numbers, both ends usual.
        alarm_limit: the count above which this week is unusual, given the two weeks before it.
        p_value: probability of a count at least this high in one week.
        level, basis: :class:`Level` and :class:`Basis` as int8.
        weeks_used: earlier weeks behind the expectation.
        observed, noise, doubt: the counts, the variance around the mean and the mean's standard error.
        pattern: "" or, of a flagged week: "surge"; "shift", part of a recognised level shift, told once and
        then
            watched; "batch", two thin weeks that empty into this one: late reports, not more of them.
        window: how many weeks together made the alarm, 1 to 3; 0 = no alarm.
        window_p: probability of so many reports in those weeks.
        holiday_unmodelled: a holiday week judged without the record of two earlier years.
        share: of the week's reports known by now, 1 unless delays are known.
    """

    expected: Array
    lower: Array
    upper: Array
    alarm_limit: Array
    p_value: Array
    level: NDArray[np.int8]
    basis: NDArray[np.int8]
    weeks_used: NDArray[np.int64]
    observed: Array = field(default_factory=_none)
    noise: Array = field(default_factory=_none)
    doubt: Array = field(default_factory=_none)
    pattern: NDArray[np.str_] = field(default_factory=lambda: np.zeros(0, "<U5"))
    window: NDArray[np.int8] = field(default_factory=lambda: np.zeros(0, np.int8))
    window_p: Array = field(default_factory=_none)
    holiday_unmodelled: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    share: Array = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class PeriodBand:
    """The sum of a period's weeks judged as one count, over the weeks that have counts.

    ``observed`` is None when none has; ``n_missing`` says how many have not. Range and p-value are NaN when
    the record is too short at any of the weeks.
    """

    observed: int | None
    expected: float
    lower: float
    upper: float
    p_value: float
    level: Level
    basis: Basis
    n_missing: int


@dataclass(frozen=True, slots=True)
class Shift:
    """A lasting change of level in a series.

    Attributes:
        code: the series. first: its first week at the new level. recognised: the week that gave it away.
        rebased: the week from which on the new level is the expectation; None = not yet, or it ended before.
        ratio: new level over old.
    """

    code: str
    first: IsoWeek
    recognised: IsoWeek
    rebased: IsoWeek | None
    ratio: float
