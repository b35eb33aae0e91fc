"""A week as it would have been without some of its reports: was the rest of it ordinary?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from crimestats.analysis.detection import Level, WeekBand, detect
from crimestats.analysis.drivers import Driver, parts_of
from crimestats.counts import BENEFIT_FRAUD, WeeklyCounts


@dataclass(frozen=True, slots=True)
class Without:
    """The week had some reports not been there: the rest of the count against the rest's own range.

    Attributes:
        observed, expected, lower, upper, level: of the series without the reports of ``code``.
        code, removed: the category taken out, and how many reports that were.
        injured_party: whose reports they all were, where the file says so.
    """

    observed: int
    expected: float
    lower: float
    upper: float
    level: Level
    code: str = BENEFIT_FRAUD
    removed: int = 0
    injured_party: str = ""

    @property
    def ordinary(self) -> bool:
        """The rest was within the usual, or below it."""
        return self.level in (Level.USUAL, Level.BELOW)


class Counterfactual:
    """Asks for one series without one of its parts; each part is judged once."""

    def __init__(self, record: WeeklyCounts, code: str) -> None:
        self.record, self.code = record, code
        self._bands: dict[str, WeekBand] = {}

    def without(self, at: int, drivers: Sequence[Driver], cause: Driver | None) -> Without | None:
        """The week at position ``at`` without its benefit fraud, else without its named cause.

        Benefit fraud goes first where there was more of it than chance gives: it comes in batches of an
        authority, an administrative event. None where there is neither, or the rest cannot be judged.
        """
        batch = any(driver.code == BENEFIT_FRAUD and driver.extra.supported for driver in drivers)
        code = BENEFIT_FRAUD if batch else cause.code if cause else ""
        return self._of(code, at) if code else None

    def _of(self, part: str, at: int) -> Without | None:
        if part not in parts_of(self.code) or part not in self.record.series:
            return None
        removed, band = self.record.series[part][at], self._band(part)
        if not removed > 0 or not np.isfinite(band.observed[at] + band.expected[at]):
            return None
        return Without(
            observed=int(band.observed[at]),
            expected=float(band.expected[at]),
            lower=float(band.lower[at]),
            upper=float(band.upper[at]),
            level=Level(int(band.level[at])),
            code=part,
            removed=int(removed),
            injured_party=self._party(part, at, removed),
        )

    def _band(self, part: str) -> WeekBand:
        """The series less a part, judged through the same door as the series itself."""
        if part not in self._bands:
            rest = self.record.series[self.code] - self.record.series[part]
            reduced = replace(self.record, series={**self.record.series, self.code: rest}, by_party={})
            self._bands[part] = detect(reduced, [self.code]).bands[self.code]
        return self._bands[part]

    def _party(self, part: str, at: int, removed: float) -> str:
        """The one sort of injured party behind all the reports, "" where they differ or are not told."""
        for (code, party), counts in self.record.by_party.items():
            if code == part and counts[at] == removed:
                return party
        return ""
