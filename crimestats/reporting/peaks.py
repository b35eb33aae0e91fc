"""Toppar: the unusual weeks, newest first, each with its evidence, what drove it and what is known of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from crimestats.analysis.fraud_spikes import fraud_spikes
from crimestats.analysis.peaks import Peak, peaks
from crimestats.charts.model import Chart, Table
from crimestats.charts.weekly import weekly_chart
from crimestats.clock import LOCAL
from crimestats.counts import FRAUD_ALL, TILES, TOTAL
from crimestats.i18n import Formats, texts
from crimestats.narrative.causes import cause_fact, cause_lines, question_line
from crimestats.narrative.choose import lines
from crimestats.narrative.compose import say as tell
from crimestats.narrative.facts import Fact
from crimestats.narrative.flagged import cause, tile_of, told_of
from crimestats.narrative.view import MonthView, tiles_of
from crimestats.periods import Period
from crimestats.reporting.asides import asides
from crimestats.reporting.drivers import drivers_table
from crimestats.reporting.evidence import evidence_of
from crimestats.reporting.labels import period_name, range_text, series_name, source_text, verdict_text
from crimestats.reporting.marks import calendar_strips, peak_marks, period_strip
from crimestats.reporting.model import PeakItem, PeaksView
from crimestats.reporting.month import chart_subtitle, shown_weeks, weekly_sentence
from crimestats.reporting.rarity import rarity_text
from crimestats.reporting.reading import Reading, read_area
from crimestats.store import Store
from crimestats.weeks import IsoWeek

# Two years: what one remembers, and what a yearly budget of false alarms is judged over.
WEEKS_SHOWN = 104
Notes = Mapping[tuple[str, int], Mapping[str, Any]]


def peaks_view(
    store: Store, area: str, period: Period, *, as_of: datetime | None = None, lang: str = "sv"
) -> PeaksView:
    """The unusual weeks of the two years up to a period's end.

    Raises:
        StoreError: when the store cannot be read.
    """
    reading, say = read_area(store, area, as_of), texts(lang)
    weeks = shown_weeks(reading, period, WEEKS_SHOWN)
    found = unusual_weeks(reading, weeks)
    items = peak_items(reading, found, notes_of(store, area), lang)
    told = counted_weeks("report.peaks.title", found, lang)
    title = told if found or _judged(reading, TOTAL, weeks) else texts(lang)("app.page.peaks")
    return PeaksView(
        title=title,
        sentence=say("report.peaks.sentence"),
        chart=_chart(reading, period, weeks, found, lang),
        items=items,
        summary=_summary(items, title, reading, lang),
        empty="" if items else _why_none(reading, weeks, lang),
        notices=(say("report.chart.sample"),) if reading.record.sample else (),
        asides=asides(reading, weeks, lang),
    )


def counted_weeks(key: str, found: Sequence[Peak], lang: str, **values: str) -> str:
    """How many different weeks stand out of two years, and the latest: the texts ``key`` with its endings."""
    weeks, formats = sorted({peak.week for peak in found}), Formats(lang)
    if not weeks:
        return texts(lang)(f"{key}_none", **values)
    last = formats.week_word(weeks[-1], year=True)
    ending = "_one" if len(weeks) == 1 else ""
    written = formats.word(len(weeks))
    return texts(lang)(f"{key}{ending}", n=written, last=last, **values)


def _chart(reading: Reading, period: Period, weeks: Period, found: Sequence[Peak], lang: str) -> Chart:
    """The total over the weeks, its unusual ones marked."""
    shade = period_strip(period, period_name(period, lang))
    return weekly_chart(
        reading.record,
        reading.detection,
        TOTAL,
        weeks,
        title=weekly_title(reading, TOTAL, weeks, lang),
        subtitle=chart_subtitle(reading, lang),
        sentence=weekly_sentence(reading, TOTAL, weeks, lang),
        lang=lang,
        marks=peak_marks((peak for peak in found if peak.code == TOTAL), lang),
        strips=[*calendar_strips(reading.events, weeks, lang), shade],
        source_note=source_text(reading.record, lang),
        id="peaks",
    )


def unusual_weeks(reading: Reading, weeks: Period) -> list[Peak]:
    """The total's unusual weeks, and a category's where the total's do not already tell it; newest first."""
    found = peaks(reading.record, reading.detection, weeks)
    told = {(peak.week, cause(peak)) for peak in found}
    for code in tiles_of(reading.record):
        others = peaks(reading.record, reading.detection, weeks, code)
        found += [peak for peak in others if (peak.week, code) not in told]
    order = (TOTAL, *TILES)
    return sorted(found, key=lambda peak: (-peak.week.ordinal, order.index(peak.code)))


def notes_of(store: Store, area: str) -> Notes:
    """The newest note per category and week ordinal."""
    return {(row["category"], row["week"]): row for row in store.rows("notes", area=area)}


