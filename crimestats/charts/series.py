"""From the record to what charts draw and their tables tell: the same values. Shared by the builders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from crimestats.categories import categories
from crimestats.charts.model import Band, Line, Strip
from crimestats.counts import WeeklyCounts
from crimestats.i18n import Formats, texts
from crimestats.periods import Period

Values = tuple[float | None, ...]


class WeekRange(Protocol):
    """What charts read of an expected range per week: arrays (T,) over the record's weeks, NaN = none."""

    @property
    def lower(self) -> NDArray[np.float64]: ...
    @property
    def upper(self) -> NDArray[np.float64]: ...


class PeriodRange(Protocol):
    """What charts read of the expected range of a whole period."""

    @property
    def lower(self) -> float: ...
    @property
    def upper(self) -> float: ...


class Expectation(Protocol):
    """What charts read of a detection (crimestats.analysis)."""

    @property
    def bands(self) -> Mapping[str, WeekRange]: ...
    def over(self, code: str, period: Period) -> PeriodRange: ...


def name_of(code: str, lang: str) -> str:
    """A category's name on screen; a code that the list does not know stands for itself."""
    found = categories().get(code)
    return found.name(lang) if found else code


def plain(values: Iterable[float]) -> Values:
    """An array as a chart keeps it: None for NaN, whole counts as ints."""
    return tuple(None if np.isnan(v) else int(v) if float(v).is_integer() else float(v) for v in values)


def cut(array: NDArray[np.float64], record: WeeklyCounts, weeks: Period) -> Values:
    """The part of an array over the record's weeks (T,) that lies in ``weeks``; None outside the record."""
    places = [record.index(week) for week in weeks.weeks]
    return plain(np.nan if n is None else array[n] for n in places)


def line_of(record: WeeklyCounts, code: str, weeks: Period, name: str, end_label: str = "") -> Line:
    """A category's counts as a line, its preliminary weeks marked."""
    open_weeks = [n is not None and n < len(record.preliminary) and bool(record.preliminary[n])
                  for n in map(record.index, weeks.weeks)]  # fmt: skip
    values = plain(record.values(code, weeks))
    return Line(name, code, values, tuple(open_weeks) if any(open_weeks) else (), end_label)


def band_of(
    expected: Expectation | None, record: WeeklyCounts, code: str, weeks: Period, lang: str
) -> Band | None:
    """A category's expected range; None where there is none in any of the weeks."""
    found = expected.bands.get(code) if expected else None
    if found is None:
        return None
    lower, upper = cut(np.asarray(found.lower), record, weeks), cut(np.asarray(found.upper), record, weeks)
    both = [
        (a, b) if a is not None and b is not None else (None, None) for a, b in zip(lower, upper, strict=True)
    ]
    last = next(((a, b) for a, b in reversed(both) if a is not None and b is not None), None)
    if last is None:
        return None
    say, formats = texts(lang), Formats(lang)
    ends = say("charts.usual", span=formats.span(*last))
    return Band(say("charts.usual_range"), tuple(a for a, _ in both), tuple(b for _, b in both), ends)


def missing_strips(lines: Sequence[Line], weeks: Period, lang: str) -> tuple[Strip, ...]:
    """The runs of ``weeks``, the lines' first ones, in which no line has a figure: told on the axis."""
    absent = [all(line.values[n] is None for line in lines) for n in range(len(weeks))]
    found = []
    for is_absent, group in groupby(range(len(weeks)), key=lambda n: absent[n]):
        run = list(group)
        if is_absent and not all(absent):
            gap = Period(weeks.first + run[0], weeks.first + run[-1])
            told = texts(lang)(
                "charts.missing_weeks", weeks=Formats(lang).weeks(gap, short=True, year=len(weeks) > 60)
            )
            found.append(Strip("missing", gap.first, gap.last, told))
    return tuple(found)
