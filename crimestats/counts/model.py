"""The record of one area as a value, and the names of its series."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from crimestats.periods import Period
from crimestats.weeks import IsoWeek

TOTAL, FRAUD, BENEFIT_FRAUD, FRAUD_ALL, REST = "total", "fraud", "benefit_fraud", "fraud_all", "rest"
# One tile each on the month's page, in this order; together they add up to the total.
TILES = ("violence", "vandalism", "theft", FRAUD_ALL, REST)
# What `rest` leaves out of the total.
NAMED = ("violence", "vandalism", "theft", FRAUD, BENEFIT_FRAUD)


@dataclass(frozen=True, slots=True)
class Address:
    """Where one count came from: promise 2, every number has an address."""

    upload_id: int
    file_name: str
    sheet: str
    cell: str
    week: IsoWeek
    category: str
    injured_party: str
    count: int
    received_at: datetime


@dataclass(frozen=True)
class WeeklyCounts:
    """Counts of one area over consecutive ISO weeks, as known at a moment.

    Attributes:
        area: the area's name as its files write it.
        weeks: every week from first to last, without holes; length T.
        series: code → float array (T,); NaN = missing, never zero. Holds each reported category, ``total``
            (see ``total_is_sum``) and the derived ``fraud_all`` and ``rest``.
        by_party: (code, injured party) → float array (T,), where the files say who was injured.
        preliminary: bool (T,): the newest upload came before the week had settled (decision 0003).
        revised: bool (T,): some count of the week differs from what an earlier upload said.
        total_is_sum: no total was reported; ``total`` is the sum of the top-level categories.
        as_of: the moment asked for, None = now.
        received_at, file_name: of the newest upload behind the record, None/"" when the record is empty.
        sample: some count comes from the product's own sample data.
    """

    area: str
    weeks: tuple[IsoWeek, ...]
    series: Mapping[str, NDArray[np.float64]]
    by_party: Mapping[tuple[str, str], NDArray[np.float64]] = field(default_factory=dict)
    preliminary: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    revised: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    total_is_sum: bool = False
    as_of: datetime | None = None
    received_at: datetime | None = None
    file_name: str = ""
    sample: bool = False

    @property
    def empty(self) -> bool:
        return not self.weeks

    @property
    def ordinals(self) -> NDArray[np.int64]:
        """Week ordinals (T,), as in :attr:`IsoWeek.ordinal`."""
        return np.array([week.ordinal for week in self.weeks], dtype=np.int64)

    def index(self, week: IsoWeek) -> int | None:
        """Position of a week in the arrays, None outside the record."""
        position = week - self.weeks[0] if self.weeks else -1
        return position if 0 <= position < len(self.weeks) else None

    def values(self, code: str, period: Period) -> NDArray[np.float64]:
        """Counts of a period's weeks (len(period),); NaN where missing or outside the record."""
        found = np.full(len(period), np.nan)
        series = self.series.get(code)
        for n, week in enumerate(period.weeks):
            position = self.index(week)
            if series is not None and position is not None:
                found[n] = series[position]
        return found
