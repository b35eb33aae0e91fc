"""Facts that compare: the period before and the year before, where that may be done (DOMAIN 2, 5 and 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from crimestats.analysis.calendar import holiday_days
from crimestats.analysis.compare import Comparison, PeriodComparison, against_period, against_year_before
from crimestats.counts import TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.view import MonthView, Number
from crimestats.periods import Period, year_before
from crimestats.weeks import IsoWeek


def change_facts(view: MonthView) -> Iterator[Fact]:
    """The comparisons; one that cannot be made says which weeks it lacks."""
    if view.count(TOTAL) is None:
        return
    other = _period_before(view)
    yield _change(view, "before", against_period(view.record, TOTAL, view.period, other), 40)
    year = against_year_before(view.record, TOTAL, view.period)
    yield _change(view, "year", year, 41)
    if year.comparison:
        yield from _moved(view, year)


def _period_before(view: MonthView) -> Period:
    """The named period that ends where this one begins, else the equally long run of weeks."""
    named = [period for period in view.all_periods if period.last + 1 == view.period.first]
    return min(named, key=lambda period: abs(len(period) - len(view.period)), default=view.period.before())


def _change(view: MonthView, what: str, found: PeriodComparison, rank: int) -> Fact:
    numbers: dict[str, Number] = {
        **_span(found.other),
        "year": str(found.other[0].year),
        "w53": found.has_w53,
    }
    if found.comparison is None:
        missing = sorted({*_without_count(view, found.other), *view.missing(TOTAL)})
        numbers |= {"what": what, "missing": ",".join(str(week) for week in missing)}
        return view.fact("not_compared", numbers, rank, evidence={"reason": found.reason})
    compared = found.comparison
    numbers |= {"count": compared.a, "before": compared.b, "verdict": verdict(compared)}
    numbers |= {"weeks": compared.weeks_a, "weeks_before": compared.weeks_b}
    if found.has_w53:
        numbers |= _unmatched(view)
    if compared.per_week:
        rate, rate_before = compared.rates
        numbers |= {"rate": round(rate, 1), "rate_before": round(rate_before, 1)}
    told: dict[str, int | float | str] = {
        "method": "exact conditional test",
        "p_value": round(compared.p_value, 6),
        "style": compared.style,
    }
    return view.fact(f"change_{what}", numbers, rank, subject=TOTAL, evidence=told, also=found.other)


def _unmatched(view: MonthView) -> dict[str, Number]:
    """The week 53 of the period, and the two weeks whose mean it is set against."""
    week = next(week for week in view.period.weeks if week.week == 53)
    pair = year_before(Period(week, week)).weeks
    return {"unmatched": str(week), "mean_of": ",".join(str(partner) for partner in pair)}


def verdict(compared: Comparison) -> str:
    """``same`` within chance, ``more``, ``fewer``; ``numbers`` where no word is allowed (DOMAIN 5)."""
    if compared.style in ("numbers", "from_zero"):
        return "numbers"
    if not compared.differs:
        return "same"
    return "more" if compared.direction > 0 else "fewer"


def _without_count(view: MonthView, weeks: Iterable[IsoWeek]) -> list[IsoWeek]:
    return [week for week in weeks if np.isnan(view.record.values(TOTAL, Period(week, week))[0])]


def _moved(view: MonthView, found: PeriodComparison) -> Iterator[Fact]:
    """Holidays that lay in other weeks the year before."""
    for name in found.moved:
        for year in sorted({week.year for week in view.period.weeks}):
            now, then = (sorted({IsoWeek.of(day) for day in holiday_days(y)[name]}) for y in (year, year - 1))
            if {*now, *then} & {*view.period.weeks, *found.other}:
                numbers: dict[str, Number] = {"holiday": name, **_span(now)}
                numbers |= {"before_first": str(then[0]), "before_last": str(then[-1])}
                yield view.fact("moved", numbers, 82)


def _span(weeks: Iterable[IsoWeek]) -> dict[str, Number]:
    held = list(weeks)
    return {"first": str(min(held)), "last": str(max(held))}
