"""The year so far against the year before: the fact, its sentence and the finding for a chart's title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from crimestats.analysis.compare import PeriodComparison, against_year_before
from crimestats.analysis.multiple import together
from crimestats.counts import WeeklyCounts
from crimestats.narrative.changes import verdict
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun
from crimestats.narrative.values import Values, weeks_in
from crimestats.narrative.view import Number
from crimestats.periods import Period, year_to_date
from crimestats.weeks import IsoWeek, parse_week


def to_date_fact(record: WeeklyCounts, code: str, last: IsoWeek) -> Fact:
    """Week 1 up to ``last`` against the same weeks a year before, where none is missing."""
    [fact] = to_date_facts(record, [code], last)
    return fact


def to_date_facts(record: WeeklyCounts, codes: Sequence[str], last: IsoWeek) -> list[Fact]:
    """The same of several categories shown together, corrected for their number (Holm)."""
    period = year_to_date(last)
    found = [against_year_before(record, code, period) for code in codes]
    adjusted = together([one.comparison for one in found])
    told = [replace(one, comparison=compared) for one, compared in zip(found, adjusted, strict=True)]
    return [_fact(record, code, period, one) for code, one in zip(codes, told, strict=True)]


def _fact(record: WeeklyCounts, code: str, period: Period, found: PeriodComparison) -> Fact:
    last = period.last
    numbers: dict[str, Number] = {"last": str(last), "year": str(last.year - 1), "weeks": len(period)}
    if found.comparison is None:
        return Fact(
            "year_to_date", period, numbers | {"missing": _missing(record, code, period, found)}, code
        )
    compared = found.comparison
    numbers |= {"count": compared.a, "before": compared.b, "verdict": verdict(compared)}
    told: dict[str, int | float | str] = {
        "method": "exact conditional test, Holm",
        "p_value": round(compared.p_value, 6),
    }
    return Fact("year_to_date", period, numbers, code, told)


def _missing(record: WeeklyCounts, code: str, period: Period, found: PeriodComparison) -> str:
    weeks = sorted({*period.weeks, *found.other})
    absent = [week for week in weeks if np.isnan(record.values(code, Period(week, week))[0])]
    return ",".join(str(week) for week in absent)


def to_date_line(fact: Fact) -> Line:
    """The comparison as a sentence."""
    return Line(f"to_date.{fact.numbers.get('verdict', 'not')}", _values(fact), fact)


def trend_title(fact: Fact) -> Line:
    """The finding in a few words."""
    return Line(f"trend.{fact.numbers.get('verdict', 'not')}", _values(fact), fact)


def _values(fact: Fact) -> Values:
    last = parse_week(str(fact.numbers["last"]))
    return {
        **fact.numbers,
        "what": Noun(fact.subject),
        "last": last,
        "missing": weeks_in(fact, "missing"),
    }
