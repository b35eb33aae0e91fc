"""What a weekly chart is marked with: the unusual weeks with their cause, the calendar, the period itself."""

from __future__ import annotations

from collections.abc import Iterable

from crimestats.analysis.peaks import Peak
from crimestats.charts.model import Mark, Strip
from crimestats.counts import BENEFIT_FRAUD
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import words
from crimestats.narrative.events import CalendarEvent
from crimestats.narrative.flagged import cause
from crimestats.periods import Period

# Holidays stand in the text; on the axis they would crowd out breaks and measures.
_SHOWN = ("break", "event", "measure")
FEWEST_TOLD = 3


def peak_marks(found: Iterable[Peak], lang: str) -> list[Mark]:
    """A mark per unusual week, the rarest first."""
    return [
        Mark(peak.week, peak.observed, _label(peak, lang), _cause(peak, lang), peak.code)
        for peak in sorted(found, key=lambda peak: peak.p_value)
    ]


def _label(peak: Peak, lang: str) -> str:
    formats = Formats(lang)
    count = formats.number(peak.observed)
    return texts(lang)("report.mark.label", week=formats.week(peak.week), count=count)


def _cause(peak: Peak, lang: str) -> str:
    """The category behind it, and how much of it is benefit fraud."""
    code = cause(peak)
    if not code or code == peak.code:
        return ""
    plural = words(lang).nouns[code]["plural"]
    benefit = next((driver.observed for driver in peak.drivers if driver.code == BENEFIT_FRAUD), 0)
    if benefit < FEWEST_TOLD:
        return plural
    return texts(lang)("report.mark.with_benefit", what=plural, n=Formats(lang).number(benefit))


def calendar_strips(events: Iterable[CalendarEvent], weeks: Period, lang: str) -> list[Strip]:
    """Breaks, events and measures within the chart's weeks."""
    return [
        Strip(event.kind, event.weeks.first, event.weeks.last, event.label(lang))
        for event in events
        if event.kind in _SHOWN and event.touches(weeks)
    ]


def period_strip(period: Period, name: str) -> Strip:
    """The period as a shade over the whole height."""
    return Strip("period", period.first, period.last, name)
