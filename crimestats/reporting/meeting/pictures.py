"""The charts of slides: fewer words on the axis than on a page, the period's own weeks first."""

from __future__ import annotations

from dataclasses import replace

from crimestats.analysis.peaks import Peak, peaks
from crimestats.charts.model import Chart, Strip
from crimestats.charts.shares import drivers_bars
from crimestats.charts.weekly import weekly_chart
from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.labels import series_name
from crimestats.reporting.marks import calendar_strips, peak_marks, period_strip
from crimestats.reporting.meeting.read import Month
from crimestats.reporting.month import chart_subtitle, shown_weeks, weekly_sentence

_WEEKS_SHOWN = 56
_CALENDAR = ("break", "event", "holiday")


def drivers_picture(month: Month, peak: Peak) -> Chart | None:
    """How much of a week's excess lies in each part; None where it is not split."""
    if len(peak.drivers) < 2:
        return None
    say_, week = texts(month.lang), Formats(month.lang).week_word(peak.week, year=True)
    title = say_("meeting.chart.drivers", week=week)
    return drivers_bars(
        peak.drivers,
        title=title,
        subtitle="",
        sentence=say_("meeting.chart.drivers_sentence", week=week),
        lang=month.lang,
        id=f"meeting-peak-{peak.code}-{peak.week}".replace(".", "-"),
    )


def weekly_picture(month: Month, code: str, period: Period) -> Chart:
    """A series' last year with the period shaded."""
    reading, lang = month.reading, month.lang
    weeks = shown_weeks(reading, period, _WEEKS_SHOWN)
    sentence = weekly_sentence(reading, code, weeks, lang)
    chart = weekly_chart(
        reading.record,
        reading.detection,
        code,
        weeks,
        title=texts(lang)("meeting.chart.weekly", name=series_name(reading.record, code, lang)),
        subtitle=chart_subtitle(reading, lang, code),
        sentence=sentence,
        lang=lang,
        marks=peak_marks(peaks(reading.record, reading.detection, weeks, code), lang),
        strips=[
            *calendar_strips(reading.events, weeks, lang),
            period_strip(period, month.report.period_name),
        ],
        id=f"weekly-{code}".replace(".", "-"),
    )
    return bare(chart, period)


def bare(chart: Chart, period: Period) -> Chart:
    """A page's chart for a slide: of the calendar what touches the period, its own weeks' words first."""
    marks = sorted(chart.marks, key=lambda mark: mark.week not in period)
    strips = [s for s in chart.strips if s.kind not in _CALENDAR or _touches(s, period)]
    return replace(chart, id=f"meeting-{chart.id}", strips=tuple(strips), marks=tuple(marks))


def _touches(strip: Strip, period: Period) -> bool:
    return strip.first <= period.last and period.first <= strip.last
