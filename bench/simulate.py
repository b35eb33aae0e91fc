"""Weekly counts with known surges, level shifts and late batches, to tune and try the detection on.

After the simulation study of Noufaily et al. (2013, section 3.1), at the scale of a small municipality: seven
means, trend or none, no to two yearly waves, negative binomial counts, calendar effects in most series.
What is tuned is tuned on these series alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crimestats.weeks import IsoWeek, week_range

Rng = np.random.Generator
Array = NDArray[np.float64]

MEANS = (0.5, 1, 2, 4, 8, 15, 40)
FIRST, LAST = IsoWeek(2017, 1), IsoWeek(2024, 52)
JUDGED = 104
SIZES = {"small": (2, 4), "medium": (4, 7), "large": (7, 12)}
# Events keep this far from each other, so that each is told by itself.
APART = 6
_YEAR = 365.2425 / 7


@dataclass(frozen=True)
class Event:
    """``first`` and ``last`` are positions in the series, both within; ``kind`` is surge, shift or batch."""

    series: int
    first: int
    last: int
    kind: str
    size: str = ""


@dataclass(frozen=True)
class Simulated:
    """Counts (S, T); ``label`` (S, T) is none, holiday, history or an event's kind; means (S,)."""

    weeks: tuple[IsoWeek, ...]
    counts: Array
    label: NDArray[np.str_]
    mean: Array
    events: tuple[Event, ...]


def simulate(seed: int, copies: int = 4) -> Simulated:
    """``copies`` series of each of the 42 scenarios, from one seed."""
    rng = np.random.default_rng(seed)
    weeks = tuple(week_range(FIRST, LAST))
    scenarios = [(m, t, h) for m in MEANS for t in (False, True) for h in (0, 1, 2)] * copies
    made = [_Series(rng, weeks, row, *scenario) for row, scenario in enumerate(scenarios)]
    return Simulated(
        weeks,
        np.stack([one.counts for one in made]),
        np.stack([one.label for one in made]),
        np.array([mean for mean, _, _ in scenarios]),
        tuple(event for one in made for event in one.events),
    )


class _Series:
    """One series: its level, its counts, and the events put into its last two years."""

    def __init__(
        self, rng: Rng, weeks: tuple[IsoWeek, ...], row: int, mean: float, trend: bool, waves: int
    ) -> None:
        self.rng, self.row, self.events = rng, row, list[Event]()
        self.label = np.full(len(weeks), "none", dtype="U8")
        self.level = _level(rng, weeks, mean, trend, waves, self.label)
        self.dispersion = rng.uniform(1, 2) if mean <= 4 else rng.uniform(1.2, 3)
        self.counts = _draw(rng, self.level, self.dispersion)
        self.free = np.arange(len(weeks)) >= len(weeks) - JUDGED
        for _ in range(int(rng.integers(0, 5))):
            first = int(rng.integers(20, len(weeks) - JUDGED - 8))
            self._surge(first, int(rng.integers(1, 4)), rng.uniform(2, 12), "history")
        self._events()

    def _events(self) -> None:
        rng = self.rng
        if rng.random() < 0.27:
            for first, length in self._places(int(rng.integers(12, 27))):
                weeks = slice(first, first + length)
                self.counts[weeks] = _draw(rng, self.level[weeks] * rng.uniform(1.5, 2.5), self.dispersion)
                self._mark(first, length, "shift")
        for size in rng.permutation(list(SIZES))[:2]:
            for first, length in self._places(int(rng.integers(1, 4))):
                self._surge(first, length, rng.uniform(*SIZES[size]), "surge", size)
        if rng.random() < 0.47:
            for first, length in self._places(3):
                late = rng.binomial(self.counts[first : first + 2].astype(int), 0.8)
                self.counts[first : first + 2] -= late
                self.counts[first + 2] += late.sum()
                self._mark(first, length, "batch")

    def _places(self, length: int) -> Iterator[tuple[int, int]]:
        """A free run of weeks in the judged years, once, or never when none is found."""
        for _ in range(200):
            first = int(self.rng.integers(len(self.free) - JUDGED, len(self.free) - length + 1))
            near = slice(max(first - APART, len(self.free) - JUDGED), first + length + APART)
            if self.free[near].all():
                self.free[near] = False
                yield first, length
                return

    def _surge(self, first: int, length: int, k: float, kind: str, size: str = "") -> None:
        shares = self.rng.lognormal(0, 0.6, length)
        extra = self.rng.poisson(k * np.sqrt(self.dispersion * self.level[first]))
        self.counts[first : first + length] += self.rng.multinomial(extra, shares / shares.sum())
        self._mark(first, length, kind, size)

    def _mark(self, first: int, length: int, kind: str, size: str = "") -> None:
        self.label[first : first + length] = kind
        if kind != "history":
            self.events.append(Event(self.row, first, first + length - 1, kind, size))


def _level(
    rng: Rng, weeks: tuple[IsoWeek, ...], mean: float, trend: bool, waves: int, label: NDArray[np.str_]
) -> Array:
    """The mean of every week; weeks with a calendar effect are labelled in place."""
    time = np.arange(len(weeks)) / _YEAR
    growth = np.log1p(rng.uniform(-0.08, 0.12)) if trend else 0.0
    log = np.log(mean) + growth * (time - time[-1] / 2)
    for wave in range(1, waves + 1):
        log = log + rng.uniform(0.1, 0.4) / wave * np.cos(2 * np.pi * (wave * time + rng.uniform()))
    level: Array = np.exp(log)
    if rng.random() < 0.6:
        effects = {25: rng.uniform(1.2, 1.8), **dict.fromkeys((50, 51), rng.uniform(1.1, 1.5))}
        effects |= dict.fromkeys((52, 53, 1), rng.uniform(0.6, 0.9))
        for n, week in enumerate(weeks):
            if week.week in effects:
                level[n] *= effects[week.week]
                label[n] = "holiday"
    return level


def _draw(rng: Rng, level: Array, dispersion: float) -> Array:
    if dispersion <= 1.001:
        return rng.poisson(level).astype(float)
    return rng.poisson(rng.gamma(level / (dispersion - 1), dispersion - 1)).astype(float)


def figures(data: Simulated, alarm: NDArray[np.bool_]) -> dict[str, float]:
    """Shares of clean and of holiday weeks that alarm, and of events found, by the benchmark's rule."""
    late = slice(len(data.weeks) - JUDGED, None)
    clean = np.isin(data.label[:, late], ("none", "holiday"))
    holiday = data.label[:, late] == "holiday"
    found = {"false": alarm[:, late][clean].mean(), "holiday": alarm[:, late][holiday].mean()}
    for name in ("surge", "small", "medium", "large", "shift", "batch"):
        hits = [alarm[e.series, _first(e) : min(e.last, e.first + 7) + 1].any()
                for e in data.events if name in (e.kind, e.size)]  # fmt: skip
        found[name] = float(np.mean(hits))
    return found


def _first(event: Event) -> int:
    """A batch is told by the week it lands in."""
    return event.last if event.kind == "batch" else event.first
