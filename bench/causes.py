"""Simulated towns with peaks whose driver is known, to try the cause of a peak on (``cause_bench``).

Level, season, trend, spread and calendar are those of ``drawn`` (after Noufaily et al. 2013), per category of
a town whose categories add up to its total; the sizes of surges are those of ``simulate``. A surge lands in
one category; in fraud it is of one kind and hits one sort of injured party. Benefit fraud is an authority's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bench import drawn
from crimestats.analysis.drivers import parts_of
from crimestats.counts import WeeklyCounts
from crimestats.weeks import IsoWeek, week_range

FIRST, LAST = IsoWeek(2018, 1), IsoWeek(2022, 52)
JUDGED, EACH = 104, 3
# Reports a week in a small municipality, docs/domain.md; drawn around these.
MEANS = {"violence": 3.8, "vandalism": 2.5, "theft": 8.0, "fraud": 5.0, "benefit_fraud": 0.4, "rest": 11.0}
KINDS = {"fraud.phone": 0.3, "fraud.card": 0.3, "fraud.ad": 0.2, "fraud.other": 0.2}
PARTIES = {"private": 0.8, "company": 0.2}
SIZES = {"medium": (4.0, 7.0), "large": (7.0, 12.0)}


@dataclass(frozen=True)
class Surge:
    """Extra reports of one event: position in the record → how many, in one part."""

    size: str
    driver: str
    kind: str
    party: str
    added: dict[int, int]


@dataclass(frozen=True)
class Town:
    """A record and the surges that were put into it."""

    record: WeeklyCounts
    surges: tuple[Surge, ...]


def town(rng: np.random.Generator, judged: str) -> Town:
    """One town with ``EACH`` medium and large surges in its last two years, each in one part of a series.

    Args:
        judged: ``total`` or ``fraud_all``. As in the benchmark a surge is k standard deviations of the series
            that is judged, spread over one to three weeks.
    """
    weeks = tuple(week_range(FIRST, LAST))
    scale = rng.uniform(0.5, 3.0)
    levels, spread, parts = {}, {}, {}
    for code, mean in MEANS.items():
        mean = mean * scale * rng.lognormal(0, 0.3)
        levels[code], spread[code] = drawn.level(rng, weeks, mean), drawn.dispersion(rng, mean)
        parts[code] = drawn.counts(rng, levels[code], spread[code])
    deviation = np.sqrt(sum(spread[code] * levels[code] for code in parts_of(judged)))
    kinds, parties = _split(rng, parts["fraud"], KINDS), _split(rng, parts["fraud"], PARTIES)
    surges = []
    sizes = [(size, bounds) for size, bounds in SIZES.items() for _ in range(EACH)]
    starts = rng.choice(np.arange(len(weeks) - JUDGED, len(weeks) - 4, 8), len(sizes), replace=False)
    for (size, bounds), first in zip(sizes, starts, strict=True):
        driver = str(rng.choice(parts_of(judged)))
        surges.append(_surge(rng, size, driver, int(first), rng.uniform(*bounds) * deviation[first]))
        for at, more in surges[-1].added.items():
            parts[driver][at] += more
            if driver == "fraud":
                kinds[surges[-1].kind][at] += more
                parties[surges[-1].party][at] += more
    return Town(_record(weeks, parts, kinds, parties), tuple(surges))


def _split(rng: np.random.Generator, counts: np.ndarray, shares: dict[str, float]) -> dict[str, np.ndarray]:
    drawn = rng.multinomial(counts.astype(int), list(shares.values())).astype(float)
    return {name: drawn[:, n] for n, name in enumerate(shares)}


def _surge(rng: np.random.Generator, size: str, driver: str, first: int, extra: float) -> Surge:
    length = int(rng.integers(1, 4))
    shares = rng.lognormal(0, 0.5, length)
    added = rng.multinomial(max(1, rng.poisson(extra)), shares / shares.sum())
    kind, party = str(rng.choice(list(KINDS))), str(rng.choice(list(PARTIES)))
    return Surge(size, driver, kind, party, {first + n: int(more) for n, more in enumerate(added)})


def _record(weeks, parts, kinds, parties) -> WeeklyCounts:
    series = {**parts, **kinds, "fraud_all": parts["fraud"] + parts["benefit_fraud"]}
    series["total"] = np.sum(list(parts.values()), axis=0)
    by_party = {("fraud", party): counts for party, counts in parties.items()}
    by_party[("benefit_fraud", "authority")] = parts["benefit_fraud"]
    return WeeklyCounts("Simulated", weeks, series, by_party)
