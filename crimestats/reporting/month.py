"""The month as one object: what Månaden shows, and what the month's files render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crimestats.analysis.peaks import peaks
from crimestats.charts.model import Chart
from crimestats.charts.weekly import weekly_chart
from crimestats.counts import TOTAL, Address, addresses
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import Narrative, compose
from crimestats.narrative.facts import Fact
from crimestats.narrative.month import month_facts
from crimestats.narrative.titles import month_title
from crimestats.periods import Period, year_before
from crimestats.reporting.beside import day_of, earlier_texts, unfinished
from crimestats.reporting.labels import period_name, series_name, source_text
from crimestats.reporting.marks import calendar_strips, peak_marks, period_strip
from crimestats.reporting.model import MonthReport
from crimestats.reporting.reading import Reading, read_area
from crimestats.reporting.tiles import month_table, month_tiles
from crimestats.store import Store

# A year and the month itself: last year's same weeks are in the picture.
WEEKS_SHOWN = 56
# Remarks that must be read before the figures; the others stand below the text.
NOTICES = ("sample", "missing", "too_short", "parts_above_total")


def month_report(
    store: Store, area: str, period: Period, *, as_of: datetime | None = None, lang: str = "sv"
) -> MonthReport:
    """Everything about a period of an area, as known at a moment, in one language.

    Raises:
        StoreError: when the store cannot be read.
    """
    reading = read_area(store, area, as_of)
    named = _named(reading, period)
    facts = _facts(store, reading, named, as_of)
    narrative = compose(facts, lang)
    notices = tuple(s.plain for s in narrative.remarks if s.fact.kind in NOTICES)
    name = period_name(named, lang)
    return MonthReport(
        area=area,
        period=named,
        period_name=name,
        lang=lang,
        as_of=as_of,
        headline=narrative.headline.plain,
        subtitle=narrative.subtitle.plain,
        narrative=_without_notices(narrative),
        chart=_chart(reading, named, facts, lang),
        tiles=month_tiles(reading, named, lang),
        table=month_table(reading, named, texts(lang)("report.table.month", area=area, period=name), lang),
        facts=tuple(facts),
        record=reading.record,
        detection=reading.detection,
        sample=reading.record.sample,
        notices=notices,
        source=source_text(reading.record, lang),
    )


def _facts(store: Store, reading: Reading, period: Period, as_of: datetime | None) -> list[Fact]:
    area = reading.record.area
    return month_facts(
        reading.record,
        reading.detection,
        period,
        addresses=_addresses(store, reading, period, as_of),
        events=reading.events,
        all_periods=reading.periods,
        earlier=earlier_texts(store, area, period, as_of),
        tasks=unfinished(store, area, as_of),
        today=day_of(as_of),
    )


def _named(reading: Reading, period: Period) -> Period:
    """The period with the editor's name, where it has one and came without."""
    if period.name:
        return period
    return next((p for p in reading.periods if (p.first, p.last) == (period.first, period.last)), period)


def _addresses(store: Store, reading: Reading, period: Period, as_of: datetime | None) -> Sequence[Address]:
    """The cells of the period, and of the totals before it and a year before it."""
    record = reading.record
    found = list(addresses(store, record.area, period, list(record.series), as_of))
    years = year_before(period).weeks
    before = [p for p in reading.periods if p.last + 1 == period.first] or [period.before()]
    for other in (*before, Period(min(years), max(years))):
        found += addresses(store, record.area, other, [TOTAL], as_of)
    return found


def _without_notices(narrative: Narrative) -> Narrative:
    return replace(narrative, remarks=tuple(s for s in narrative.remarks if s.fact.kind not in NOTICES))


def _chart(reading: Reading, period: Period, facts: Sequence[Fact], lang: str) -> Chart:
    weeks = shown_weeks(reading, period, WEEKS_SHOWN)
    say = texts(lang)
    return weekly_chart(
        reading.record,
        reading.detection,
        TOTAL,
        weeks,
        title=month_title(facts, lang),
        subtitle=chart_subtitle(reading, lang),
        sentence=weekly_sentence(reading, TOTAL, weeks, lang),
        lang=lang,
        marks=peak_marks(peaks(reading.record, reading.detection, weeks), lang),
        strips=[
            *calendar_strips(reading.events, weeks, lang),
            period_strip(period, period_name(period, lang)),
        ],
        source_note=say("report.chart.source", area=reading.record.area),
    )


def shown_weeks(reading: Reading, period: Period, most: int) -> Period:
    """The weeks a chart shows: ``most`` weeks up to the period's end, but no earlier than the record."""
    first = max(reading.record.weeks[0], period.last - (most - 1)) if reading.record.weeks else period.first
    return Period(min(first, period.first), period.last)


def chart_subtitle(reading: Reading, lang: str, code: str = TOTAL) -> str:
    """Whose figures, what the grey band is, and whether they are samples."""
    say, record = texts(lang), reading.record
    what = say("report.chart.all") if code == TOTAL else series_name(record, code, lang)
    told = [say("report.chart.what", what=what, area=record.area), say("report.chart.band")]
    return " ".join(told + ([say("report.chart.sample")] if record.sample else []))


def weekly_sentence(reading: Reading, code: str, weeks: Period, lang: str) -> str:
    """What a weekly line shows, for one who cannot see it."""
    say, formats = texts(lang), Formats(lang)
    name = series_name(reading.record, code, lang)
    values = reading.record.values(code, weeks)
    held = [(value, week) for value, week in zip(values, weeks.weeks, strict=True) if value == value]
    span = formats.weeks(weeks, year=True, short=True)
    if not held:
        return say("report.tile.nothing", name=name, weeks=span)
    low, high = min(held, key=lambda pair: pair[0]), max(held, key=lambda pair: pair[0])
    ends = {"low": formats.number(low[0]), "high": formats.number(high[0])}
    at = {"low_week": formats.week(low[1], year=True), "high_week": formats.week(high[1], year=True)}
    return say("report.chart.sentence", name=name, weeks=span, **ends, **at)
