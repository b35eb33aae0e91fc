"""Facts about what stands out: unusual weeks and what drove them, and the month's excess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import isfinite

from crimestats.analysis.detection import Level
from crimestats.analysis.drivers import Driver
from crimestats.analysis.peaks import Peak, peaks
from crimestats.categories import categories
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, REST, TILES, TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.view import MonthView, Number, tiles_of
from crimestats.periods import Period

MOST_DRIVERS = 3
# A category is the cause only when it carries at least this share of the excess.
DOMINANT = 0.5
# A part below this share of the excess is not named: it may be chance.
SMALLEST_SHARE = 0.1
# Benefit fraud is worth a "without it" from this many reports above the expected.
FEWEST_BATCH = 3


def peak_facts(view: MonthView) -> list[Fact]:
    """Flagged weeks of the total with their causes; those of a category where the total does not tell it."""
    total = peaks(view.record, view.detection, view.period, TOTAL, least=Level.WATCH)
    found = [fact for peak in reversed(total) for fact in told_of(view, peak)]
    explained = {(fact.numbers["week"], fact.numbers["driver"]) for fact in found if fact.kind == "peak"}
    for code in tiles_of(view.record):
        for peak in reversed(peaks(view.record, view.detection, view.period, code)):
            if (str(peak.week), code) not in explained:
                found.extend(told_of(view, peak))
    # A week of the total and of a category may hold the same kind and the same injured party: told once.
    return list({fact.key: fact for fact in reversed(found)}.values())[::-1]


def peak_fact(view: MonthView, peak: Peak) -> Fact:
    """One flagged week: count, range, excess and the drivers, whole numbers that add up."""
    expected = round(peak.expected)
    numbers: dict[str, Number] = {
        "week": str(peak.week),
        "observed": peak.observed,
        "expected": expected,
        "excess": peak.observed - expected,
        "lower": int(peak.lower),
        "upper": int(peak.upper),
        "level": peak.level.name.lower(),
        "driver": cause(peak),
        "preliminary": peak.preliminary,
        "whole": len(view.period) == 1,
    }
    numbers |= _drivers(peak.drivers, peak.observed - expected)
    found: dict[str, int | float | str] = {"method": "detect", "basis": peak.basis.name.lower()}
    found |= {
        "p_value": round(peak.p_value, 6),
        "alarm_limit": int(peak.alarm_limit),
        "weeks_used": peak.weeks_used,
    }
    week = Period(peak.week, peak.week)
    rank = 32 if peak.level == Level.ALARM else 34
    return view.fact("peak", numbers, rank, subject=peak.code, evidence=found, weeks=week)


def cause(peak: Peak) -> str:
    """The tile whose drivers carry most of a peak; its own code for a category, "" when none stands out."""
    if peak.code != TOTAL:
        return peak.code
    if all(driver.code == REST for driver in peak.drivers):
        return ""  # nothing is named, so the rest is the total itself
    carried: dict[str, float] = {}
    for driver in peak.drivers:
        carried[tile_of(driver.code)] = carried.get(tile_of(driver.code), 0.0) + driver.share
    top = max(carried, key=lambda code: carried[code], default="")
    return top if top and carried[top] >= DOMINANT else ""


def tile_of(code: str) -> str:
    """The tile that tells a category: fraud, its kinds and benefit fraud are told together."""
    known = categories().get(code)
    top = known.parent if known and known.parent else code
    if top in (FRAUD, BENEFIT_FRAUD):
        return FRAUD_ALL
    return top if top in TILES else REST


def told_of(view: MonthView, peak: Peak) -> Iterator[Fact]:
    """All facts of one flagged week."""
    yield peak_fact(view, peak)
    if peak.level == Level.ALARM:
        yield from _details(view, peak)
        yield from _counterfactual(view, peak)


def _drivers(drivers: Sequence[Driver], excess: int) -> dict[str, Number]:
    """The largest drivers in whole reports, and what remains or is taken back by the others."""
    least = max(1.0, SMALLEST_SHARE * excess)
    top = [driver for driver in drivers if driver.excess >= least and driver.code != REST][:MOST_DRIVERS]
    numbers: dict[str, Number] = {}
    for n, driver in enumerate(top, 1):
        numbers |= {f"driver_{n}": driver.code, f"driver_{n}_excess": round(driver.excess)}
    told = sum(round(driver.excess) for driver in top)
    return numbers | {
        "drivers": len(top),
        "others": max(0, excess - told),
        "others_short": max(0, told - excess),
    }


def _details(view: MonthView, peak: Peak) -> Iterator[Fact]:
    """The kind that most of a driver is, and the sort of injured party that most of it had."""
    week = Period(peak.week, peak.week)
    for driver in (d for d in peak.drivers if round(d.excess) >= FEWEST_BATCH):
        kind = max(driver.kinds, key=lambda part: part.excess or 0.0, default=None)
        if kind and kind.expected is not None and (kind.excess or 0.0) >= DOMINANT * driver.excess:
            numbers: dict[str, Number] = {"observed": kind.observed, "expected": round(kind.expected)}
            yield view.fact(
                "peak_kind", {**numbers, "week": str(peak.week)}, 32, subject=kind.code, weeks=week
            )
        party = driver.parties[0] if driver.parties else None
        if party and party.observed > DOMINANT * driver.observed:
            numbers = {"observed": party.observed, "all": driver.observed, "party": party.injured_party}
            yield view.fact(
                "peak_party", {**numbers, "week": str(peak.week)}, 32, subject=driver.code, weeks=week
            )


def _counterfactual(view: MonthView, peak: Peak) -> Iterator[Fact]:
    """What a flagged week would have been without a batch of benefit fraud, against the range of the rest."""
    batch = sum(driver.excess for driver in peak.drivers if driver.code == BENEFIT_FRAUD)
    rest = peak.without
    if rest is None or batch < FEWEST_BATCH or rest.level == Level.NONE:
        return
    numbers: dict[str, Number] = {"week": str(peak.week), "benefit": peak.observed - rest.observed}
    numbers |= {"without": rest.observed, "lower": int(rest.lower), "upper": int(rest.upper)}
    numbers |= {"above": rest.level >= Level.WATCH, "party": rest.injured_party, "of": peak.code}
    yield view.fact("counterfactual", numbers, 32, subject=BENEFIT_FRAUD, weeks=Period(peak.week, peak.week))


def excess_fact(view: MonthView) -> Iterator[Fact]:
    """Which category stands furthest above what is expected, in a month with more reports than usual."""
    band = view.band(TOTAL)
    if band is None or band.observed is None or band.level < Level.WATCH or len(view.period) == 1:
        return
    excess = band.observed - round(band.expected)
    bands = {
        code: found
        for code in tiles_of(view.record)
        if (found := view.band(code)) and isfinite(found.expected)
    }
    parts = {code: (found.observed or 0) - round(found.expected) for code, found in bands.items()}
    top = max(parts, key=lambda code: parts[code], default="")
    if top and parts[top] >= DOMINANT * excess:
        fact = view.fact("excess", {"excess": excess, "driver": top, "part": parts[top]}, 12, subject=top)
        yield replace(fact, addresses=view.cells([TOTAL, top], view.period.weeks))
