"""Trender: chosen categories over weeks, this year over earlier years, four-week level and year to date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from crimestats.charts.model import Chart, Table
from crimestats.charts.weekly import categories_chart, weekly_chart
from crimestats.charts.years import LEVEL_WEEKS, level, year_over_years_chart
from crimestats.counts import TOTAL
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import say as tell
from crimestats.narrative.facts import Fact
from crimestats.narrative.to_date import to_date_facts, to_date_line, trend_title
from crimestats.periods import Period, year_before
from crimestats.reporting.labels import period_name, series_name, source_text
from crimestats.reporting.marks import calendar_strips, period_strip
from crimestats.reporting.model import TrendsView
from crimestats.reporting.month import chart_subtitle, shown_weeks, weekly_sentence
from crimestats.reporting.peaks import weekly_title
from crimestats.reporting.reading import Reading, read_area
from crimestats.store import Store

WEEKS_SHOWN = 104


def trends_view(
    store: Store,
    area: str,
    period: Period,
    codes: Sequence[str] = (TOTAL,),
    *,
    as_of: datetime | None = None,
    lang: str = "sv",
) -> TrendsView:
    """The chosen categories up to a period's end. The first one is shown over earlier years.

    Raises:
        StoreError: when the store cannot be read.
    """
    reading = read_area(store, area, as_of)
    held = [code for code in codes if code in reading.record.series] or [TOTAL]
    facts = to_date_facts(reading.record, held, period.last)
    title = tell([trend_title(facts[0])], lang)[0].plain
    chart = _chart(reading, held, period, lang)
    return TrendsView(
        title=title,
        sentence=chart.sentence,
        chart=chart,
        year_chart=_year_chart(reading, facts[0], period, lang),
        to_date=_to_date_table(reading, facts, lang),
        to_date_sentences=tuple(sentence.plain for sentence in tell([to_date_line(f) for f in facts], lang)),
        level=_level_table(reading, held, period, lang),
        notices=tuple(_notices(reading, period, lang)),
    )


def _chart(reading: Reading, codes: Sequence[str], period: Period, lang: str) -> Chart:
    """One category with its expected range; several together, each named at its end."""
    say, weeks = texts(lang), shown_weeks(reading, period, WEEKS_SHOWN)
    strips = [*calendar_strips(reading.events, weeks, lang), period_strip(period, period_name(period, lang))]
    sentence = " ".join(weekly_sentence(reading, code, weeks, lang) for code in codes)
    source = source_text(reading.record, lang)
    if len(codes) == 1:
        subtitle = chart_subtitle(reading, lang, codes[0])
        return weekly_chart(
            reading.record, reading.detection, codes[0], weeks,
            title=weekly_title(reading, codes[0], weeks, lang), subtitle=subtitle,
            sentence=sentence, lang=lang, strips=strips, source_note=source, id="trend",
        )  # fmt: skip
    names = Formats(lang).listing([series_name(reading.record, code, lang) for code in codes])
    return categories_chart(
        reading.record, codes, weeks, title=say("report.trends.several", names=names),
        subtitle=say("report.trends.area", area=reading.record.area),
        sentence=sentence, lang=lang, strips=strips, source_note=source,
    )  # fmt: skip


def _year_chart(reading: Reading, fact: Fact, period: Period, lang: str) -> Chart:
    say, year = texts(lang), str(period.last.year)
    name = series_name(reading.record, fact.subject, lang)
    weeks = fact.period
    return year_over_years_chart(
        reading.record,
        fact.subject,
        period.last,
        title=say("report.trends.year", name=name, year=year),
        subtitle=say("report.trends.year_band", area=reading.record.area, year=year),
        sentence=weekly_sentence(reading, fact.subject, weeks, lang),
        lang=lang,
        strips=calendar_strips(reading.events, weeks, lang),
        source_note=source_text(reading.record, lang),
    )


def _to_date_table(reading: Reading, facts: Sequence[Fact], lang: str) -> Table:
    """Count so far this year and in the same weeks last year; a dash where weeks are missing."""
    say, formats = texts(lang), Formats(lang)
    year = facts[0].period.first.year
    heads = (say("report.column.category"), str(year), str(year - 1), say("report.column.difference"))
    rows, numbers = [], []
    for fact in facts:
        name = series_name(reading.record, fact.subject, lang)
        counts = [fact.numbers.get(key) for key in ("count", "before")]
        word = say(f"report.difference.{fact.numbers.get('verdict', 'not')}")
        written = [formats.number(n) if isinstance(n, int) else "–" for n in counts]
        rows.append((name, *written, word))
        numbers.append((name, *counts, word))
    weeks = formats.weeks(facts[0].period)
    return Table(say("report.trends.to_date", weeks=weeks), heads, tuple(rows), tuple(numbers))


def _level_table(reading: Reading, codes: Sequence[str], period: Period, lang: str) -> Table:
    """Mean per week of the last four weeks, and of the same weeks a year before."""
    say, formats = texts(lang), Formats(lang)
    newest = Period(period.last - (LEVEL_WEEKS - 1), period.last)
    rows, numbers = [], []
    for code in codes:
        name = series_name(reading.record, code, lang)
        now = float(level(reading.record, code, Period(period.last, period.last))[-1])
        values = [_rounded(now), _rounded(_same_weeks(reading, code, newest))]
        rows.append((name, *("–" if value is None else formats.number(value, 1) for value in values)))
        numbers.append((name, *values))
    heads = tuple(say(f"report.column.{key}") for key in ("category", "level", "level_before"))
    caption = say("report.trends.level", weeks=formats.weeks(newest, year=True))
    return Table(caption, heads, tuple(rows), tuple(numbers))


def _same_weeks(reading: Reading, code: str, weeks: Period) -> float:
    """Mean over the partners of four weeks; NaN unless all are reported."""
    partners = year_before(weeks).partners
    values = [[reading.record.values(code, Period(w, w))[0] for w in partner] for partner in partners]
    return float(np.mean([np.mean(pair) for pair in values]))


def _rounded(value: float) -> float | None:
    return round(value, 1) if np.isfinite(value) else None


def _notices(reading: Reading, period: Period, lang: str) -> list[str]:
    """Sample data, and weeks of the year so far that may still grow."""
    say, record = texts(lang), reading.record
    told = [say("report.chart.sample")] if record.sample else []
    place = record.index(period.last)
    if place is not None and record.preliminary[place]:
        told.append(say("report.trends.preliminary", week=Formats(lang).week_word(period.last)))
    return told
