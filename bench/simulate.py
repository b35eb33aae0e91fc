"""Weekly counts with known surges and level shifts, to tune and try the detection on.

After the simulation study of Noufaily et al. (2013, section 3.1), at the scale of a small municipality: seven
means, trend or none, no to two yearly waves, negative binomial counts, calendar effects in most series.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crimestats.weeks import IsoWeek, week_range

MEANS = (0.5, 1, 2, 4, 8, 15, 40)
FIRST, LAST = IsoWeek(2015, 1), IsoWeek(2022, 52)
JUDGED = 104
_YEAR = 365.2425 / 7


@dataclass(frozen=True)
class Simulated:
    """Counts (S, T); ``label`` (S, T) is none, holiday, surge, shift or history; ``events`` the true ones."""

    weeks: tuple[IsoWeek, ...]
    counts: NDArray[np.float64]
    label: NDArray[np.str_]
    mean: NDArray[np.float64]
    events: list[tuple[int, int, int, str, str]]  # series, first, last (both included), type, size


def simulate(seed: int, copies: int = 4) -> Simulated:
    """``copies`` series of each of the 42 scenarios, from one seed."""
    rng = np.random.default_rng(seed)
    weeks = tuple(week_range(FIRST, LAST))
    scenarios = [(m, t, h) for m in MEANS for t in (False, True) for h in (0, 1, 2)] * copies
    counts = np.zeros((len(scenarios), len(weeks)))
    label = np.full(counts.shape, "none", dtype="U8")
    events: list[tuple[int, int, int, str, str]] = []
    for row, (mean, trend, harmonics) in enumerate(scenarios):
        level = _level(rng, weeks, mean, trend, harmonics, label[row])
        dispersion = rng.uniform(1, 2) if mean <= 4 else rng.uniform(1.2, 3)
        _shift(rng, level, label[row], row, events)
        counts[row] = _draw(rng, level, dispersion)
        _surges(rng, counts[row], level, dispersion, label[row], row, events)
    return Simulated(weeks, counts, label, np.array([m for m, _, _ in scenarios]), events)


def _level(rng, weeks, mean, trend, harmonics, label):
    time = np.arange(len(weeks)) / _YEAR
    log = np.full(len(weeks), np.log(mean))
    if trend:
        log += rng.uniform(-0.08, 0.12) * (time - time[-1])
    for wave in range(1, harmonics + 1):
        log = log + rng.uniform(0.1, 0.4) / wave * np.cos(2 * np.pi * wave * time + rng.uniform(0, 2 * np.pi))
    level = np.exp(log)
    if rng.random() < 0.6:
        effects = {25: rng.uniform(1.2, 1.8), **dict.fromkeys((50, 51), rng.uniform(1.1, 1.5))}
        effects |= dict.fromkeys((52, 53, 1), rng.uniform(0.6, 0.9))
        for n, week in enumerate(weeks):
            if week.week in effects:
                level[n] *= effects[week.week]
                label[n] = "holiday"
    return level


def _draw(rng, level, dispersion):
    if dispersion <= 1:
        return rng.poisson(level).astype(float)
    return rng.negative_binomial(level / (dispersion - 1), 1 / dispersion).astype(float)


def _shift(rng, level, label, row, events):
    if rng.random() < 0.27:
        length, first = int(rng.integers(12, 27)), len(level) - int(rng.integers(27, JUDGED))
        level[first : first + length] *= rng.uniform(1.5, 2.5)
        label[first : first + length] = "shift"
        events.append((row, first, first + length - 1, "shift", ""))


def _surges(rng, counts, level, dispersion, label, row, events):
    for _ in range(int(rng.integers(0, 5))):
        first = int(rng.integers(8, len(counts) - JUDGED - 4))
        _add_surge(rng, counts, level, dispersion, first, rng.uniform(4, 12))
        label[first : first + 3] = "history"
    for size, low, high in (("small", 2, 4), ("medium", 4, 7), ("large", 7, 12))[
        : 3 if rng.random() < 0.67 else 2
    ]:
        for _attempt in range(20):
            first = len(counts) - int(rng.integers(6, JUDGED))
            if set(label[first - 4 : first + 6]) <= {"none", "holiday"}:
                last = _add_surge(rng, counts, level, dispersion, first, rng.uniform(low, high))
                label[first : last + 1] = "surge"
                events.append((row, first, last, "surge", size))
                break


def _add_surge(rng, counts, level, dispersion, first, k):
    length = int(rng.integers(1, 4))
    extra = max(1, rng.poisson(k * np.sqrt(dispersion * level[first])))
    shares = rng.lognormal(0, 0.5, length)
    counts[first : first + length] += rng.multinomial(extra, shares / shares.sum())
    return first + length - 1


def figures(data: Simulated, alarm: NDArray[np.bool_]) -> dict[str, float]:
    """Shares of clean and of holiday weeks that alarm, and of events found, by the benchmark's rule."""
    late = slice(len(data.weeks) - JUDGED, None)
    clean = np.isin(data.label[:, late], ("none", "holiday"))
    holiday = data.label[:, late] == "holiday"
    found = {"false": alarm[:, late][clean].mean(), "holiday": alarm[:, late][holiday].mean()}
    for name in ("surge", "small", "medium", "large", "shift"):
        hits = [
            alarm[row, first : min(last, first + 7) + 1].any()
            for row, first, last, kind, size in data.events
            if name in (kind, size)
        ]
        found[name] = float(np.mean(hits))
    return found
