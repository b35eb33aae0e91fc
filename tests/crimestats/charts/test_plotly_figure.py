"""What the screen gets: zero-based, gaps as gaps, Swedish numbers, escaped words, all that Plotly takes."""

import json
from collections.abc import Callable
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from crimestats.analysis.detection import Detection
from crimestats.charts.fraud import fraud_chart
from crimestats.charts.model import Bar, Chart, Mark, Strip, Table
from crimestats.charts.plotly_figure import CONFIG, plotly_figure
from crimestats.charts.weekly import weekly_chart
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

WEEKS = Period(IsoWeek(2020, 48), IsoWeek(2021, 46))


@pytest.fixture(scope="module")
def month(
    record: WeeklyCounts, detection: Detection, words: dict[str, str], strips: tuple[Strip, ...], peak: Mark
) -> Chart:
    return weekly_chart(record, detection, "total", WEEKS, **words, marks=[peak], strips=strips)  # type: ignore[misc]


def drawn_lines(figure: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    return [trace for trace in figure["data"] if trace.get("mode") == "lines"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("compact", [False, True])
def test_plotly_accepts_it(month: Chart, dark: bool, compact: bool) -> None:
    figure = plotly_figure(month, dark=dark, compact=compact)
    go.Figure(figure)  # refuses unknown properties
    json.dumps(figure, allow_nan=False)


def test_counts_start_at_zero_and_numbers_are_swedish(month: Chart) -> None:
    layout = plotly_figure(month)["layout"]
    assert layout["yaxis"]["range"][0] == 0
    assert layout["separators"] == ", "
    assert plotly_figure(replace(month, lang="en"))["layout"]["separators"] == ".,"
    assert CONFIG["displayModeBar"] is False
    assert layout["showlegend"] is False


def test_missing_weeks_are_gaps_never_zero(month: Chart) -> None:
    settled, preliminary = drawn_lines(plotly_figure(month))
    missing = [n for n, v in enumerate(month.lines[0].values) if v is None]
    assert len(missing) == 2
    for trace in (settled, preliminary):
        assert trace["connectgaps"] is False
        assert all(trace["y"][n] is None for n in missing)  # type: ignore[index]


def test_preliminary_weeks_are_dotted_and_open(month: Chart) -> None:
    figure = plotly_figure(month)
    settled, preliminary = drawn_lines(figure)
    assert settled["y"][-1] is None  # type: ignore[index]
    assert preliminary["y"][-1] == month.lines[0].values[-1]  # type: ignore[index]
    assert preliminary["line"]["dash"] != settled["line"]["dash"]  # type: ignore[index]
    rings = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "circle"]
    assert [(r["xanchor"], r["yanchor"]) for r in rings] == [(51, month.lines[0].values[-1])]


def test_a_week_alone_between_gaps_is_seen(draw: Callable[..., Chart]) -> None:
    figure = plotly_figure(draw((1, None, 5, None, 2, 3)))
    markers = [t for t in figure["data"] if t.get("mode") == "markers" and t["hoverinfo"] == "skip"]
    assert [(m["x"], m["y"]) for m in markers] == [([0, 2], [1, 5])]


def test_a_flag_has_a_ring_and_its_words(month: Chart, peak: Mark) -> None:
    figure = plotly_figure(month)
    ring = next(t for t in figure["data"] if t.get("marker", {}).get("line", {}).get("width") == 2.6)
    assert (ring["x"], ring["y"]) == ([50], [peak.value])
    texts = [a["text"] for a in figure["layout"]["annotations"]]
    assert any(peak.label in text for text in texts)


def test_week_axis_names_weeks_and_the_year(month: Chart) -> None:
    axis = plotly_figure(month)["layout"]["xaxis"]
    assert "v.\u00a01<br>2021" in axis["ticktext"]
    assert axis["range"] == [-0.5, 51.5]


def test_pointing_at_a_week_tells_it_in_words(month: Chart) -> None:
    hover = plotly_figure(month)["data"][-1]
    assert len(hover["text"]) == 52
    assert hover["text"][-1].startswith("<b>vecka\u00a046 2021</b>  15–21 november 2021<br>Totalt: <b>")
    assert "preliminär" in hover["text"][-1]
    missing = month.lines[0].values.index(None)
    assert "saknas" in hover["text"][missing]
    assert all(y is not None for y in hover["y"])


def test_words_from_outside_cannot_become_tags(draw: Callable[..., Chart]) -> None:
    evil = '<a href="javascript:alert(1)">x</a>'
    first = IsoWeek(2021, 1)
    chart = draw((1, 2, 9), first=first, marks=(Mark(first + 2, 9, evil, evil),),
                 strips=(Strip("measure", first, first + 1, evil), Strip("period", first, first, evil)),
                 y_title=evil)  # fmt: skip
    assert "<a" not in json.dumps(plotly_figure(chart))
    bars = replace(chart, kind="hbars", bars=(Bar(evil, "theft", 1, evil),))
    assert "<a" not in json.dumps(plotly_figure(bars))


def test_columns_stack_and_hatch_what_is_preliminary(
    record: WeeklyCounts, detection: Detection, words: dict[str, str]
) -> None:
    figure = plotly_figure(fraud_chart(record, detection, WEEKS, **words))  # type: ignore[misc]
    go.Figure(figure)
    fraud, benefit = (t for t in figure["data"] if t.get("type") == "bar")
    assert figure["layout"]["barmode"] == "stack"
    assert fraud["marker"]["pattern"]["shape"][-2:] == ["", "/"]
    assert benefit["y"][-2] == 11
    assert benefit["marker"]["pattern"]["shape"][-2] != fraud["marker"]["pattern"]["shape"][-2]


def test_lying_bars_start_at_zero_and_tell_their_value() -> None:
    bars = (
        Bar("Stöld", "theft", 7, "+7", 2, 5),
        Bar("Våld", "violence", -1, "−1"),
        Bar("Annat", "other", None, "–"),
    )
    chart = Chart("d", "T", "", "S", (), (), (), Table("", (), ()), kind="hbars", bars=bars)
    figure = plotly_figure(chart)
    go.Figure(figure)
    assert figure["layout"]["xaxis"]["range"] == [-1, 7]
    assert figure["data"][0]["x"] == [7, -1, None]
    assert "vanligt 2–5" in figure["layout"]["annotations"][0]["text"]


def test_an_empty_chart_is_drawn(draw: Callable[..., Chart]) -> None:
    go.Figure(plotly_figure(draw()))
    go.Figure(plotly_figure(draw((None, None))))
    go.Figure(plotly_figure(draw(kind="hbars")))
