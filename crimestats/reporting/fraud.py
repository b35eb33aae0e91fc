"""Bedrägerier: with and without benefit fraud, by kind and by injured party, and its unusual weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from crimestats.analysis.fraud_spikes import fraud_spikes
from crimestats.analysis.peaks import peaks
from crimestats.categories import kinds_of
from crimestats.charts.fraud import fraud_chart
from crimestats.charts.model import Chart
from crimestats.charts.shares import kinds_chart, parties_chart
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import say as tell
from crimestats.narrative.fraud import fraud_lines, fraud_title
from crimestats.narrative.spikes import spike_fact, spike_lines
from crimestats.narrative.view import MonthView
from crimestats.periods import Period
from crimestats.reporting.labels import period_name, source_text
from crimestats.reporting.marks import calendar_strips, peak_marks, period_strip
from crimestats.reporting.model import FraudView, PeakItem
from crimestats.reporting.month import chart_subtitle, shown_weeks, weekly_sentence
from crimestats.reporting.peaks import WEEKS_SHOWN, notes_of, peak_items
from crimestats.reporting.reading import Reading, read_area
from crimestats.store import Store
from crimestats.weeks import IsoWeek

_CHART_WEEKS = 56


def fraud_view(
    store: Store, area: str, period: Period, *, as_of: datetime | None = None, lang: str = "sv"
) -> FraudView:
    """Fraud in a period, and the unusual weeks of the two years up to its end.

    Raises:
        StoreError: when the store cannot be read.
    """
    reading, say = read_area(store, area, as_of), texts(lang)
    sample = (say("report.chart.sample"),) if reading.record.sample else ()
    if FRAUD_ALL not in reading.record.series:
        return FraudView(say("report.fraud.nothing"), (), False, None, None, None, None, (), sample)
    view = MonthView(reading.record, reading.detection, period)
    lines = tell(fraud_lines(view), lang, together=True)
    title = tell([fraud_title(view)], lang)[0].plain
    kinds, parties = _kinds(reading, period, lang), _parties(reading, period, lang)
    missing = [("kinds", kinds), ("parties", parties)]
    notices = tuple(say(f"report.fraud.no_{name}") for name, chart in missing if chart is None)
    return FraudView(
        title=title,
        sentences=tuple(line.plain for line in lines),
        spikes=_spikes(reading, period, lang),
        reported=True,
        chart=_chart(reading, period, lang),
        kinds=kinds.table if kinds else None,
        kinds_chart=kinds,
        parties=parties.table if parties else None,
        peaks=_peaks(store, reading, period, lang),
        notices=(*sample, *notices),
    )


def _chart(reading: Reading, period: Period, lang: str) -> Chart:
    weeks = shown_weeks(reading, period, _CHART_WEEKS)
    flagged = peaks(reading.record, reading.detection, weeks, FRAUD_ALL)
    return fraud_chart(
        reading.record,
        reading.detection,
        weeks,
        title=_weekly_title([peak.week for peak in flagged], lang),
        subtitle=chart_subtitle(reading, lang, FRAUD_ALL),
        sentence=weekly_sentence(reading, FRAUD_ALL, weeks, lang),
        lang=lang,
        marks=peak_marks(flagged, lang),
        strips=[
            *calendar_strips(reading.events, weeks, lang),
            period_strip(period, period_name(period, lang)),
        ],
        source_note=source_text(reading.record, lang),
    )


def _weekly_title(flagged: Sequence[IsoWeek], lang: str) -> str:
    """Which weeks had unusually many; the name alone where none had."""
    say, formats = texts(lang), Formats(lang)
    weeks = formats.listing([formats.week(week) for week in sorted(flagged)])
    return say("report.fraud.weekly_flagged", weeks=weeks) if weeks else say("report.fraud.weekly")


def _kinds(reading: Reading, period: Period, lang: str) -> Chart | None:
    say = texts(lang)
    codes = [code for code in (*kinds_of(FRAUD), BENEFIT_FRAUD) if code in reading.record.series]
    if not any(code in codes for code in kinds_of(FRAUD)):
        return None
    name = period_name(period, lang)
    return kinds_chart(
        reading.record,
        reading.detection,
        codes,
        period,
        title=say("report.fraud.kinds", period=name),
        subtitle=say("report.fraud.kinds_band"),
        sentence=say("report.fraud.kinds_sentence", period=name),
        lang=lang,
        source_note=source_text(reading.record, lang),
        id="fraud-kinds",
    )


def _parties(reading: Reading, period: Period, lang: str) -> Chart | None:
    if not any(code in (FRAUD, BENEFIT_FRAUD) for code, _ in reading.record.by_party):
        return None
    title = texts(lang)("report.fraud.parties", period=period_name(period, lang))
    return parties_chart(
        reading.record, period, title=title, subtitle="", sentence=title, lang=lang, id="fraud-parties"
    )


def _spikes(reading: Reading, period: Period, lang: str) -> tuple[str, ...]:
    """A paragraph per run of unusual weeks: a wave, a batch, both, or not known."""
    weeks = shown_weeks(reading, period, WEEKS_SHOWN)
    told = []
    for spike in fraud_spikes(reading.record, reading.detection, weeks):
        fact = spike_fact(MonthView(reading.record, reading.detection, spike.weeks), spike)
        told.append(" ".join(s.plain for s in tell(spike_lines(fact), lang, together=True)))
    return tuple(told)


def _peaks(store: Store, reading: Reading, period: Period, lang: str) -> tuple[PeakItem, ...]:
    """Unusual weeks of fraud with benefit fraud; the total's note on the same week is theirs too."""
    weeks = shown_weeks(reading, period, WEEKS_SHOWN)
    notes = notes_of(store, reading.record.area)
    found = peaks(reading.record, reading.detection, weeks, FRAUD_ALL)
    items = peak_items(reading, found, notes, lang)
    shared = {week: row for (code, week), row in notes.items() if code == "total"}
    return tuple(_with_note(item, shared.get(item.week.ordinal), lang) for item in items)


def _with_note(item: PeakItem, row: object, lang: str) -> PeakItem:
    if item.note or not isinstance(row, dict):
        return item
    status = str(row["status"])
    return replace(
        item,
        question="",
        note=str(row["body"]),
        status=status,
        status_text=texts(lang)(f"report.status.{status}"),
    )
