"""Where everything of a weekly chart goes: ticks, words, strips. Both renderers draw what stands here.

All px are those of the narrowest plot that a canvas stands for; on a wider one the weeks move apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from crimestats.charts.canvas import Canvas, Plane
from crimestats.charts.ends import End, end_words, ends, margin
from crimestats.charts.flags import Flag, flags, stacked
from crimestats.charts.lanes import Lane, lanes
from crimestats.charts.model import Chart, Strip
from crimestats.charts.place import Box
from crimestats.charts.scales import Tick, count_ticks, text_width, week_ticks


@dataclass(frozen=True, slots=True)
class Layout:
    """A weekly chart worked out on a canvas. ``plot`` is the plane's place on the canvas, px."""

    canvas: Canvas
    plane: Plane
    plot: Box
    lane_height: float
    title_rise: float  # px that the axis' title stands higher, to be clear of the period's name
    counts: tuple[int, ...]
    weeks: tuple[Tick, ...]
    flags: tuple[Flag, ...]
    ends: tuple[End, ...]
    lanes: tuple[Lane, ...]

    @property
    def height(self) -> float:
        """The whole drawing's height, px: a lane adds to it and takes nothing from the plot."""
        return self.canvas.height + self.lane_height

    @property
    def lane_share(self) -> float:
        """The lane's share of plot and lane together, 0..1."""
        whole = self.plane.height + self.lane_height
        return self.lane_height / whole

    def row_middle(self, row: int) -> float:
        """px from the zero line down to the middle of a lane's row."""
        return 8 + (row + 0.5) * self.canvas.leading


def layout(chart: Chart, canvas: Canvas) -> Layout:
    """Work out a chart of kind ``line`` or ``bars`` on a canvas."""
    labels = end_words(chart, canvas)
    left = max(text_width(f"{_highest(chart):.0f}", canvas.text) + 14, 26)
    right = canvas.width - margin(labels, canvas)
    strips = lanes(chart, canvas, right - left, canvas.width - left)
    lane_rows = 1 + max((lane.row for lane in strips), default=-1)
    rise = _title_rise(chart, canvas, left, right - left)
    above = 14 + rise + canvas.leading * (bool(chart.y_title) or _period_words(chart) is not None)
    plane = _plane(chart, canvas, right - left, canvas.height - 2.6 * canvas.leading - above)
    ticks = week_ticks(chart.weeks, chart.lang, max(int(plane.width // canvas.step), 1))
    return Layout(
        canvas=canvas,
        plane=plane,
        plot=Box(left, above, right, above + plane.height),
        lane_height=lane_rows * canvas.leading + 8 if lane_rows else 0.0,
        title_rise=rise,
        counts=tuple(count_ticks(plane.top)),
        weeks=tuple(ticks),
        flags=flags(chart, canvas, plane),
        ends=ends(labels, canvas, plane),
        lanes=strips,
    )


def _plane(chart: Chart, canvas: Canvas, width: float, height: float) -> Plane:
    """The plane, with room over the highest point for a flag's words; four counts high at the least."""
    room = canvas.leading * 2.4 if chart.marks else 8.0
    return Plane(len(chart.weeks), width, height, max(_highest(chart) * height / (height - room), 4.0))


def _period_words(chart: Chart) -> Strip | None:
    return next((strip for strip in chart.strips if strip.kind == "period" and strip.label), None)


def _title_rise(chart: Chart, canvas: Canvas, left: float, width: float) -> float:
    period = _period_words(chart)
    if period is None or not chart.y_title:
        return 0.0
    middle = (period.first.ordinal + period.last.ordinal + 1) / 2 - chart.weeks[0].ordinal
    words = left + middle / len(chart.weeks) * width - text_width(period.label, canvas.text, bold=True) / 2
    return 0.0 if words > text_width(chart.y_title, canvas.text) + 12 else canvas.leading


def _highest(chart: Chart) -> float:
    if chart.y_max is not None:
        return chart.y_max
    drawn = [stacked(chart)] if chart.kind == "bars" else [ln.values for ln in chart.lines]
    bands = [band.upper for band in (chart.band, chart.inner_band) if band]
    counts = [v for run in (*drawn, *bands) for v in run if v is not None]
    return float(max([*counts, *(mark.value for mark in chart.marks), 0.0]))
