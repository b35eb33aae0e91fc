"""Draws lying bars with a pen, as on the screen."""

from __future__ import annotations

from crimestats.charts.bars import bar_range, name_width, usual_words, value_width
from crimestats.charts.canvas import Canvas
from crimestats.charts.image_pen import Ink, Letters, Pen
from crimestats.charts.model import Chart
from crimestats.charts.scales import text_width
from crimestats.charts.theme import LIGHT, style

ROW, BAR = 48, 32


def lying_height(chart: Chart) -> float:
    return ROW * max(len(chart.bars), 1) + 16


def draw_lying(chart: Chart, canvas: Canvas, pen: Pen, width: float) -> None:
    """Draw a chart of kind ``hbars`` in ``width`` px."""
    low, high = bar_range(chart)
    size, left = canvas.text + 1, name_width(chart, canvas)
    scale = (width - left - value_width(chart, canvas)) / (high - low)

    def x(value: float) -> float:
        return left + (value - low) * scale

    for n, bar in enumerate(chart.bars):
        y, value = 8 + (n + 0.5) * ROW, bar.value or 0
        if bar.low is not None and bar.high is not None:
            pen.box((x(bar.low), y - ROW * 0.48), (x(bar.high), y + ROW * 0.48), LIGHT.band)
        pen.box((x(min(value, 0)), y - BAR / 2), (x(max(value, 0)), y + BAR / 2), style(bar.style).light)
        pen.text(left - 12, y, bar.name, Letters(size, LIGHT.ink, align="right"))
        end = x(max(value, 0)) + 9
        pen.text(end, y, bar.label, Letters(size, LIGHT.ink, bold=True))
        after = end + text_width(bar.label, size, bold=True) + 8
        pen.text(after, y, usual_words(bar, chart.lang), Letters(size, LIGHT.muted))
    pen.line([(x(0), 4), (x(0), lying_height(chart) - 4)], Ink(LIGHT.line_strong, 1.5))