def peak_items(reading: Reading, found: Sequence[Peak], notes: Notes, lang: str) -> tuple[PeakItem, ...]:
    """Flagged weeks as they are shown."""
    words = _spike_words(reading, found, lang)
    return tuple(
        _item(reading, peak, notes.get((peak.code, peak.week.ordinal), {}), words.get(peak.week, ""), lang)
        for peak in found
    )


def _item(reading: Reading, peak: Peak, note: Mapping[str, Any], word: str, lang: str) -> PeakItem:
    say, formats = texts(lang), Formats(lang)
    name = series_name(reading.record, peak.code, lang)
    status = str(note.get("status", "new"))
    count = formats.number(peak.observed)
    fact = cause_fact(_week_view(reading, peak), peak)
    return PeakItem(
        week=peak.week,
        code=peak.code,
        title=say("report.peaks.item", week=formats.week(peak.week, year=True), name=name),
        verdict=verdict_text(peak.level, lang),
        observed=peak.observed,
        observed_text=say("report.peaks.observed", count=count),
        range_text=range_text(peak.lower, peak.upper, lang),
        rarity=rarity_text(peak.rarity, lang, len(peak.together.weeks) if peak.together else 1),
        sentences=_sentences(reading, peak, fact, lang),
        drivers=drivers_table(peak, lang),
        drivers_chart=None,
        evidence=tuple(evidence_of(peak, lang)),
        preliminary=peak.preliminary,
        note=str(note.get("body", "")),
        note_from=_note_from(note, lang),
        status=status,
        status_text=say(f"report.status.{status}"),
        question="" if note.get("body") else _question(fact, lang),
        spike=word,
    )


def _note_from(note: Mapping[str, Any], lang: str) -> str:
    if not note:
        return ""
    day = Formats(lang).day(note["at"].astimezone(LOCAL).date())
    return texts(lang)("notes.from", who=note["author"], day=day) if note["author"] else day


def _week_view(reading: Reading, peak: Peak) -> MonthView:
    return MonthView(reading.record, reading.detection, Period(peak.week, peak.week))


def _sentences(reading: Reading, peak: Peak, cause_of: Fact, lang: str) -> tuple[str, ...]:
    """What the week's excess consists of, who was injured, the week without its batch, the cause."""
    told = [line for fact in told_of(_week_view(reading, peak), peak) for line in lines(fact)]
    told += cause_lines(cause_of)
    return tuple(sentence.plain for sentence in tell(told, lang, together=True))


def _question(fact: Fact, lang: str) -> str:
    line = question_line(fact)
    return tell([line], lang)[0].plain if line else ""


def _spike_words(reading: Reading, found: Sequence[Peak], lang: str) -> Mapping[IsoWeek, str]:
    """Week → the word for its fraud, where that is unusual and the week's cause."""
    caused = {
        peak.week for peak in found if tile_of(peak.cause.code if peak.cause else peak.code) == FRAUD_ALL
    }
    spikes = fraud_spikes(reading.record, reading.detection) if caused else []
    words = {
        week: texts(lang)(f"causes.spike.{spike.kind}") for spike in spikes for week in spike.weeks.weeks
    }
    return {week: word for week, word in words.items() if week in caused}


def _summary(items: Sequence[PeakItem], caption: str, reading: Reading, lang: str) -> Table:
    say, formats = texts(lang), Formats(lang)
    heads = ("week", "category", "count", "usual", "verdict", "rarity", "status")
    rows = tuple(
        (
            formats.week(item.week, year=True), series_name(reading.record, item.code, lang),
            formats.number(item.observed), item.range_text, item.verdict, item.rarity, item.status_text,
        )
        for item in items
    )  # fmt: skip
    numbers = tuple(
        (str(item.week), row[1], item.observed, *row[3:]) for item, row in zip(items, rows, strict=True)
    )
    return Table(caption, tuple(say(f"report.column.{name}") for name in heads), rows, numbers)


def _why_none(reading: Reading, weeks: Period, lang: str) -> str:
    """Nothing unusual, or nothing that could be judged."""
    return texts(lang)("report.peaks.calm" if _judged(reading, TOTAL, weeks) else "report.peaks.unjudged")


def _judged(reading: Reading, code: str, weeks: Period) -> bool:
    """Whether any of the weeks had enough earlier ones to be judged by."""
    band = reading.detection.bands.get(code)
    places = [reading.record.index(week) for week in weeks.weeks]
    return band is not None and any(n is not None and band.weeks_used[n] > 0 for n in places)


def weekly_title(reading: Reading, code: str, weeks: Period, lang: str) -> str:
    """What two years of one series show: how many of its own weeks were unusual."""
    name = series_name(reading.record, code, lang)
    if not _judged(reading, code, weeks):
        return texts(lang)("report.trends.weekly_unjudged", name=name)
    found = peaks(reading.record, reading.detection, weeks, code)
    return counted_weeks("report.trends.weekly", found, lang, name=name)
