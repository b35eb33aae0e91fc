"""Draws a weekly chart with a pen, from the same layout that the screen uses."""

from __future__ import annotations

from collections.abc import Sequence

from crimestats.charts.ends import GAP, LEADER_FROM, End
from crimestats.charts.flags import Flag
from crimestats.charts.image_pen import NO_INK, Ink, Letters, Pen
from crimestats.charts.lanes import Lane
from crimestats.charts.layout import Layout
from crimestats.charts.model import Chart, Line
from crimestats.charts.strokes import areas, line_width, runs, settled_and_preliminary
from crimestats.charts.theme import LIGHT, PERIOD_TINT, range_tones, style, text_colour

_AXIS, _HAIR = Ink(LIGHT.line_strong, 1.5), Ink(LIGHT.line_strong)


def draw_weekly(chart: Chart, placed: Layout, pen: Pen) -> None:
    """Draw a chart of kind ``line`` or ``bars``; the pen's origin is the layout's upper left corner."""
    inner, plane = pen.moved(placed.plot.left, placed.plot.top), placed.plane
    _counts(placed, inner)
    _behind(chart, placed, inner)
    if chart.kind == "bars":
        _columns(chart, placed, inner)
    else:
        for line in chart.lines:
            _line(line, placed, inner)
    inner.line([(0, plane.height), (plane.width, plane.height)], _AXIS)
    _weeks(placed, inner)
    for lane in placed.lanes:
        _lane(lane, placed, inner)
    for flag in placed.flags:
        _flag(flag, placed, inner)
    for end in placed.ends:
        _end(end, placed, inner)
    _titles(chart, placed, inner)


def _counts(placed: Layout, pen: Pen) -> None:
    letters = Letters(placed.canvas.text, LIGHT.muted, align="right")
    for count in placed.counts:
        y = placed.plane.y(count)
        pen.line([(0, y), (placed.plane.width, y)], Ink(LIGHT.line))
        pen.text(-9, y, str(count), letters)


def _behind(chart: Chart, placed: Layout, pen: Pen) -> None:
    plane = placed.plane
    tones = range_tones(LIGHT, two=chart.inner_band is not None)
    for band, tone in zip((chart.band, chart.inner_band), tones, strict=True):
        for outline in areas(band) if band else ():
            pen.area([(plane.x(x), plane.y(y)) for x, y in outline], tone)
    for strip in (s for s in chart.strips if s.kind == "period"):
        left = max(plane.x(strip.first - chart.weeks[0] - 0.5), 0)
        right = min(plane.x(strip.last - chart.weeks[0] + 0.5), plane.width)
        pen.box((left, 0), (right, plane.height), LIGHT.accent, alpha=PERIOD_TINT)


def _line(line: Line, placed: Layout, pen: Pen) -> None:
    look, plane = style(line.style), placed.plane
    width = line_width(look.width, plane.n)
    settled, preliminary = settled_and_preliminary(line)
    _strokes(settled, Ink(look.light, width, look.dash), placed, pen)
    _strokes(preliminary, Ink(look.light, width * 0.8, (2, 3)), placed, pen)
    for run in runs(line.values):
        value = line.values[run[0]]
        if len(run) == 1 and value is not None:
            pen.marker(plane.x(run[0]), plane.y(value), 6, look.light, look.marker)
    for n, is_open in enumerate(line.preliminary):
        value = line.values[n]
        if is_open and value is not None:
            pen.ring(plane.x(n), plane.y(value), 11, LIGHT.card, Ink(look.light, 2, (2, 2)))


def _strokes(values: Sequence[float | None], ink: Ink, placed: Layout, pen: Pen) -> None:
    plane = placed.plane
    for run in runs(values):
        if len(run) > 1:
            pen.line([(plane.x(n), plane.y(values[n] or 0.0)) for n in run], ink)


