"""The series of a weekly chart as Plotly traces: lines with gaps, and what is pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crimestats.charts.flags import stacked
from crimestats.charts.hover import week_words
from crimestats.charts.model import Chart, Line
from crimestats.charts.strokes import line_width, runs, settled_and_preliminary
from crimestats.charts.theme import style

# matplotlib's marker names, as theme writes them, to Plotly's.
SYMBOLS = {
    "o": "circle", "s": "square", "^": "triangle-up", "v": "triangle-down", "D": "diamond",
    "P": "cross", "X": "x", "h": "hexagon", "*": "star",
}  # fmt: skip


def dash(steps: Sequence[int]) -> str:
    """A dash as Plotly writes it."""
    return ",".join(f"{step}px" for step in steps) or "solid"


def lines(chart: Chart, dark: bool, stroke: float = 1.0) -> list[dict[str, Any]]:
    """Each line settled, then its preliminary part dotted; a week alone between gaps gets its marker."""
    return [trace for line in chart.lines for trace in _line(line, dark, len(chart.weeks), stroke)]


def _line(line: Line, dark: bool, weeks: int, stroke: float) -> list[dict[str, Any]]:
    look = style(line.style)
    colour, width = look.colour(dark), line_width(look.width, weeks) * stroke
    settled, preliminary = settled_and_preliminary(line)
    alone = [run[0] for run in runs(line.values) if len(run) == 1]
    x = list(range(weeks))
    found = [_stroke(x, settled, colour, width, dash(look.dash))]
    if any(v is not None for v in preliminary):
        found.append(_stroke(x, preliminary, colour, width * 0.8, "2px,3px"))
    if alone:
        marker = {"size": 6, "color": colour, "symbol": SYMBOLS[look.marker]}
        found.append(
            _quiet({"x": alone, "y": [line.values[n] for n in alone], "mode": "markers", "marker": marker})
        )
    return found


def _stroke(x: list[int], y: list[float | None], colour: str, width: float, dashed: str) -> dict[str, Any]:
    stroke = {"color": colour, "width": round(width, 2), "dash": dashed}
    return _quiet({"x": x, "y": y, "mode": "lines", "line": stroke, "connectgaps": False})


def hover(chart: Chart) -> dict[str, Any]:
    """An unseen series that carries each week's words; a missing week answers from the axis."""
    first = stacked(chart) if chart.kind == "bars" else list(chart.lines[0].values) if chart.lines else []
    return {
        "type": "scatter",
        "x": list(range(len(chart.weeks))),
        "y": [v or 0 for v in first] or [0] * len(chart.weeks),
        "mode": "markers",
        "marker": {"size": 9, "opacity": 0},
        "text": week_words(chart),
        "hoverinfo": "text",
        "showlegend": False,
    }


def _quiet(trace: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "hoverinfo": "skip", "showlegend": False, **trace}
