"""Columns per week, and lying bars, as Plotly traces."""

from __future__ import annotations

from html import escape
from typing import Any

from crimestats.charts.bars import bar_range, name_width, usual_words, value_width
from crimestats.charts.canvas import SCREEN, Canvas
from crimestats.charts.model import Bar, Chart
from crimestats.charts.plotly_axes import frame
from crimestats.charts.theme import Palette, palette, style

ROW_PX, BAR_PX = 44, 30


def columns(chart: Chart, dark: bool) -> list[dict[str, Any]]:
    """Stacked columns, a hairline between the parts; preliminary weeks are hatched."""
    colours = palette(dark)
    found = []
    for layer, line in enumerate(chart.lines):
        colour = style(line.style).colour(dark)
        open_weeks = line.preliminary or (False,) * len(line.values)
        plain = "" if layer == 0 else "\\"
        pattern = {
            "shape": ["/" if is_open else plain for is_open in open_weeks],
            "fillmode": "replace", "bgcolor": colours.card, "fgcolor": colour, "size": 5,
            "solidity": [0.35 if is_open else 0.6 for is_open in open_weeks],
        }  # fmt: skip
        edge = {"color": colour, "width": 1 if layer else 0}
        marker = {"color": colour, "line": edge, "pattern": pattern}
        x = list(range(len(line.values)))
        found.append({"type": "bar", "x": x, "y": list(line.values), "marker": marker, "hoverinfo": "skip"})
    return found


def lying(chart: Chart, canvas: Canvas, dark: bool) -> dict[str, Any]:
    """Lying bars from zero with their names before and their values after; the expected range behind them."""
    colours = palette(dark)
    low, high = bar_range(chart)
    left, right = name_width(chart, canvas), value_width(chart, canvas)
    height = round(ROW_PX * max(canvas.text / SCREEN.text, 1)) * max(len(chart.bars), 1) + 16
    rows = list(range(len(chart.bars)))
    hidden = {"showgrid": False, "zeroline": False, "showticklabels": False, "fixedrange": True, "ticks": ""}
    names = {"tickvals": rows, "ticktext": [escape(bar.name) for bar in chart.bars], "ticklabelstandoff": 10}
    down = {"range": [len(rows) - 0.5, -0.5], "showticklabels": True, "tickfont": {"size": canvas.text + 1}}
    return {
        "data": [_lying_bars(chart, dark)],
        "layout": {
            **frame(canvas, colours, chart.lang),
            "height": height,
            "hovermode": "closest",
            "margin": {"l": round(left), "r": round(right), "t": 8, "b": 8, "pad": 0, "autoexpand": False},
            "xaxis": {**hidden, "range": [low, high]},
            "yaxis": {**hidden, **names, **down, "tickmode": "array"},
            "shapes": [_zero(colours.line_strong), *_ranges(chart, colours.band)],
            "annotations": [_value(bar, n, canvas, chart.lang, colours) for n, bar in enumerate(chart.bars)],
        },
    }


def bar_words(bar: Bar, lang: str) -> str:
    """What a bar says when it is pointed at."""
    return "<br>".join(
        filter(None, [f"{escape(bar.name)}: <b>{escape(bar.label)}</b>", usual_words(bar, lang)])
    )


def _lying_bars(chart: Chart, dark: bool) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": [bar.value for bar in chart.bars],
        "y": list(range(len(chart.bars))),
        "width": BAR_PX / ROW_PX,
        "marker": {"color": [style(bar.style).colour(dark) for bar in chart.bars], "line": {"width": 0}},
        "hovertext": [bar_words(bar, chart.lang) for bar in chart.bars],
        "hoverinfo": "text",
        "showlegend": False,
    }


def _ranges(chart: Chart, tone: str) -> list[dict[str, Any]]:
    return [
        {
            "type": "rect", "layer": "below", "x0": bar.low, "x1": bar.high, "y0": n - 0.48, "y1": n + 0.48,
            "fillcolor": tone, "line": {"width": 0},
        }
        for n, bar in enumerate(chart.bars) if bar.low is not None and bar.high is not None
    ]  # fmt: skip


def _zero(colour: str) -> dict[str, Any]:
    stroke = {"color": colour, "width": 1.5}
    return {"type": "line", "x0": 0, "x1": 0, "yref": "paper", "y0": 0, "y1": 1, "line": stroke}


def _value(bar: Bar, row: int, canvas: Canvas, lang: str, colours: Palette) -> dict[str, Any]:
    at = {"x": max(bar.value or 0, 0), "y": row, "xanchor": "left", "yanchor": "middle", "xshift": 8}
    font = {"color": colours.ink, "size": canvas.text + 1}
    usual = (
        f'  <span style="color:{colours.muted}">{usual_words(bar, lang)}</span>'
        if bar.low is not None
        else ""
    )
    return {"text": f"<b>{escape(bar.label)}</b>{usual}", "showarrow": False, "font": font, **at}