def _columns(chart: Chart, placed: Layout, pen: Pen) -> None:
    """As on the screen: the lowest part filled, those on it hatched one way, preliminary weeks the other."""
    plane, base = placed.plane, [0.0] * placed.plane.n
    for layer, line in enumerate(chart.lines):
        colour = style(line.style).light
        for n, value in enumerate(line.values):
            if not value:
                continue
            is_open = bool(line.preliminary) and line.preliminary[n]
            hatch = "////" if is_open else "\\\\\\\\" if layer else ""
            ends = (plane.x(n - 0.39), plane.y(base[n] + value)), (plane.x(n + 0.39), plane.y(base[n]))
            fill, ink = (LIGHT.card, Ink(colour, 0.8, hatch=hatch)) if hatch else (colour, NO_INK)
            pen.box(*ends, fill, ink)
            base[n] += value


def _weeks(placed: Layout, pen: Pen) -> None:
    leading, below = placed.canvas.leading, placed.plane.height + placed.lane_height
    letters = Letters(placed.canvas.text, LIGHT.muted, align="center")
    for tick in placed.weeks:
        x = placed.plane.x(tick.position)
        pen.line([(x, below), (x, below + 5)], _HAIR)
        for row, words in enumerate(filter(None, (tick.text, tick.year))):
            pen.text(x, below + 8 + leading * (row + 0.5), words, letters)


def _lane(lane: Lane, placed: Layout, pen: Pen) -> None:
    plane, kind = placed.plane, lane.strip.kind
    left, right = plane.x(lane.start), plane.x(lane.end)
    y = plane.height + placed.row_middle(lane.row)
    if kind == "code_list":
        pen.line([(left, y), (left, 0)], Ink(LIGHT.line_strong, 1.5, (3, 3)))
    else:
        fill = {"measure": LIGHT.strip, "missing": LIGHT.card}.get(kind, LIGHT.line_strong)
        ink = Ink(LIGHT.line_strong, 1.2, (2, 2)) if kind == "missing" else NO_INK
        pen.box((left, y - 3.5), (right, y + 3.5), fill, ink)
    if lane.side:
        x, align = (right + 6, "left") if lane.side == "right" else (left - 6, "right")
        pen.text(x, y, lane.strip.label, Letters(placed.canvas.text - 1, LIGHT.muted, align=align))


def _flag(flag: Flag, placed: Layout, pen: Pen) -> None:
    canvas, plane, spot = placed.canvas, placed.plane, flag.spot
    x, y = plane.x(flag.position), plane.y(flag.mark.value)
    if spot and spot.lifted:
        pen.line([(x, y), (x + spot.dx, y + spot.dy)], _HAIR)
    pen.ring(x, y, canvas.ring, LIGHT.card, Ink(style(flag.mark.style).light, 2.6))
    if spot is None:
        return
    top = y + spot.dy - canvas.leading * len(flag.words) / 2
    for row, words in enumerate(flag.words):
        note = Letters(canvas.text, LIGHT.muted, align=spot.align)
        strong = Letters(canvas.strong, LIGHT.ink, bold=True, align=spot.align)
        pen.text(x + spot.dx, top + canvas.leading * (row + 0.5), words, note if row else strong)


def _end(end: End, placed: Layout, pen: Pen) -> None:
    plane, canvas = placed.plane, placed.canvas
    if end.style and (abs(end.dy) > LEADER_FROM or end.position < plane.n - 1):
        start = (plane.x(end.position) + 4, plane.y(end.value))
        pen.line([start, (plane.width + 2, end.middle)], Ink(style(end.style).light))
    colour = text_colour(end.style) if end.style and end.strong else LIGHT.ink if end.style else LIGHT.muted
    letters = Letters(canvas.text, colour, bold=end.strong, leading=canvas.leading / canvas.text)
    pen.paragraph(plane.width + GAP, end.middle - canvas.leading * len(end.words) / 2, end.words, letters)


def _titles(chart: Chart, placed: Layout, pen: Pen) -> None:
    size, middle = placed.canvas.text, -4 - placed.canvas.leading / 2
    pen.text(-placed.plot.left, middle - placed.title_rise, chart.y_title, Letters(size, LIGHT.muted))
    for strip in (s for s in chart.strips if s.kind == "period" and s.label):
        x = placed.plane.x((strip.first.ordinal + strip.last.ordinal) / 2 - chart.weeks[0].ordinal)
        pen.text(x, middle, strip.label, Letters(size, LIGHT.accent, bold=True, align="center"))
