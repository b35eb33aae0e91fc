"""What the record says of a subject over some weeks."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from crimestats.checking.model import Span, Subject
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, TOTAL, WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

if TYPE_CHECKING:
    from crimestats.analysis.detection import Detection


@dataclass(frozen=True)
class Figures:
    """The counts of one area, and the periods that the municipality has named.

    ``judge`` gives the record judged; it is asked only when a text speaks of what is usual.
    """

    record: WeeklyCounts
    judge: Callable[[], Detection]
    periods: Sequence[Period] = ()

    def value(self, subject: Subject, span: Span) -> float | None:
        """The count; None where a week or a series of it is missing."""
        total = 0.0
        for code in subject.plus:
            total += self._sum(code, subject.party, span)
        for code in subject.minus:
            total -= self._sum(code, subject.party, span)
        return None if math.isnan(total) else total

    def known(self, subject: Subject) -> bool:
        """Whether the record holds every series of the subject, for its injured party."""
        return all(self._series(code, subject.party) is not None for code in (*subject.plus, *subject.minus))

    def weekly(self, subject: Subject, span: Span) -> list[float] | None:
        """The count of each week; None where one is missing."""
        found = [self.value(subject, Span.of((week,))) for week in span.weeks]
        return None if None in found or not found else [value for value in found if value is not None]

    def missing(self, span: Span) -> tuple[IsoWeek, ...]:
        """Weeks without a total, inside the record or outside it."""
        return tuple(week for week in span.weeks if math.isnan(self._at(self._series(TOTAL, ""), week)))

    def _sum(self, code: str, party: str, span: Span) -> float:
        series = self._series(code, party)
        total = 0.0
        for group in span.groups:
            total += sum(self._at(series, week) for week in group) / len(group)
        # Half a report is none: the mean of two weeks that stands in for a week 53.
        return total if math.isnan(total) else float(math.floor(total + 0.5))

    def _series(self, code: str, party: str) -> NDArray[np.float64] | None:
        if not party:
            return self.record.series.get(code)
        if code != FRAUD_ALL:
            return self.record.by_party.get((code, party))
        parts = [self.record.by_party.get((part, party)) for part in (FRAUD, BENEFIT_FRAUD)]
        held = [part for part in parts if part is not None]
        return np.asarray(np.sum(held, axis=0)) if held else None

    def _at(self, series: NDArray[np.float64] | None, week: IsoWeek) -> float:
        place = self.record.index(week)
        return float("nan") if series is None or place is None else float(series[place])
