"""Unusual weeks of fraud: a wave of many injured persons, or a batch that one authority handed in.

A batch is an administrative event, not more exposed residents (docs/domain.md, section Categories), so the
two are never told with the same word. The rule is on the extra reports (``extra``), not on all of them:

=========  ===========================================================================================
wave       private persons have more than chance gives, and ``MAIN`` of the extra reports
batch      an authority has: benefit fraud, whose injured party is always an authority, and fraud that
           the file gives to one
mixed      neither has ``MAIN``, but the authority has more than chance gives, and so has the other fraud
unknown    all else: companies, or a file that does not say who was injured
=========  ===========================================================================================
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.detection import Detection, Level, WeekBand
from crimestats.analysis.drivers import Part, party_bands
from crimestats.analysis.extra import NOTHING, Extra, extra_of
from crimestats.categories import kinds_of
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, WeeklyCounts
from crimestats.periods import Period

Kind = Literal["wave", "batch", "mixed", "unknown"]
# (category, injured party or ""), as in WeeklyCounts.by_party.
Key = tuple[str, str]
PARTIES = ("private", "company", "authority")
# One side carries a spike from this share of what came extra.
MAIN = 2 / 3


@dataclass(frozen=True, slots=True)
class FraudSpike:
    """A run of neighbouring unusual weeks of fraud.

    Attributes:
        weeks, kind: the run, and what it was by the rule above.
        whole, benefit: fraud and benefit fraud together over the run; benefit fraud alone, None when unknown.
        level, level_without: the most unusual of the weeks, with and without benefit fraud.
        sides: ``private``, ``company``, ``authority``: the run's reports of each that is known.
        shares: each side's part of the run's extra reports.
        kinds: the kinds of fraud, most extra first; empty where not reported.
        parties_known: the file says who was injured in all of the run's fraud.
    """

    weeks: Period
    kind: Kind
    whole: Part
    benefit: Part | None
    level: Level
    level_without: Level
    sides: Mapping[str, Part]
    shares: Mapping[str, float]
    kinds: tuple[Part, ...]
    parties_known: bool

    @property
    def kinds_above(self) -> tuple[Part, ...]:
        """The kinds that had more than chance gives."""
        return tuple(part for part in self.kinds if _extra(part).supported)


def fraud_spikes(
    record: WeeklyCounts, detection: Detection, period: Period | None = None
) -> list[FraudSpike]:
    """The runs of weeks whose fraud is unusual with or without benefit fraud, newest first.

    Args:
        record: the counts that were judged.
        detection: ``detect(record)``, every series.
        period: only weeks of it; None = the whole record.
    """
    held = [detection.bands[code] for code in (FRAUD_ALL, FRAUD) if code in detection.bands]
    if FRAUD_ALL not in detection.bands:
        return []
    flagged = np.flatnonzero(np.any([band.level >= Level.ALARM for band in held], axis=0))
    places = np.array([n for n in flagged if period is None or record.weeks[n] in period], dtype=np.int64)
    if not len(places):
        return []
    bands = {(code, ""): band for code, band in detection.bands.items()} | party_bands(record)
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    found = (_spike(Period(record.weeks[at[0]], record.weeks[at[-1]]), bands, at) for at in reversed(runs))
    return [spike for spike in found if spike]


def _spike(weeks: Period, bands: Mapping[Key, WeekBand], at: NDArray[np.int64]) -> FraudSpike | None:
    whole = _sum(bands, [(FRAUD_ALL, "")], at)
    if whole is None:
        return None
    kinds = [part for kind in kinds_of(FRAUD) if (part := _sum(bands, [(kind, "")], at))]
    sides = _sides(bands, at)
    known = sum(part.observed for part in sides.values()) == whole.observed
    told = {party: _extra(part).mean for party, part in sides.items()}
    among = sum(told.values()) if known else max(_extra(whole).mean, *told.values(), 0.0)
    shares = {party: mean / among if among else 0.0 for party, mean in told.items()}
    return FraudSpike(
        weeks=weeks,
        kind=_kind(sides, shares, _sum(bands, [(FRAUD, "")], at)),
        whole=whole,
        benefit=_sum(bands, [(BENEFIT_FRAUD, "")], at),
        level=_worst(bands, FRAUD_ALL, at),
        level_without=_worst(bands, FRAUD, at),
        sides=sides,
        shares=shares,
        kinds=tuple(sorted(kinds, key=lambda part: -_extra(part).mean)),
        parties_known=known,
    )


def _sides(bands: Mapping[Key, WeekBand], at: NDArray[np.int64]) -> dict[str, Part]:
    """The run's reports by who was injured; benefit fraud is an authority's also where the file is silent."""
    keys: dict[str, list[Key]] = {party: [(FRAUD, party)] for party in PARTIES}
    keys["authority"].append((BENEFIT_FRAUD, ""))
    return {party: part for party, wanted in keys.items() if (part := _sum(bands, wanted, at))}


def _kind(sides: Mapping[str, Part], shares: Mapping[str, float], fraud: Part | None) -> Kind:
    def carries(party: str, least: float) -> bool:
        part = sides.get(party)
        return part is not None and _extra(part).supported and shares[party] >= least

    if carries("authority", MAIN):
        return "batch"
    if carries("private", MAIN):
        return "wave"
    mixed = carries("authority", 0.0) and fraud is not None and _extra(fraud).supported
    return "mixed" if mixed else "unknown"


def _sum(bands: Mapping[Key, WeekBand], keys: Sequence[Key], at: NDArray[np.int64]) -> Part | None:
    """Some series over some weeks as one part; None where none of them has a figure.

    As in ``Detection.over`` the chance variations of weeks add as variances, the doubts about their means as
    standard errors. Without an expectation in every week that has a figure, there is only a count.
    """
    held = [(bands[key], at[np.isfinite(bands[key].observed[at])]) for key in keys if key in bands]
    held = [(band, weeks) for band, weeks in held if len(weeks)]
    if not held:
        return None
    observed = int(sum(band.observed[weeks].sum() for band, weeks in held))
    mean = float(sum(band.expected[weeks].sum() for band, weeks in held))
    code, party = keys[0] if len(keys) == 1 else ("", keys[0][1])
    if not np.isfinite(mean):
        return Part(code, party, observed, None)
    variance = float(sum(band.noise[weeks].sum() + band.doubt[weeks].sum() ** 2 for band, weeks in held))
    return Part(code, party, observed, mean, extra_of(observed, mean, variance))


def _extra(part: Part) -> Extra:
    return part.extra or NOTHING


def _worst(bands: Mapping[Key, WeekBand], code: str, at: NDArray[np.int64]) -> Level:
    band = bands.get((code, ""))
    return Level(int(band.level[at].max())) if band else Level.NONE
