"""What both renderers need to know of lying bars: their scale, their words and the room these take."""

from __future__ import annotations

from crimestats.charts.canvas import Canvas
from crimestats.charts.hover import span
from crimestats.charts.model import Bar, Chart
from crimestats.charts.scales import text_width
from crimestats.i18n import Formats, texts


def bar_range(chart: Chart) -> tuple[float, float]:
    """From the least to the greatest that is drawn; zero is always in it, and something above it."""
    drawn = [v for bar in chart.bars for v in (bar.value, bar.low, bar.high) if v is not None]
    low, high = min([*drawn, 0.0]), max([*drawn, 0.0])
    return low, high if high > low else low + 1


def usual_words(bar: Bar, lang: str) -> str:
    """What is usual for a bar, "" where that is not told."""
    if bar.low is None or bar.high is None:
        return ""
    return texts(lang)("charts.usual", span=span(bar.low, bar.high, Formats(lang)))


def name_width(chart: Chart, canvas: Canvas) -> float:
    """px that the names before the bars take."""
    return max((text_width(bar.name, canvas.text + 1) for bar in chart.bars), default=0) + 14


def value_width(chart: Chart, canvas: Canvas) -> float:
    """px that the values after the bars take, with what is usual."""
    words = (f"{bar.label}  {usual_words(bar, chart.lang)}" for bar in chart.bars)
    return max((text_width(text, canvas.text + 1, bold=True) for text in words), default=0) + 16
