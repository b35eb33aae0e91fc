"""Invented weekly counts for the sample data: Lysekil's real level, season and spread, and known stories.

Only plain arithmetic and ``random.Random.random()``, whose stream Python promises to keep, so that every
machine draws the same counts. What was calibrated on what stands in README.md beside this file.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import NormalDist

from crimestats.weeks import IsoWeek, week_range

FIRST, LAST = IsoWeek(2016, 1), IsoWeek(2021, 46)
# Chosen so that the summer of 2019 comes out near 42.7 reports a week and 2021 has no peaks by mere chance.
SEED = 4648
# (category, injured party) → count. "rest" is what no category of the files names.
Counts = dict[tuple[str, str], int]


@dataclass(frozen=True)
class Part:
    """A stream of reports: its weekly level in mid 2016 and mid 2021, and how much the season moves it."""

    code: str
    party: str
    level_2016: float
    level_2021: float
    season: float


PARTS = (
    Part("violence", "", 2.9, 3.7, 1.3),
    Part("vandalism", "", 3.2, 2.3, 1.0),
    Part("theft", "", 9.6, 6.9, 1.3),
    Part("fraud.phone", "private", 0.7, 2.0, 0.2),
    Part("fraud.card", "private", 0.9, 1.4, 0.4),
    Part("fraud.card", "company", 0.15, 0.2, 0.4),
    Part("fraud.invoice", "company", 0.5, 0.6, 0.0),
    Part("fraud.invoice", "private", 0.15, 0.15, 0.0),
    Part("fraud.ad", "private", 0.6, 1.0, 0.5),
    Part("fraud.identity", "private", 0.3, 0.6, 0.2),
    Part("fraud.other", "private", 0.5, 0.6, 0.3),
    Part("fraud.other", "company", 0.2, 0.2, 0.3),
    Part("benefit_fraud", "authority", 0.4, 0.7, 0.0),
    Part("rest", "", 9.2, 14.2, 1.1),
)
# Relative level in the middle of January … December: Brå's months for Lysekil 2013-2015, with the summer
# raised to the 42.7 reports a week of June-August 2019.
MONTHS = (26, 27, 27.5, 28.5, 32, 42, 46, 44, 34.5, 35.5, 35.5, 26.5)
SPREAD = 1.25  # variance over mean of one stream in one week
SHARED = 0.05  # standard deviation of what lifts or sinks a whole week
# The month that was published, week by week; its sums are 167, 15, 7 and 23.
NOVEMBER: dict[IsoWeek, dict[str, tuple[int, ...]]] = {
    IsoWeek(2021, 43): {"named": (4, 2, 6), "fraud": (2, 2, 0, 1, 0, 2, 0, 1, 0), "benefit_rest": (1, 16)},
    IsoWeek(2021, 44): {"named": (5, 1, 5), "fraud": (4, 2, 0, 1, 0, 1, 1, 1, 0), "benefit_rest": (0, 17)},
    IsoWeek(2021, 45): {"named": (3, 3, 7), "fraud": (13, 2, 0, 1, 0, 2, 1, 1, 0), "benefit_rest": (11, 17)},
    IsoWeek(2021, 46): {"named": (3, 1, 5), "fraud": (2, 1, 1, 1, 0, 1, 0, 1, 0), "benefit_rest": (1, 14)},
}
# Known stories: reports on top of the ordinary. A batch of benefit fraud, and a wave of telephone fraud.
STORIES: Mapping[tuple[IsoWeek, str], int] = {
    (IsoWeek(2019, 11), "benefit_fraud"): 8,
    (IsoWeek(2021, 14), "fraud.phone"): 9,
    (IsoWeek(2021, 15), "fraud.phone"): 26,
}


def easter(year: int) -> date:
    """Easter Sunday (anonymous Gregorian algorithm, Meeus 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def simulate(seed: int = SEED) -> dict[IsoWeek, Counts]:
    """Every stream's count in every week, and the published month exactly."""
    dice = random.Random(seed)  # noqa: S311  # invented figures, not secrets
    weeks = {week: dict(_draw_week(week, dice)) for week in week_range(FIRST, LAST)}
    for week, given in NOVEMBER.items():
        values = (*given["named"], *given["fraud"], *given["benefit_rest"])
        weeks[week] = {(part.code, part.party): n for part, n in zip(PARTS, values, strict=True)}
    return weeks


def expected_total(week: IsoWeek) -> float:
    """The mean that an ordinary week is drawn around, all streams together."""
    return sum(_mean(part, week) for part in PARTS)


def _draw_week(week: IsoWeek, dice: random.Random) -> Iterator[tuple[tuple[str, str], int]]:
    shared = 1 + SHARED * NormalDist().inv_cdf(dice.random())
    for part in PARTS:
        count = _negative_binomial(_mean(part, week) * shared, dice.random())
        yield (part.code, part.party), count + STORIES.get((week, part.code), 0)


def _mean(part: Part, week: IsoWeek) -> float:
    years = (week.thursday - date(2016, 7, 1)).days / 365.25
    level = part.level_2016 * (part.level_2021 / part.level_2016) ** (years / 5)
    return float(level * _season(week.thursday) ** part.season * _calendar(part.code, week))


def _season(day: date) -> float:
    """Relative level, straight lines between the middles of the months; mean about one over a year."""
    one = day - timedelta(days=15)
    share = (one.day - 1) / 30.4
    here, there = MONTHS[one.month - 1], MONTHS[one.month % 12]
    return (here + share * (there - here)) * 12 / sum(MONTHS)


def _calendar(code: str, week: IsoWeek) -> float:
    """Holidays, the pandemic and the guard patrol, as a factor."""
    factor = 1.0
    outdoors = code in ("violence", "vandalism", "theft", "rest")
    if week.week >= 52 or week.week == 1:
        factor *= 1.05 if code == "violence" else 0.82
    if week.week == 25:  # midsummer eve
        factor *= {"violence": 1.7, "vandalism": 1.5, "rest": 1.1}.get(code, 1.0)
    if week.week == 44:  # autumn break, Halloween
        factor *= 1.3 if code == "vandalism" else 1.0
    if IsoWeek.of(easter(week.year)) == week:
        factor *= 0.93
    if outdoors and IsoWeek(2020, 12) <= week <= IsoWeek(2020, 23):
        factor *= 0.85
    if outdoors and IsoWeek(2020, 47) <= week <= IsoWeek(2021, 9):
        factor *= 0.92
    if IsoWeek(2021, 28) <= week <= IsoWeek(2021, 37):  # guard patrol
        factor *= {"violence": 0.82, "vandalism": 0.75}.get(code, 1.0)
    return factor


def _negative_binomial(mean: float, chance: float) -> int:
    """The count whose cumulative probability first reaches ``chance``; variance ``SPREAD`` times the mean."""
    size = mean / (SPREAD - 1)
    probability = math.exp(-size * math.log(SPREAD))
    count, reached = 0, probability
    while reached < chance and count < 1000:
        probability *= (size + count) / (count + 1) * (1 - 1 / SPREAD)
        count, reached = count + 1, reached + probability
    return count
