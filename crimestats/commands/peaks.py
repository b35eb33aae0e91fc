"""``peaks`` and ``explain``: the unusual weeks of a period, and all that is known of one week."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict, replace
from typing import Any

from crimestats.analysis.detection import Level
from crimestats.analysis.drivers import Driver, Part
from crimestats.analysis.extra import Extra
from crimestats.analysis.peaks import Peak, peak_at, peaks
from crimestats.categories import categories
from crimestats.commands.arguments import Refused, say
from crimestats.config import settings
from crimestats.i18n import Formats
from crimestats.periods import Period
from crimestats.reporting.model import PeakItem
from crimestats.reporting.peaks import notes_of, peak_items
from crimestats.reporting.reading import read_area
from crimestats.store import Store


def list_peaks(given: Namespace, store: Store, area: str, period: Period) -> int:
    """The unusual weeks of a period, newest first."""
    reading = read_area(store, area, given.as_of)
    found = peaks(reading.record, reading.detection, period, given.category)
    if given.json:
        print(json.dumps([_peak(peak) for peak in found], ensure_ascii=False, indent=1))
        return 0
    for peak in found:
        print(_line(peak))
    if not found:
        print(say("no_peaks", weeks=Formats(_lang()).weeks(period, year=True)))
    return 0


def explain(given: Namespace, store: Store, area: str) -> int:
    """One week of a series, unusual or not: verdict, cause, evidence, note.

    Raises:
        Refused: when the week has no figure or cannot be judged, or the series is not reported.
    """
    reading = read_area(store, area, given.as_of)
    week, code, formats = given.week, given.category, Formats(_lang())
    if code not in reading.record.series:
        raise Refused(say("bad.not_reported", category=_name(code), area=area))
    peak = peak_at(reading.record, reading.detection, week, code)
    if peak is None:
        raise Refused(say("bad.unjudged", week=formats.week_word(week, year=True)))
    [item] = peak_items(reading, [peak], notes_of(store, area), _lang())
    if peak.level < Level.WATCH:  # nothing to explain, so no cause is named and nothing is asked
        peak = replace(peak, cause=None, without=None)
        item = replace(item, sentences=(say("ordinary"),), question="", rarity="")
    if given.json:
        print(json.dumps(_explained(peak, item), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_told(item)))
    return 0


def _told(item: PeakItem) -> list[str]:
    """As on the screen Toppar, from the first line to the evidence."""
    first = f"{item.title}: {item.observed_text}, {item.range_text}, {item.verdict}"
    lines = [f"{first}; {item.rarity}." if item.rarity else f"{first}.", *item.sentences]
    if item.note:
        lines.append(f"{say('note')}: {item.note} ({item.status_text})")
    if item.question:
        lines.append(f"{say('question')}: {item.question}")
    if item.drivers:
        table = item.drivers
        lines += ["", table.caption, *(f"  {' | '.join(row)}" for row in (table.columns, *table.rows))]
    return [*lines, "", *(f"{label}: {words}" for label, words in item.evidence)]


def _explained(peak: Peak, item: PeakItem) -> dict[str, Any]:
    rest, together = peak.without, peak.together
    return _peak(peak) | {
        "cause": peak.cause.code if peak.cause else None,
        "extra": asdict(peak.extra),
        "spread": round(peak.spread, 2),
        "together": None if together is None else asdict(together) | {"weeks": str(together.weeks)},
        "without": None if rest is None else asdict(rest) | {"level": rest.level.name.lower()},
        "sentences": list(item.sentences),
        "rarity": item.rarity,
        "question": item.question,
        "note": item.note,
        "status": item.status,
        "evidence": dict(item.evidence),
    }


def _peak(peak: Peak) -> dict[str, Any]:
    return {
        "week": str(peak.week),
        "iso_year": peak.week.year,
        "iso_week": peak.week.week,
        "category": peak.code,
        "observed": peak.observed,
        "expected": round(peak.expected, 2),
        "lower": int(peak.lower),
        "upper": int(peak.upper),
        "alarm_limit": int(peak.alarm_limit),
        "p_value": peak.p_value,
        "weeks_together": len(peak.together.weeks) if peak.together else 1,
        "level": peak.level.name.lower(),
        "basis": peak.basis.name.lower(),
        "weeks_used": peak.weeks_used,
        "preliminary": peak.preliminary,
        "drivers": [_driver(driver) for driver in peak.drivers],
    }


def _driver(driver: Driver) -> dict[str, Any]:
    return {
        "category": driver.code,
        "injured_party": driver.injured_party,
        "observed": driver.observed,
        "expected": round(driver.expected, 2),
        "excess": round(driver.excess, 2),
        "share": round(driver.share, 4),
        "extra": _extra(driver.extra),
        "kinds": [_part(part) for part in driver.kinds],
        "parties": [_part(part) for part in driver.parties],
    }


def _part(part: Part) -> dict[str, Any]:
    expected = None if part.expected is None else round(part.expected, 2)
    told = {"category": part.code, "injured_party": part.injured_party, "observed": part.observed}
    return told | {"expected": expected, "extra": _extra(part.extra)}


def _extra(extra: Extra | None) -> dict[str, float] | None:
    """What came beyond what would have come anyway: the mean and a 90 % interval."""
    return None if extra is None else {"mean": round(extra.mean, 2), "low": extra.low, "high": extra.high}


def _line(peak: Peak) -> str:
    formats = Formats(_lang())
    driver = peak.drivers[0] if peak.drivers else None
    return say(
        "peak_driven" if driver else "peak",
        week=formats.week(peak.week, year=True),
        count=formats.number(peak.observed),
        range=formats.span(peak.lower, peak.upper),
        driver=_name(driver.code) if driver else "",
        excess=formats.signed(round(driver.excess)) if driver else "",
    )


def _name(code: str) -> str:
    return categories()[code].name(_lang())


def _lang() -> str:
    return settings().default_language
