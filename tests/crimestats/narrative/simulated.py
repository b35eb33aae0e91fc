"""Invented records of every sort: calm, wild, short, full of holes; the same each time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from crimestats.counts import WeeklyCounts
from crimestats.narrative.events import CalendarEvent
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

KINDS = ("fraud.phone", "fraud.card", "fraud.ad")
FIRST = IsoWeek(2017, 30)


def record_of(seed: int, make_record: Callable[..., WeeklyCounts]) -> WeeklyCounts:
    """A record of 30 to 215 weeks, drawn with a seed of its own."""
    rng = np.random.default_rng(seed)
    length = int(rng.choice([30, 34, 60, 110, 190, 215]))
    level = float(rng.choice([0.4, 1.5, 6.0, 40.0]))
    series = {code: _drawn(rng, length, level) for code in ("violence", "vandalism", "theft")}
    parties: dict[tuple[str, str], np.ndarray] = {}
    if seed % 4:  # one record in four has no fraud at all
        _add_fraud(rng, length, level, series, parties)
    rest = _drawn(rng, length, level * 2)
    if seed % 9 == 8:  # nothing but the total
        series, parties = {}, {}
    if seed % 11 == 10:
        series = {code: values for code, values in series.items() if code.startswith("fraud")}
    series["total"] = rest + sum((v for c, v in series.items() if "." not in c), np.zeros(length))
    _shift(rng, seed, series)
    _make_holes(rng, seed, series)
    flags = {name: rng.random(length) < 0.05 for name in ("preliminary", "revised")}
    fields = {**flags, "total_is_sum": seed % 5 == 4, "sample": seed % 2 == 0}
    return make_record(FIRST, series, parties, **fields)


def _drawn(rng: np.random.Generator, length: int, mean: float) -> np.ndarray:
    values = rng.poisson(mean, length).astype(float)
    surges = rng.random(length) < 0.05
    return values + surges * rng.poisson(mean * 2 + 6, length)


def _add_fraud(
    rng: np.random.Generator,
    length: int,
    level: float,
    series: dict[str, np.ndarray],
    parties: dict[tuple[str, str], np.ndarray],
) -> None:
    kinds = {code: _drawn(rng, length, level / 3) for code in KINDS}
    series["fraud"] = sum(kinds.values(), np.zeros(length))
    if rng.random() < 0.6:
        series |= kinds
    private = np.floor(series["fraud"] * rng.choice([0.0, 0.3, 0.9, 1.0]))
    if rng.random() < 0.7:
        parties["fraud", "private"] = private
        parties["fraud", "company"] = series["fraud"] - private
    if rng.random() < 0.8:
        series["benefit_fraud"] = _drawn(rng, length, 0.3)
        parties["benefit_fraud", "authority"] = np.ceil(series["benefit_fraud"] * rng.choice([0.8, 1.0]))


def _shift(rng: np.random.Generator, seed: int, series: dict[str, np.ndarray]) -> None:
    """Some records change level near their end, all of it or all but one category; a few are faulty."""
    if seed % 4 == 2 and len(series) > 1:
        factor = 0.6 if seed % 8 == 2 else 1.25
        spared = rng.choice([code for code in series if code != "total"])
        change = np.ones(len(series["total"]))
        change[-40:] = factor
        for code in series:
            if code not in ("total", spared):
                series[code] = np.floor(series[code] * change)
        series["total"] = np.floor(series["total"] * change)
    if seed % 12 == 11:
        series["total"][-20:] = 1.0


def _make_holes(rng: np.random.Generator, seed: int, series: dict[str, np.ndarray]) -> None:
    length = len(series["total"])
    if seed % 3 == 0:
        for values in series.values():
            values[rng.random(length) < 0.02] = np.nan
    if seed % 6 == 1:
        lost = rng.random(length) < 0.04
        for values in series.values():
            values[lost] = np.nan


def months_of(record: WeeklyCounts, seed: int) -> list[tuple[Period, list[CalendarEvent], list[Period]]]:
    """Periods of one to six weeks up to and past the record's end, with a calendar and a period before."""
    rng = np.random.default_rng(1000 + seed)
    found = []
    for _ in range(44):
        start = FIRST + int(rng.integers(0, len(record.weeks) + 2))
        period = Period(start, start + int(rng.choice([0, 3, 3, 3, 4, 5])))
        length = int(rng.choice([4, 5, len(period)]))
        before = [Period(start - length, start - 1)]
        events = [
            CalendarEvent("break", "Höstlov", "Autumn break", Period(start, start)),
            CalendarEvent("measure", "Ordningsvakter", "Guard patrol", Period(start - 3, start + 1)),
        ]
        found.append((period, events if rng.random() < 0.5 else [], before))
    return found


def rare_months(make_record: Callable[..., WeeklyCounts]) -> list[tuple[WeeklyCounts, Period]]:
    """Months that chance seldom draws: all a little up, one raised week alone, a batch and more."""
    weeks = 200
    month, week = (
        Period(FIRST + (weeks - 4), FIRST + (weeks - 1)),
        Period(FIRST + (weeks - 1), FIRST + (weeks - 1)),
    )
    up = {code: {-n: 2 for n in (1, 2, 3, 4)} for code in ("violence", "vandalism", "theft", "fraud")}
    above = {"benefit_fraud": {-2: 20}, "theft": {-2: 32}}
    return [
        (make_record(FIRST, _even(weeks, up)), month),
        (make_record(FIRST, _even(weeks, {"fraud": {-1: 45}})), week),
        (make_record(FIRST, _even(weeks, above)), month),
        *(
            (_with_party(make_record, weeks, code, party, share), month)
            for code, party in (("theft", "private"), ("vandalism", "authority"))
            for share in (0.8, 1.0)
        ),
        (_with_a_batch(make_record, weeks), month),
        (_with_a_hole(make_record, 20), Period(FIRST + 16, FIRST + 19)),
    ]


def _with_party(
    make_record: Callable[..., WeeklyCounts], weeks: int, code: str, party: str, share: float
) -> WeeklyCounts:
    """A surge of a category that the file splits by injured party, though it is no fraud."""
    series = _even(weeks, {code: {-2: 30}})
    mostly = np.floor(share * series[code])
    return make_record(FIRST, series, {(code, party): mostly, (code, "company"): series[code] - mostly})


def _with_a_batch(make_record: Callable[..., WeeklyCounts], weeks: int) -> WeeklyCounts:
    series = _even(weeks, {"benefit_fraud": {-2: 34}})
    return make_record(FIRST, series, {("benefit_fraud", "authority"): series["benefit_fraud"]})


def _with_a_hole(make_record: Callable[..., WeeklyCounts], weeks: int) -> WeeklyCounts:
    series = _even(weeks, {})
    for values in series.values():
        values[-2] = np.nan
    return make_record(FIRST, series)


def _even(weeks: int, more: dict[str, dict[int, int]]) -> dict[str, np.ndarray]:
    """Counts that wave gently around 30 a week, with ``more`` per category at positions from the end."""
    base = {"violence": 4, "vandalism": 4, "theft": 9, "fraud": 5, "benefit_fraud": 0}
    series = {code: np.array([level + n % 2 for n in range(weeks)], float) for code, level in base.items()}
    for code, places in more.items():
        for place, extra in places.items():
            series[code][place] += extra
    series["total"] = np.sum([np.array([10 + n % 4 for n in range(weeks)]), *series.values()], axis=0)
    return series
