"""Facts about the figures themselves: missing, preliminary, revised, too few; and what the calendar held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from crimestats.analysis.detection import Basis
from crimestats.config import settings
from crimestats.counts import REST, TILES, TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.view import MonthView, Number
from crimestats.weeks import IsoWeek


def quality_facts(view: MonthView) -> Iterator[Fact]:
    """What must be known before the figures are trusted."""
    yield from _missing(view)
    yield from _flagged(view, "preliminary", 72)
    yield from _flagged(view, "revised", 73)
    yield from _record_length(view)
    rest = view.count(REST)
    if rest is not None and rest < 0:
        yield view.fact("parts_above_total", {"over": -rest}, 70, subject=REST)
    if view.record.total_is_sum:
        yield view.fact("total_is_sum", {"total_is_sum": True}, 76)
    if view.record.sample:
        yield view.fact("sample", {"sample": True}, 90)


def calendar_facts(view: MonthView) -> Iterator[Fact]:
    """Breaks, holidays, events and measures that touch the period."""
    for event in view.events:
        if event.touches(view.period):
            numbers: dict[str, Number] = {
                "event": event.kind,
                "name": event.name,
                "name_en": event.label("en"),
            }
            numbers |= {"first": str(event.weeks.first), "last": str(event.weeks.last)}
            yield view.fact("calendar", numbers, 80 if event.kind != "measure" else 81)


def _missing(view: MonthView) -> Iterator[Fact]:
    """Missing weeks of the total; then those of a category in weeks that do have a total."""
    absent = view.missing(TOTAL)
    if absent:
        yield view.fact("missing", {"weeks": _listed(absent), "n": len(absent)}, 60)
    for n, code in enumerate(code for code in TILES if code != REST and code in view.record.series):
        own = [week for week in view.missing(code) if week not in absent]
        if own:
            yield view.fact("missing_category", {"weeks": _listed(own), "n": len(own)}, 61 + n, subject=code)


def _flagged(view: MonthView, kind: str, rank: int) -> Iterator[Fact]:
    flags = getattr(view.record, kind)
    places = {week: view.record.index(week) for week in view.period.weeks}
    weeks = [week for week, n in places.items() if n is not None and n < len(flags) and flags[n]]
    if weeks:
        yield view.fact(kind, {"weeks": _listed(weeks), "n": len(weeks)}, rank)


def _record_length(view: MonthView) -> Iterator[Fact]:
    """Whether what is usual can be told, and whether the season is part of it (DOMAIN 5)."""
    band, rules = view.band(TOTAL), settings().detection
    if band is None or band.observed is None:
        return
    earlier = _reported_before(view)
    if band.basis == Basis.TOO_SHORT:
        yield view.fact("too_short", {"weeks": earlier, "need": rules.min_weeks}, 15)
    elif band.basis == Basis.LEVEL:
        yield view.fact("level_only", {"weeks": earlier, "need": rules.season_weeks}, 75)


def _reported_before(view: MonthView) -> int:
    """Weeks with a total before the period."""
    start = view.record.index(view.period.first) or 0
    return int(np.isfinite(view.record.series[TOTAL][:start]).sum())


def _listed(weeks: Sequence[IsoWeek]) -> str:
    return ",".join(str(week) for week in weeks)
