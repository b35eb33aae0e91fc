"""Strips: runs of weeks told in a lane of their own under the axis, so that words never meet a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count

from crimestats.charts.canvas import Canvas
from crimestats.charts.model import Chart, Strip
from crimestats.charts.place import Box
from crimestats.charts.scales import text_width

# Which strips come first: what the municipality did, what is missing, then what the calendar did.
_ORDER = ("code_list", "measure", "missing", "event", "break", "holiday")
MOST_ROWS = 4
_GAP, _BETWEEN = 5, 10  # px from a strip to its words, and between neighbours


@dataclass(frozen=True, slots=True)
class Lane:
    """A strip from ``start`` to ``end`` in week positions (its edges), in a row, with its words beside it."""

    strip: Strip
    start: float
    end: float
    row: int
    side: str  # right | left: the side of the strip that its words stand on; "" = no words
    room: Box  # px of strip and words together; top and bottom are row numbers


def lanes(chart: Chart, canvas: Canvas, width: float, limit: float) -> tuple[Lane, ...]:
    """Place the strips that touch the chart's weeks, each in the first row where it and its words have room.

    ``width`` is the plot's, px; words may reach on to ``limit``, beyond its right edge. What would need
    more than ``MOST_ROWS`` is left out, the least important kind first.
    """
    n = len(chart.weeks)
    spans = [_span(s, chart, canvas, width / max(n, 1), limit) for s in chart.strips if s.kind in _ORDER]
    spans = [span for span in spans if _touches(span, n)]
    found: list[Lane] = []
    for span in sorted(spans, key=lambda lane: (_ORDER.index(lane.strip.kind), lane.room.left)):
        row = next(r for r in count() if not any(lane.row == r and _meet(lane, span) for lane in found))
        found.append(replace(span, row=row))
    return tuple(lane for lane in found if lane.row < MOST_ROWS)


def _touches(lane: Lane, n: int) -> bool:
    within = lane.start >= -0.5 and lane.end <= n - 0.5
    return within and (lane.start < lane.end or lane.strip.kind == "code_list")


def _meet(one: Lane, two: Lane) -> bool:
    return one.room.left < two.room.right + _BETWEEN and two.room.left < one.room.right + _BETWEEN


def _span(strip: Strip, chart: Chart, canvas: Canvas, week: float, limit: float) -> Lane:
    """A strip cut to the chart, with its words to the right of it, else to the left, else none."""
    start = max(strip.first - chart.weeks[0], 0)
    end = min(strip.last - chart.weeks[0], len(chart.weeks) - 1) + 1
    if strip.kind == "code_list":  # a moment, not a run: nothing to tell before the chart's first week
        start = end = strip.first - chart.weeks[0]
    left, right = start * week, end * week
    words = text_width(strip.label, canvas.text - 1) + _GAP if strip.label else 0.0
    side = "right" if right + words <= limit else "left" if left - words >= 0 else ""
    room = Box(left - words * (side == "left"), 0, right + words * (side == "right"), 1)
    return Lane(strip, start - 0.5, end - 0.5, 0, side if strip.label else "", room)
