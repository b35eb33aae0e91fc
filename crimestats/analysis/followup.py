"""What has come since a decision against what was expected without it: a measure without an end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from crimestats.analysis.measures import Evaluation, Measure, evaluate
from crimestats.counts import TOTAL, WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

# Half a year: what came later has other causes than a decision.
LONGEST = 26


def weeks_since(record: WeeklyCounts, taken: date) -> Period | None:
    """The whole weeks after the day of a decision that the record reaches, at most ``LONGEST``."""
    first = IsoWeek.of(taken) + 1
    if not record.weeks or record.weeks[-1] < first:
        return None
    return Period(first, min(record.weeks[-1], first + (LONGEST - 1)))


def follow_up(
    record: WeeklyCounts, taken: date, code: str, *, busy: Iterable[Period] = ()
) -> Evaluation | None:
    """A decision judged by the series it is pinned to; None while no week after it has come in.

    Args:
        record: the area's whole record. taken: the day of the decision.
        code: the series; one that the record lacks is judged as all reports.
        busy: weeks of measures, which are not learnt from.
    """
    weeks = weeks_since(record, taken)
    if weeks is None:
        return None
    series = code if code in record.series else TOTAL
    return evaluate(record, Measure("", weeks, record.area, (series,)), busy=busy)
