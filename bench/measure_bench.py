"""Do the ranges of measures hold what they promise, and is nothing claimed where the figures cannot carry it?

Measures of 4 to 26 weeks at the end of simulated records (level, trend, season, holidays and dispersion as in
``drawn``, 3 to 8 years), with no effect, and with 30 % fewer reports. *Wandering*: the level drifts by 15 %
over about a year, as real records do and no season explains. *Compared*: two other areas, and everything that
happens happens in all three alike.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import numpy as np

from bench import drawn
from bench.report import table
from crimestats.analysis.measures import Effect, Measure, evaluate
from crimestats.analysis.negative_binomial import at_least, quantile
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek, week_range

RECORDS = 400
LEAST, MOST = 0.93, 0.97
_LAST = IsoWeek(2022, 52)


@dataclass(frozen=True)
class Case:
    """A measure's effect as told, without and with 30 % fewer; ``power`` if mean and spread were known."""

    idle: Effect
    active: Effect
    power: float


def main() -> int:
    """Measure, print, and say whether the coverage was kept."""
    rows, kept = [], True
    for name, drift, areas in (
        ("own series", 0.0, 0),
        ("own series, wandering", 0.15, 0),
        ("compared with two areas", 0.0, 2),
        ("compared, wandering together", 0.15, 2),
    ):
        cases = [_case(np.random.default_rng([seed, areas]), drift, areas) for seed in range(RECORDS)]
        rows.append(_row(name, [case for case in cases if case]))
        kept = kept and LEAST <= _share([_holds(case.idle) for case in cases if case]) <= MOST
    print("## Measures\n")
    print(
        f"{RECORDS} simulated records each, with a measure that does nothing. *Holds*: the stated 95 % range "
        f"holds the count (bound: {LEAST:.0%}–{MOST:.0%}), in all and where something may be claimed. *Power "
        "under half*: a reduction of 30 % would be seen less than every other time if mean and spread were "
        "known; how often it is then said to be too early to tell, and how often a claim is made all the "
        "same, without an effect and with one. *Seen*: how often the reduction is told as fewer where power "
        "is over half.\n"
    )
    heads = (
        "",
        "holds",
        "where claims may be made",
        "power under half: too early",
        "a claim",
        "with 30 % fewer",
    )
    print(table((*heads, "seen, power over half"), rows))
    return 0 if kept else 1


def _row(name: str, cases: list[Case]) -> tuple[str, ...]:
    weak, strong = ([case for case in cases if (case.power < 0.5) is side] for side in (True, False))
    told = [case.idle for case in cases if case.idle.verdict != "too_early"]
    shares = (
        [_holds(case.idle) for case in cases],
        [_holds(effect) for effect in told],
        [case.idle.verdict == "too_early" for case in weak],
        [case.idle.verdict in ("fewer", "more") for case in weak],
        [case.active.verdict in ("fewer", "more") for case in weak],
        [case.active.verdict == "fewer" for case in strong],
    )
    return name, *(f"{_share(share):.1%}" for share in shares)


def _share(held: list[bool]) -> float:
    return float(np.mean(held))


def _holds(effect: Effect) -> bool:
    return effect.lower <= effect.observed <= effect.upper


def _case(rng: np.random.Generator, drift: float, areas: int) -> Case | None:
    weeks = tuple(week_range(_LAST - int(rng.integers(156, 417)), _LAST))
    length, after = int(rng.choice((4, 6, 10, 16, 26))), int(rng.integers(0, 21))
    during = slice(len(weeks) - after - length, len(weeks) - after)
    mean = float(rng.choice(drawn.MEANS))
    shared = np.exp(drift * _wander(rng, len(weeks)))
    level, dispersion = drawn.level(rng, weeks, mean) * shared, drawn.dispersion(rng, mean)
    counts = drawn.counts(rng, level, dispersion)
    others = {
        f"area {n}": _record(weeks, drawn.counts(rng, level * rng.uniform(0.5, 3), dispersion))
        for n in range(areas)
    }
    weaker = counts.copy()
    left = 1 - settings().measures.plausible_effect
    weaker[during] = drawn.counts(rng, level[during] * left, dispersion)
    measure = Measure("simulated", Period(weeks[during.start], weeks[during.stop - 1]), "here")
    idle, active = (
        (told.compared if areas else told.own)
        for told in (evaluate(_record(weeks, values), measure, others) for values in (counts, weaker))
    )
    if idle is None or active is None:
        return None
    return Case(idle, active, _true_power(level[during].sum(), dispersion * (1 + _ratio(others, counts))))


def _ratio(others: dict[str, WeeklyCounts], counts: np.ndarray) -> float:
    """How much the comparison areas' own chance adds to that of the area: its share of their reports."""
    elsewhere = sum(float(other.series["total"].sum()) for other in others.values())
    return float(counts.sum()) / elsewhere if elsewhere else 0.0


def _true_power(mean: float, dispersion: float) -> float:
    left, tail = 1 - settings().measures.plausible_effect, (1 - settings().measures.confidence) / 2
    limit = quantile(tail, np.array([mean]), np.array([dispersion * mean]))[0]
    return 1 - float(at_least(limit, left * mean, dispersion * left * mean))


def _wander(rng: np.random.Generator, weeks: int) -> np.ndarray:
    """A steady process of unit variance that forgets half of itself in eight months."""
    steps, kept, found = rng.normal(0, 1, weeks), 0.98, np.zeros(weeks)
    found[0] = steps[0]
    for n in range(1, weeks):
        found[n] = kept * found[n - 1] + np.sqrt(1 - kept**2) * steps[n]
    return found


def _record(weeks: tuple[IsoWeek, ...], counts: np.ndarray) -> WeeklyCounts:
    return WeeklyCounts("here", weeks, {"total": counts})


if __name__ == "__main__":
    sys.exit(main())
