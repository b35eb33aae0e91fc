"""A chart for the screen: a plain dict that Plotly draws. No figure objects: dicts are cached in no time."""

from __future__ import annotations

from typing import Any

from crimestats.charts import plotly_axes, plotly_bars, plotly_marks, plotly_series
from crimestats.charts.canvas import PHONE, SCREEN, STAGE
from crimestats.charts.layout import Layout, layout
from crimestats.charts.model import Chart
from crimestats.charts.theme import palette

# For every chart: no toolbar (its words are English), no zoom, so that a finger on a phone scrolls the page.
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
}


def plotly_figure(
    chart: Chart, *, dark: bool = False, compact: bool = False, stage: bool = False
) -> dict[str, Any]:
    """The chart as ``{"data": […], "layout": {…}}``.

    Title, subtitle and source are not inside: the page writes them as headings and text around the chart.
    ``compact`` is for narrow screens (from 310 px), ``stage`` for a projector (from 700 px, large letters);
    otherwise the plot is at its best from 700 px upwards.
    """
    canvas = PHONE if compact else STAGE if stage else SCREEN
    if chart.kind == "hbars":
        return plotly_bars.lying(chart, canvas, dark)
    return _weekly(chart, layout(chart, canvas), dark)


def _weekly(chart: Chart, placed: Layout, dark: bool) -> dict[str, Any]:
    colours = palette(dark)
    drawn = (
        plotly_bars.columns(chart, dark)
        if chart.kind == "bars"
        else plotly_series.lines(chart, dark, placed.canvas.stroke)
    )
    return {
        "data": [
            *drawn,
            *plotly_marks.rings(placed, dark),
            plotly_series.hover(chart),
        ],
        "layout": {
            **plotly_axes.frame(placed.canvas, colours, chart.lang),
            "height": round(placed.height),
            "margin": plotly_axes.margin(placed),
            "xaxis": plotly_axes.week_axis(chart, placed, colours),
            "yaxis": plotly_axes.count_axis(placed, colours),
            "shapes": [
                *plotly_marks.areas_behind(chart, placed.plane.top, colours),
                *plotly_marks.shapes(chart, placed, dark),
            ],
            "annotations": [*plotly_marks.words(chart, placed, dark)],
            "barmode": "stack",
            "bargap": 0.22,
        },
    }
