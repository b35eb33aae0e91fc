"""A chart as a picture file that stands alone: title, chart, source. matplotlib draws (decision 0005).

The same chart gives the same bytes every time, on every machine: own letters, no dates, fixed identifiers.
"""

from __future__ import annotations

import io
import textwrap
from functools import cache
from html import escape
from pathlib import Path
from threading import Lock
from typing import Any

from crimestats.charts.canvas import FILE
from crimestats.charts.image_bars import draw_lying, lying_height
from crimestats.charts.image_pen import Letters, Pen
from crimestats.charts.image_weekly import draw_weekly
from crimestats.charts.layout import layout
from crimestats.charts.model import Chart
from crimestats.charts.scales import text_width
from crimestats.charts.theme import LIGHT

_WIDTH, _EDGE = 1200, 40
_TITLE, _SUBTITLE, _NOTE = 29, 18, 15
_FONTS = Path(__file__).with_name("fonts")
# matplotlib makes no promise for threads; a picture takes a tenth of a second, so they queue.
_ONE_AT_A_TIME = Lock()


def svg(chart: Chart) -> str:
    """The chart as an SVG document, 1200 px wide, with ``<title>`` and ``<desc>`` to be read aloud."""
    drawn = _saved(chart, "svg").decode("utf-8")
    start = drawn.index("<svg")
    end = drawn.index(">", start)
    named = ' role="img" aria-labelledby="chart-title chart-desc"'
    words = f'<title id="chart-title">{escape(chart.title)}</title>'
    words += f'<desc id="chart-desc">{escape(chart.sentence)}</desc>'
    return f"{drawn[:end]}{named}>\n {words}{drawn[end + 1 :]}"


def png(chart: Chart) -> bytes:
    """The chart as a PNG, 2400 px wide: sharp on a slide and in print."""
    return _saved(chart, "png")


def _saved(chart: Chart, form: str) -> bytes:
    metadata = {"Date": None} if form == "svg" else {"Software": None}
    target = io.BytesIO()
    with _ONE_AT_A_TIME:
        _figure(chart).savefig(target, format=form, dpi=144 if form == "png" else 72, metadata=metadata)
    return target.getvalue()


def _figure(chart: Chart) -> Any:
    """A matplotlib figure whose one pair of axes is counted in px from the upper left corner."""
    head = _wrapped(chart.title, _TITLE, bold=True), _wrapped(chart.subtitle, _SUBTITLE)
    notes = [line for text in (*chart.footnotes, chart.source_note) for line in _wrapped(text, _NOTE)]
    above = _EDGE - 6 + len(head[0]) * _TITLE * 1.25 + len(head[1]) * _SUBTITLE * 1.4 + 10
    placed = None if chart.kind == "hbars" else layout(chart, FILE)
    inside = placed.height if placed else lying_height(chart)
    height = above + inside + len(notes) * _NOTE * 1.4 + _EDGE
    figure, pen = _sheet(round(height))
    y = pen.paragraph(_EDGE, _EDGE - 6, head[0], Letters(_TITLE, LIGHT.ink, bold=True, leading=1.25))
    pen.paragraph(_EDGE, y, head[1], Letters(_SUBTITLE, LIGHT.muted))
    if placed:
        draw_weekly(chart, placed, pen.moved(_EDGE, above))
    else:
        draw_lying(chart, FILE, pen.moved(_EDGE, above), _WIDTH - 2 * _EDGE)
    pen.paragraph(_EDGE, above + inside + 8, notes, Letters(_NOTE, LIGHT.muted))
    return figure


def _sheet(height: int) -> tuple[Any, Pen]:
    _letters()
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH / 72, height / 72), dpi=72, facecolor=LIGHT.card)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0), xlim=(0, _WIDTH), ylim=(height, 0))
    axes.set_axis_off()
    return figure, Pen(axes)


@cache
def _letters() -> None:
    """Once per process: our own letters, and identifiers in SVG that do not change from run to run."""
    import matplotlib as mpl
    from matplotlib.font_manager import fontManager

    for file in sorted(_FONTS.glob("*.ttf")):
        fontManager.addfont(str(file))
    mpl.rcParams["svg.hashsalt"] = "lagesbild"


def _wrapped(text: str, size: float, *, bold: bool = False) -> list[str]:
    """A text in lines that fit the sheet."""
    room, letters = _WIDTH - 2 * _EDGE, len(text)
    while letters > 20:
        lines = textwrap.wrap(text, letters)
        if all(text_width(line, size, bold=bold) <= room for line in lines):
            return lines
        letters -= 2
    return textwrap.wrap(text, 20) if text else []
