"""What all Plotly charts share, and the axes of a weekly one."""

from __future__ import annotations

from typing import Any

from crimestats.charts.canvas import Canvas
from crimestats.charts.layout import Layout
from crimestats.charts.model import Chart
from crimestats.charts.theme import FONT, Palette


def frame(canvas: Canvas, colours: Palette, lang: str) -> dict[str, Any]:
    """What all charts share: size, letters, numbers, the label of what is pointed at."""
    return {
        "autosize": True,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": canvas.text, "color": colours.ink},
        "separators": ", " if lang == "sv" else ".,",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "x",
        "hoverdistance": -1,
        "hoverlabel": {
            "bgcolor": colours.card,
            "bordercolor": colours.line_strong,
            "font": {"family": FONT, "size": canvas.text, "color": colours.ink},
            "align": "left",
            "namelength": -1,
        },
    }


def margin(placed: Layout) -> dict[str, float | bool]:
    plot, below = placed.plot, placed.height - placed.plot.bottom - placed.lane_height
    edges = {"l": plot.left, "t": plot.top, "r": placed.canvas.width - plot.right, "b": below, "pad": 0}
    return {**{side: round(px) for side, px in edges.items()}, "autoexpand": False}


def week_axis(chart: Chart, placed: Layout, colours: Palette) -> dict[str, Any]:
    return {
        "range": [-0.5, len(chart.weeks) - 0.5],
        "tickmode": "array",
        "tickvals": [tick.position for tick in placed.weeks],
        "ticktext": [tick.text + (f"<br>{tick.year}" if tick.year else "") for tick in placed.weeks],
        "tickfont": {"color": colours.muted},
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": colours.line_strong,
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "anchor": "free",
        "position": 0,
        "fixedrange": True,
        "showspikes": True,
        "spikemode": "across",
        "spikethickness": 1,
        "spikedash": "solid",
        "spikecolor": colours.line_strong,
        "spikesnap": "hovered data",
    }


def count_axis(placed: Layout, colours: Palette) -> dict[str, Any]:
    return {
        "range": [0, placed.plane.top],
        "domain": [round(placed.lane_share, 4), 1],
        "tickmode": "array",
        "tickvals": list(placed.counts),
        "tickfont": {"color": colours.muted},
        "ticks": "",
        "ticklabelstandoff": 6,
        "gridcolor": colours.line,
        "gridwidth": 1,
        "zeroline": True,
        "zerolinecolor": colours.line_strong,
        "zerolinewidth": 1.5,
        "fixedrange": True,
    }
