"""Rings, strips and words of a weekly chart as Plotly traces, shapes and annotations."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from crimestats.charts.canvas import Canvas
from crimestats.charts.ends import GAP, LEADER_FROM, End
from crimestats.charts.flags import Flag
from crimestats.charts.lanes import Lane
from crimestats.charts.layout import Layout
from crimestats.charts.model import Chart
from crimestats.charts.strokes import areas
from crimestats.charts.theme import PERIOD_TINT, Palette, palette, range_tones, style, text_colour, tint

_STRIP_PX = 7


def rings(placed: Layout, dark: bool) -> list[dict[str, Any]]:
    """The flagged weeks as open rings."""
    if not placed.flags:
        return []
    edges = [style(flag.mark.style).colour(dark) for flag in placed.flags]
    marker = {
        "size": placed.canvas.ring,
        "color": palette(dark).card,
        "line": {"color": edges, "width": 2.6 * placed.canvas.stroke},
    }
    return [
        {
            "type": "scatter",
            "x": [flag.position for flag in placed.flags],
            "y": [flag.mark.value for flag in placed.flags],
            "mode": "markers",
            "marker": {**marker, "opacity": 1},
            "hoverinfo": "skip",
            "showlegend": False,
            "cliponaxis": False,
        }
    ]


def areas_behind(chart: Chart, top: float, colours: Palette) -> Iterator[dict[str, Any]]:
    """The ranges, widest first, and the weeks told about under a breath of the accent: behind the series."""
    tones = range_tones(colours, two=chart.inner_band is not None)
    for band, tone in zip((chart.band, chart.inner_band), tones, strict=True):
        for outline in areas(band) if band else ():
            path = "M" + "L".join(f"{x:g},{y:g}" for x, y in outline) + "Z"
            yield {"type": "path", "path": path, "layer": "between", "fillcolor": tone, "line": {"width": 0}}
    for strip in (s for s in chart.strips if s.kind == "period"):
        start, end = strip.first - chart.weeks[0] - 0.5, strip.last - chart.weeks[0] + 0.5
        tone = tint(colours.accent, PERIOD_TINT)
        box = {"x0": start, "x1": end, "y0": 0, "y1": top, "layer": "between"}
        yield {"type": "rect", **box, "fillcolor": tone, "line": {"width": 0}}


def shapes(chart: Chart, placed: Layout, dark: bool) -> Iterator[dict[str, Any]]:
    """Open dashed marks of preliminary weeks, and the strips under the axis."""
    colours = palette(dark)
    if chart.kind == "line":
        flagged = {(flag.position, flag.mark.value) for flag in placed.flags}
        for line in chart.lines:
            for n, (value, is_open) in enumerate(zip(line.values, line.preliminary, strict=False)):
                if is_open and value is not None and (n, value) not in flagged:
                    yield _open_mark(n, value, style(line.style).colour(dark), colours)
    for lane in placed.lanes:
        yield from _strip(lane, placed, colours)


def _open_mark(position: int, value: float, colour: str, colours: Palette) -> dict[str, Any]:
    corner = {"x0": -5, "x1": 5, "y0": -5, "y1": 5}
    pixels = {"xsizemode": "pixel", "ysizemode": "pixel", "xanchor": position, "yanchor": value}
    stroke = {"color": colour, "width": 2, "dash": "2px,2px"}
    return {"type": "circle", **corner, **pixels, "fillcolor": colours.card, "line": stroke}


def _strip(lane: Lane, placed: Layout, colours: Palette) -> Iterator[dict[str, Any]]:
    kind, middle = lane.strip.kind, _paper(placed, lane.row)
    if kind == "code_list":
        stroke = {"color": colours.line_strong, "width": 1.5, "dash": "3px,3px"}
        yield {
            "type": "line", "x0": lane.start, "x1": lane.start,
            "yref": "paper", "y0": middle, "y1": 1, "line": stroke,
        }  # fmt: skip
        return
    half = _STRIP_PX / 2 / _whole(placed)
    fill = {"measure": colours.strip, "missing": colours.card}.get(kind, colours.line_strong)
    dashed = {"color": colours.line_strong, "width": 1.2 if kind == "missing" else 0, "dash": "2px,2px"}
    rect = {"x0": lane.start, "x1": lane.end, "y0": middle - half, "y1": middle + half, "yref": "paper"}
    yield {"type": "rect", **rect, "fillcolor": fill, "line": dashed}


def words(chart: Chart, placed: Layout, dark: bool) -> Iterator[dict[str, Any]]:
    """All words in the plot: what the axis counts, period, flags, ends of lines, strips."""
    colours, canvas = palette(dark), placed.canvas
    if chart.y_title:
        at = {"xref": "paper", "yref": "paper", "x": 0, "y": 1, "xanchor": "left", "yanchor": "bottom"}
        shift = {"xshift": -round(placed.plot.left), "yshift": round(placed.title_rise) + 3}
        yield _words(escape(chart.y_title), colours.muted, canvas.text, **at, **shift)
    for strip in (s for s in chart.strips if s.kind == "period" and s.label):
        middle = (strip.first.ordinal + strip.last.ordinal) / 2 - chart.weeks[0].ordinal
        at = {"x": middle, "yref": "paper", "y": 1, "xanchor": "center", "yanchor": "bottom"}
        yield _words(f"<b>{escape(strip.label)}</b>", colours.accent, canvas.text, **at)
    yield from (_flag(flag, canvas, colours) for flag in placed.flags if flag.spot)
    for end in placed.ends:
        yield from _end(end, placed, dark)
    yield from (_lane_words(lane, placed, colours) for lane in placed.lanes if lane.side)


def _flag(flag: Flag, canvas: Canvas, colours: Palette) -> dict[str, Any]:
    spot = flag.spot
    assert spot is not None
    strong, *notes = (escape(line) for line in flag.words)
    head = f'<span style="font-size:{canvas.strong}px"><b>{strong}</b></span>'
    text = "<br>".join([head, *(f'<span style="color:{colours.muted}">{note}</span>' for note in notes)])
    at = {"x": flag.position, "y": flag.mark.value, "xanchor": spot.align, "yanchor": "middle"}
    where = {**at, "align": spot.align}
    if not spot.lifted:
        return _words(text, colours.ink, canvas.text, **where, xshift=round(spot.dx), yshift=-round(spot.dy))
    leader = {"showarrow": True, "ax": round(spot.dx), "ay": round(spot.dy), "arrowhead": 0, "arrowwidth": 1}
    standoff = {"standoff": canvas.ring / 2 + 1, "arrowcolor": colours.line_strong}
    return {**_words(text, colours.ink, canvas.text, **where), **leader, **standoff}


def _end(end: End, placed: Layout, dark: bool) -> Iterator[dict[str, Any]]:
    colours, canvas, edge = palette(dark), placed.canvas, placed.plane.n - 0.5
    colour = (
        text_colour(end.style, dark)
        if end.style and end.strong
        else colours.ink
        if end.style
        else colours.muted
    )
    text = "<br>".join(escape(line) for line in end.words)
    text = f"<b>{text}</b>" if end.strong else text
    at = {"x": edge, "y": end.value, "xanchor": "left", "yanchor": "middle", "align": "left"}
    yield _words(text, colour, canvas.text, **at, xshift=GAP, yshift=-round(end.dy))
    if end.style and (abs(end.dy) > LEADER_FROM or end.position < placed.plane.n - 1):
        label = end.value - end.dy / placed.plane.height * placed.plane.top
        tail = {"ax": edge, "ay": label, "axref": "x", "ayref": "y", "showarrow": True, "arrowhead": 0}
        head = {"x": end.position, "y": end.value, "text": "", "arrowwidth": 1}
        yield {**head, **tail, "arrowcolor": style(end.style).colour(dark), "standoff": 3}


def _lane_words(lane: Lane, placed: Layout, colours: Palette) -> dict[str, Any]:
    right = lane.side == "right"
    at = {"x": lane.end if right else lane.start, "yref": "paper", "y": _paper(placed, lane.row)}
    anchor = {"xanchor": "left" if right else "right", "yanchor": "middle", "xshift": 5 if right else -5}
    return _words(escape(lane.strip.label), colours.muted, placed.canvas.text - 1, **at, **anchor)


def _whole(placed: Layout) -> float:
    return placed.plane.height + placed.lane_height


def _paper(placed: Layout, row: int) -> float:
    """The middle of a lane's row as a share of plot and lane together, from below."""
    return round(placed.lane_share - placed.row_middle(row) / _whole(placed), 5)


def _words(text: str, colour: str, size: float, **where: Any) -> dict[str, Any]:
    font = {"color": colour, "size": size}
    return {"text": text, "showarrow": False, "font": font, "borderpad": 0, **where}
