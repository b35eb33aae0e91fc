"""What can be chosen in the filter bar: areas, named periods and months, earlier data moments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from crimestats.counts import WeeklyCounts
from crimestats.i18n import Formats
from crimestats.periods import Period, month_of, month_periods
from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class Choices:
    """``periods`` newest first, each with a name in the view's language; ``weeks`` newest first."""

    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    weeks: tuple[IsoWeek, ...]
    moments: tuple[datetime, ...]

    def period(self, key: str) -> Period | None:
        """The offered period of that address."""
        return next((period for period in self.periods if period.key == key), None)

    def default_period(self) -> Period | None:
        """The newest period whose weeks have all come in, else the newest."""
        if not self.periods:
            return None
        last = self.weeks[0]
        return next((period for period in self.periods if period.last <= last), self.periods[0])


def period_choices(record: WeeklyCounts, named: Sequence[Period], lang: str) -> tuple[Period, ...]:
    """Named periods and the record's months, newest first; a name goes before a month of the same weeks."""
    if record.empty:
        return ()
    months = [
        replace(month, name=month_name(month, lang))
        for month in month_periods(record.weeks[0], record.weeks[-1])
    ]
    by_key = {period.key: period for period in (*months, *named)}
    return tuple(sorted(by_key.values(), key=lambda period: (period.last, period.first), reverse=True))


def newest_period(first: IsoWeek, last: IsoWeek) -> Period:
    """The month that the last weeks of a file belong to."""
    return month_periods(first, last)[-1]


def month_name(period: Period, lang: str) -> str:
    """``november 2021``, by the rule of decision 0002."""
    return Formats(lang).month(*month_of(period.last))


def period_label(period: Period, lang: str) -> str:
    """``november 2021 · v. 43–46``; weeks alone where the period has no name."""
    say = Formats(lang)
    weeks = say.weeks(period, short=True, year=not period.name)
    return f"{period.name} · {weeks}" if period.name else weeks
