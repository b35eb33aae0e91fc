"""Which weeks the words may mean, seen from the period of the text: plausible readings, likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from crimestats.checking.dates import whole_weeks
from crimestats.checking.model import Moment, Span
from crimestats.checking.moments import OVER
from crimestats.periods import Period, month_of, month_periods, year_before, year_to_date
from crimestats.weeks import IsoWeek, WeekError, week_range, weeks_in_year


@dataclass(frozen=True)
class Calendar:
    """The period of the text, and the periods that the municipality has named."""

    period: Period
    named: Sequence[Period] = ()

    def this(self) -> Span:
        return Span.of(self.period.weeks)

    def spans(self, moment: Moment | None, around: Span | None = None) -> tuple[Span, ...]:
        """The weeks meant; none when it cannot be told.

        Args:
            moment: None = the text's own period.
            around: the weeks that a relative word starts from, ``samma period förra året``.
        """
        if moment is None:
            return (self.this(),)
        try:
            found = list(self._of(moment, around or self.this()))
        except WeekError:
            return ()
        return tuple(dict.fromkeys(found))

    def _of(self, moment: Moment, around: Span) -> Iterator[Span]:
        period = self.period
        match moment.kind:
            case "this":
                yield self.this()
            case "same_week":
                yield around
            case "weeks":
                yield from self._weeks(moment)
            case "across":
                first, last = (
                    IsoWeek(moment.year, moment.weeks[0]),
                    IsoWeek(moment.last_year, moment.weeks[1]),
                )
                if first < last:
                    yield Span.of(tuple(week_range(first, last)))
            case "month":
                yield from self._month(moment)
            case "year":
                yield from self._year(moment.year, around)
            case "same_in_year":
                yield from self._years_back(around, _year_of(around) - moment.year)
            case "year_before" | "two_years":
                yield from self._years_back(around, 1 if moment.kind == "year_before" else 2)
            case "same_time":
                yield from self._years_back(around, 1)
                yield around
            case "before":
                yield from self._before(around)
            case "until":
                yield from self._until(moment)
            case "week_after" | "week_before":
                yield from self._week_beside(around, 1 if moment.kind == "week_after" else -1)
            case "to_date":
                yield Span.of(year_to_date(period.last).weeks)
            case "whole_year":
                yield Span.of(_whole(period.last.year - 1))
            case "dates":
                yield from self._dates(moment.days[0])

    def _weeks(self, moment: Moment) -> Iterator[Span]:
        if OVER in moment.weeks:
            yield from self._over_new_year(moment)
            return
        last = self.period.last
        for year in [moment.year] if moment.year else [last.year, last.year - 1]:
            year -= int(moment.years_back)
            weeks = tuple(IsoWeek(year, number) for number in moment.weeks)
            if moment.year or moment.years_back or weeks[-1] <= last or year < last.year:
                yield Span.of(weeks)
                return

    def _until(self, moment: Moment) -> Iterator[Span]:
        year = (moment.year or self.period.last.year) - int(moment.years_back)
        yield Span.of(year_to_date(IsoWeek(year, moment.weeks[0])).weeks)

    def _week_beside(self, around: Span, step: int) -> Iterator[Span]:
        yield Span.of((around.weeks[-1] + 1 if step > 0 else around.weeks[0] - 1,))
        if len(around) > 1 and step < 0:
            yield Span.of((self.period.last - 1,))

    def _across(self, moment: Moment) -> Iterator[Span]:
        first, last = moment.weeks
        weeks = tuple(week_range(IsoWeek(moment.year, first), IsoWeek(moment.last_year, last)))
        if weeks:
            yield Span.of(weeks)

    def _over_new_year(self, moment: Moment) -> Iterator[Span]:
        if len(moment.weeks) == 3:
            year = moment.year or self.period.last.year
            yield Span.of(
                tuple(week_range(IsoWeek(year - 1, moment.weeks[0]), IsoWeek(year, moment.weeks[2])))
            )

    def _month(self, moment: Moment) -> Iterator[Span]:
        if not moment.year and not moment.years_back and self._to_come(moment.month):
            return
        year = moment.year or self._year_of_month(moment.month)
        year -= int(moment.years_back)
        if (year, moment.month) in self._own_months():
            yield self.this()
        for named in self.named:
            if month_of(named.first) == (year, moment.month) == month_of(named.last):
                yield Span.of(named.weeks)
        around = IsoWeek.of(date(year, moment.month, 15))
        for told in month_periods(around - 5, around + 5):
            if month_of(told.first) == (year, moment.month):
                yield Span.of(told.weeks)
        yield Span.of(tuple(w for w in week_range(around - 5, around + 5) if _within(w, year, moment.month)))
        if (year, moment.month) == self._own_months()[0] or self._year_back(year, moment.month):
            yield from self._years_back(self.this(), self.period.last.year - year)

    def _year_back(self, year: int, month: int) -> bool:
        return (month in {own for _, own in self._own_months()}) and year < self.period.last.year

    def _own_months(self) -> list[tuple[int, int]]:
        """The month of the text's period, first by the bulletin's rule and then by where its days lie."""
        period = self.period
        if len(period) > 6:
            return [(0, 0)]
        middle = period.weeks[len(period) // 2].thursday
        return list(dict.fromkeys([month_of(period.last), (middle.year, middle.month)]))

    def _to_come(self, month: int) -> bool:
        """Whether a month without a year is more likely the next than the last of its name."""
        own = self._own_months()[0][1] or month_of(self.period.last)[1]
        return (month - own) % 12 in (1, 2)

    def _year_of_month(self, month: int) -> int:
        last_year, last_month = (
            self._own_months()[0] if self._own_months()[0][0] else month_of(self.period.last)
        )
        return last_year if month <= last_month else last_year - 1

    def _year(self, year: int, around: Span) -> Iterator[Span]:
        back = _year_of(around) - year
        if back == 0:
            yield around
            yield Span.of(year_to_date(self.period.last).weeks)
            return
        if back < 0 or back > 30:
            return
        yield from self._years_back(around, back)
        yield Span.of(_whole(year))
        yield Span.of(
            tuple(IsoWeek(year, n) for n in range(1, min(self.period.last.week, weeks_in_year(year)) + 1))
        )

    def _years_back(self, around: Span, back: int) -> Iterator[Span]:
        if back == 1 and all(len(group) == 1 for group in around.groups):
            yield Span(tuple(p for w in around.weeks for p in year_before(Period(w, w)).partners))
        elif back > 0:
            yield Span.of(
                tuple(IsoWeek(w.year - back, min(w.week, weeks_in_year(w.year - back))) for w in around.weeks)
            )

    def _before(self, around: Span) -> Iterator[Span]:
        first = around.weeks[0]
        for named in self.named:
            if named.last + 1 == first:
                yield Span.of(named.weeks)
        yield Span.of(tuple(week_range(first - len(around), first - 1)))
        told = month_periods(first - 1, first - 1)
        yield from (Span.of(p.weeks) for p in told if p.last + 1 == first)

    def _dates(self, text: str) -> Iterator[Span]:
        if weeks := whole_weeks(text, self.period.last.year):
            yield Span.of(weeks)


def _year_of(span: Span) -> int:
    return span.weeks[-1].year


def _whole(year: int) -> tuple[IsoWeek, ...]:
    return tuple(IsoWeek(year, n) for n in range(1, weeks_in_year(year) + 1))


def _within(week: IsoWeek, year: int, month: int) -> bool:
    return (week.thursday.year, week.thursday.month) == (year, month)
