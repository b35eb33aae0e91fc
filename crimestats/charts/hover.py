"""What a week says when it is pointed at: one text per week, written by the one formatter."""

from __future__ import annotations

from html import escape

from crimestats.charts.model import Band, Chart, Line
from crimestats.i18n import Formats, texts
from crimestats.periods import Period


def week_words(chart: Chart) -> list[str]:
    """One text per week for Plotly's labels (its own few tags; all else escaped)."""
    return [_words(chart, n) for n in range(len(chart.weeks))]


def _words(chart: Chart, n: int) -> str:
    formats, say = Formats(chart.lang), texts(chart.lang)
    week = chart.weeks[n]
    head = f"<b>{escape(formats.week_word(week, year=True))}</b>  {escape(formats.days(Period(week, week)))}"
    rows = [_line(line, n, chart) for line in chart.lines]
    if any(line.preliminary and line.preliminary[n] for line in chart.lines):
        rows.append(say("charts.preliminary"))
    rows += [escape(_range(band, n, formats)) for band in (chart.band, chart.inner_band) if band]
    rows += [escape(" – ".join(filter(None, (m.label, m.note)))) for m in chart.marks if m.week == week]
    rows += [escape(s.label) for s in chart.strips if s.kind != "missing" and s.first <= week <= s.last]
    return "<br>".join([head, *filter(None, rows)])


def _line(line: Line, n: int, chart: Chart) -> str:
    value = line.values[n]
    if value is None:
        return f"{escape(line.name)}: {texts(chart.lang)('charts.missing')}"
    return f"{escape(line.name)}: <b>{number(value, Formats(chart.lang))}</b>"


def _range(band: Band, n: int, formats: Formats) -> str:
    low, high = band.lower[n], band.upper[n]
    return "" if low is None or high is None else f"{band.name}: {span(low, high, formats)}"


def number(value: float, formats: Formats) -> str:
    """A count as it is; a mean or a limit with one decimal where it has one."""
    return formats.number(value, 0 if float(value).is_integer() else 1)


def span(low: float, high: float, formats: Formats) -> str:
    """A range in words; whole ends as whole numbers."""
    one, two = number(low, formats), number(high, formats)
    return one if one == two else f"{one}–{two}"
