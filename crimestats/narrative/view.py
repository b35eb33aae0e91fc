"""What every group of facts starts from: one month of a record, with its judged ranges and its cells."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import numpy as np

from crimestats.analysis.detection import Basis, Detection, Level, PeriodBand
from crimestats.counts import (
    BENEFIT_FRAUD,
    FRAUD,
    FRAUD_ALL,
    NAMED,
    REST,
    TILES,
    TOTAL,
    Address,
    WeeklyCounts,
)
from crimestats.narrative.events import CalendarEvent
from crimestats.narrative.facts import Fact
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

Number = int | float | str | bool


@dataclass(frozen=True)
class MonthView:
    """One month of a record. ``addresses``: its cells, and those of the totals it is compared with."""

    record: WeeklyCounts
    detection: Detection
    period: Period
    addresses: tuple[Address, ...] = ()
    events: tuple[CalendarEvent, ...] = ()
    all_periods: tuple[Period, ...] = ()
    _bands: dict[str, PeriodBand] = field(default_factory=dict, init=False, repr=False, compare=False)

    def band(self, code: str) -> PeriodBand | None:
        """The month's range of a series, judged once; None where the record has no such series."""
        if code in self.detection.bands and code not in self._bands:
            self._bands[code] = self.detection.over(code, self.period)
        return self._bands.get(code)

    def evidence(self, code: str) -> dict[str, int | float | str]:
        """How a month's range of a series is known: method, expected sum, chance, weeks behind it."""
        band = self.band(code)
        if band is None:
            return {"method": "detect"}
        told: dict[str, int | float | str] = {"method": "detect", "basis": Basis(band.basis).name.lower()}
        if np.isfinite(band.expected):
            told |= {"expected": round(float(band.expected), 2), "p_value": round(float(band.p_value), 6)}
            places = [n for week in self.period.weeks if (n := self.record.index(week)) is not None]
            told["weeks_used"] = int(self.detection.bands[code].weeks_used[places].max())
        return told

    def missing(self, code: str) -> list[IsoWeek]:
        """The month's weeks without a figure."""
        values = self.record.values(code, self.period)
        return [week for week, value in zip(self.period.weeks, values, strict=True) if np.isnan(value)]

    def count(self, code: str, period: Period | None = None) -> int | None:
        """The sum over the reported weeks, None where there are none."""
        values = self.record.values(code, period or self.period)
        held = values[np.isfinite(values)]
        return int(held.sum()) if len(held) else None

    def count_of_party(self, code: str, party: str) -> int:
        """The month's reports of a series with one sort of injured party, zero where none is told."""
        series = self.record.by_party.get((code, party))
        places = [self.record.index(week) for week in self.period.weeks]
        return 0 if series is None else int(np.nansum([series[n] for n in places if n is not None]))

    def cells(self, codes: Collection[str], weeks: Iterable[IsoWeek] | None = None) -> tuple[Address, ...]:
        """The addresses behind some series, or behind some of their weeks."""
        wanted, held = _sources(codes, self.record.total_is_sum), None if weeks is None else set(weeks)
        return tuple(
            cell
            for cell in self.addresses
            if (wanted is None or cell.category in wanted) and (held is None or cell.week in held)
        )

    def fact(
        self,
        kind: str,
        numbers: dict[str, Number],
        rank: int,
        *,
        subject: str = "",
        evidence: dict[str, int | float | str] | None = None,
        weeks: Period | None = None,
        also: Iterable[IsoWeek] = (),
    ) -> Fact:
        """A fact about this month, or about ``weeks`` in it, with the cells of its subject.

        ``also``: weeks outside the month that it compares with, whose cells belong to it too.
        """
        period = weeks or self.period
        cells = self.cells([subject], [*period.weeks, *also]) if subject else ()
        return Fact(kind, period, numbers, subject, {"rule": kind, **(evidence or {})}, cells, rank=rank)


def tiles_of(record: WeeklyCounts) -> tuple[str, ...]:
    """The tiles that say something the total does not: without any named category the rest is the total."""
    named = any(code in record.series for code in NAMED)
    return tuple(code for code in TILES if code in record.series and (named or code != REST))


def judged(band: PeriodBand) -> dict[str, Number]:
    """A month's range and verdict as numbers; the range is left out where there is none."""
    numbers: dict[str, Number] = {"level": Level(band.level).name.lower()}
    if np.isfinite(band.upper):
        numbers |= {"lower": int(band.lower), "upper": int(band.upper)}
    return numbers


def _sources(codes: Collection[str], total_is_sum: bool) -> set[str] | None:
    """The reported categories a series is computed from; None = all of them."""
    wanted = set(codes)
    if TOTAL in wanted and total_is_sum:
        return None
    if REST in wanted:
        wanted |= {TOTAL, *NAMED}
    if FRAUD_ALL in wanted:
        wanted |= {FRAUD, BENEFIT_FRAUD}
    return wanted
