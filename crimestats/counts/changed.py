"""What is known now that was known otherwise before: one record beside another, count by count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from crimestats.counts.model import WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class Changed:
    """One count as it was and as it is; None = no figure."""

    code: str
    week: IsoWeek
    then: int | None
    now: int | None


def changed_counts(
    then: WeeklyCounts, now: WeeklyCounts, codes: Iterable[str], within: Period | None = None
) -> Iterator[Changed]:
    """The counts of some series that differ, by week and in the order of ``codes``.

    Args:
        then, now: records of one area as known at two moments.
        within: only these weeks; None = every week that ``then`` had a figure for.
    """
    weeks = within.weeks if within else then.weeks
    listed = list(codes)
    for week in weeks:
        for code in listed:
            before, after = (count_of(record, code, week) for record in (then, now))
            if before != after and (within or before is not None):
                yield Changed(code, week, before, after)


def count_of(record: WeeklyCounts, code: str, week: IsoWeek) -> int | None:
    """One week's count of a series, None where there is none."""
    value = record.values(code, Period(week, week))[0]
    return None if np.isnan(value) else int(value)
