"""What drove a flagged week: its excess over expectation split over the parts of a series, with intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from crimestats.analysis.detection import WeekBand, detect
from crimestats.analysis.extra import NOTHING, Extra, extra_of
from crimestats.categories import kinds_of
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, REST, TOTAL, WeeklyCounts

# Series that add up to another one exactly (``rest`` is derived so that they do).
_PARTS = {
    TOTAL: ("violence", "vandalism", "theft", FRAUD, BENEFIT_FRAUD, REST),
    FRAUD_ALL: (FRAUD, BENEFIT_FRAUD),
}
# A cause is named only when it holds at least this share of what the week had extra.
STANDS_OUT = 1 / 3


@dataclass(frozen=True, slots=True)
class Part:
    """A kind or an injured party within a driver.

    ``expected``, ``excess`` and ``extra`` are None where its own record is too short.
    """

    code: str
    injured_party: str
    observed: int
    expected: float | None
    extra: Extra | None = None

    @property
    def excess(self) -> float | None:
        return None if self.expected is None else self.observed - self.expected


@dataclass(frozen=True, slots=True)
class Driver:
    """One part's share of a week's excess.

    Attributes:
        code, injured_party: what it is; the party is empty for a category as a whole.
        observed, expected, excess: reports; excess = observed - expected, negative where there were fewer.
        share: of the whole excess; with :attr:`Peak.spread` the shares add up to 1.
        extra: how many of its reports came beyond what would have come anyway, with a 90 % interval.
        kinds, parties: two separate splits of this same count, most reports first; empty where not reported.
        kinds_spread, parties_spread: excess that lies in none of them: each split adds up to ``excess``.
    """

    code: str
    injured_party: str
    observed: int
    expected: float
    excess: float
    share: float
    kinds: tuple[Part, ...] = ()
    parties: tuple[Part, ...] = ()
    extra: Extra = NOTHING
    kinds_spread: float = 0.0
    parties_spread: float = 0.0


def parts_of(code: str) -> tuple[str, ...]:
    """The series that a series is split into: categories for totals, kinds for a category."""
    return _PARTS.get(code) or kinds_of(code)


def named(drivers: Sequence[Driver], whole: Extra) -> Driver | None:
    """The cause of a peak: the part with most extra reports, where it stands out; None = spread over several.

    It must have had more than chance gives (its interval leaves zero out) and hold ``STANDS_OUT`` of
    ``whole``, what the week had extra.
    """
    top = max(drivers, key=lambda driver: driver.extra.mean, default=None)
    if top is None or not top.extra.supported:
        return None
    return top if top.extra.mean >= STANDS_OUT * whole.mean else None


class Split:
    """The bands that splitting a series needs, each judged through the same door as the series itself."""

    def __init__(self, record: WeeklyCounts, bands: Mapping[str, WeekBand], code: str) -> None:
        self.record, self.code = record, code
        codes = [part for part in parts_of(code) if part in record.series]
        codes = codes if codes != [REST] else []  # a total alone is its own rest: that splits nothing
        kinds = [kind for part in codes for kind in kinds_of(part) if kind in record.series]
        missing = [part for part in dict.fromkeys(codes + kinds) if part not in bands]
        self.bands = {**bands, **detect(record, missing).bands} if missing else dict(bands)
        self.codes = codes
        self.party_bands = party_bands(record)

    def drivers(self, at: int, excess: float) -> tuple[Driver, ...]:
        """The parts' shares of the excess of the week at position ``at``, largest first.

        A part that was not reported that week, or whose record is too short, is left out; what it would have
        carried remains in the spread.
        """
        found = [self._driver(code, at, excess) for code in self.codes if _judged(self.bands[code], at)]
        return tuple(sorted(found, key=lambda driver: -driver.excess))

    def _driver(self, code: str, at: int, whole: float) -> Driver:
        band = self.bands[code]
        observed, expected = int(band.observed[at]), float(band.expected[at])
        excess = observed - expected
        kinds, parties = self.kinds(code, at), self.parties(code, at)
        return Driver(
            code=code,
            injured_party="",
            observed=observed,
            expected=expected,
            excess=excess,
            share=excess / whole if whole else 0.0,
            kinds=kinds,
            parties=parties,
            extra=extra_at(band, at),
            kinds_spread=excess - _told(kinds) if kinds else 0.0,
            parties_spread=excess - _told(parties) if parties else 0.0,
        )

    def kinds(self, code: str, at: int) -> tuple[Part, ...]:
        held = ((kind, self.bands.get(kind)) for kind in kinds_of(code))
        return _parts([(kind, "", band) for kind, band in held if band is not None], at)

    def parties(self, code: str, at: int) -> tuple[Part, ...]:
        return _parts([(c, party, band) for (c, party), band in self.party_bands.items() if c == code], at)


def extra_at(band: WeekBand, at: int) -> Extra:
    """What came extra in one judged week of a series."""
    variance = float(band.noise[at] + band.doubt[at] ** 2)
    return extra_of(float(band.observed[at]), float(band.expected[at]), variance)


def _judged(band: WeekBand, at: int) -> bool:
    return bool(np.isfinite(band.observed[at]) and np.isfinite(band.expected[at]))


def _parts(rows: list[tuple[str, str, WeekBand]], at: int) -> tuple[Part, ...]:
    found = [_part(code, party, band, at) for code, party, band in rows if np.isfinite(band.observed[at])]
    return tuple(sorted(found, key=lambda part: -part.observed))


def _part(code: str, party: str, band: WeekBand, at: int) -> Part:
    observed = int(band.observed[at])
    if not _judged(band, at):
        return Part(code, party, observed, None)
    return Part(code, party, observed, float(band.expected[at]), extra_at(band, at))


def _told(parts: Sequence[Part]) -> float:
    return sum(part.excess for part in parts if part.excess is not None)


def party_bands(record: WeeklyCounts) -> dict[tuple[str, str], WeekBand]:
    """Every (category, injured party) of the record judged as a series of its own."""
    keys = list(record.by_party)
    if not keys:
        return {}
    named_keys = {"/".join(key): record.by_party[key] for key in keys}
    bands = detect(replace(record, series=named_keys, by_party={})).bands
    return {key: bands["/".join(key)] for key in keys}
