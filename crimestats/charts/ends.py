"""Direct labels: words at the end of a line or band, moved apart so that they can be read. No legend box."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from crimestats.charts.canvas import Canvas, Plane
from crimestats.charts.model import Chart
from crimestats.charts.place import spread
from crimestats.charts.scales import text_width

GAP = 10  # px from the plot's edge to the words
LEADER_FROM = 12  # px that words are moved before a thin line leads back to their point


@dataclass(frozen=True, slots=True)
class End:
    """Words for the point (position, value), standing ``dy`` px below it at the plot's right edge."""

    position: int
    value: float
    words: tuple[str, ...]
    style: str  # category code; "" = the quiet words of a range
    strong: bool = False
    dy: float = 0.0
    middle: float = 0.0  # px from the plot's top to the words' middle


def end_words(chart: Chart, canvas: Canvas) -> list[End]:
    """The labels before they are moved: lines first, then the ranges."""
    found = []
    for n, line in enumerate(chart.lines):
        words = _wrapped(line.end_label, canvas)
        level = _stack_middle(chart, n) if chart.kind == "bars" else line.values
        if words and (last := _last(level)):
            found.append(End(*last, words, line.style, len(chart.lines) > 1))
    for band in (chart.band, chart.inner_band):
        if band and band.end_label and (last := _last(band.upper)):
            found.append(End(*last, _wrapped(band.end_label, canvas), ""))
    return found


def margin(ends: Sequence[End], canvas: Canvas) -> float:
    """px that the words need to the right of the plot."""
    widths = [text_width(line, canvas.text, bold=end.strong) for end in ends for line in end.words]
    return max(widths, default=0.0) + GAP + 6 if widths else 12.0


def ends(labels: Sequence[End], canvas: Canvas, plane: Plane) -> tuple[End, ...]:
    """The labels moved up and down until none overlap."""
    at = [plane.y(end.value) for end in labels]
    heights = [canvas.leading * len(end.words) + 2 for end in labels]
    placed = spread(at, heights, -canvas.leading, plane.height + canvas.leading / 2)
    return tuple(
        End(e.position, e.value, e.words, e.style, e.strong, middle - wanted, middle)
        for e, wanted, middle in zip(labels, at, placed, strict=True)
    )


def _wrapped(label: str, canvas: Canvas) -> tuple[str, ...]:
    return tuple(
        part
        for row in label.splitlines()
        for part in textwrap.wrap(row, canvas.end_wrap, break_long_words=False)
    )


def _last(values: Sequence[float | None]) -> tuple[int, float] | None:
    return next(((n, v) for n, v in reversed(list(enumerate(values))) if v is not None), None)


def _stack_middle(chart: Chart, layer: int) -> list[float | None]:
    """The middle of a layer where it has any height, None elsewhere: words point at the last such column."""
    below = [sum(ln.values[n] or 0.0 for ln in chart.lines[:layer]) for n in range(len(chart.weeks))]
    own = chart.lines[layer].values
    return [b + v / 2 if v else None for b, v in zip(below, own, strict=True)]
