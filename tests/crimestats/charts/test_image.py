"""Pictures that stand alone, the same bytes every time, and read aloud."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import defusedxml.ElementTree as ElementTree
import pytest

from crimestats.analysis.detection import Detection
from crimestats.charts.fraud import fraud_chart
from crimestats.charts.image import png, svg
from crimestats.charts.model import Bar, Chart, Mark, Strip
from crimestats.charts.weekly import weekly_chart
from crimestats.counts import WeeklyCounts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

WEEKS = Period(IsoWeek(2020, 48), IsoWeek(2021, 46))
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def month(
    record: WeeklyCounts, detection: Detection, words: dict[str, str], strips: tuple[Strip, ...], peak: Mark
) -> Chart:
    return weekly_chart(  # type: ignore[misc]
        record,
        detection,
        "total",
        WEEKS,
        **words,
        marks=[peak],
        strips=strips,
        source_note="Källa: Polisen & co.",
    )


def test_an_svg_is_well_formed_and_read_aloud(month: Chart) -> None:
    drawn = ElementTree.fromstring(svg(replace(month, title="Stöld < våld & mer")))
    assert drawn.get("role") == "img"
    assert drawn.find(f"{SVG}title").text == "Stöld < våld & mer"
    assert drawn.find(f"{SVG}desc").text == month.sentence
    assert drawn.get("viewBox").startswith("0 0 1200 ")


def test_the_same_chart_gives_the_same_bytes(month: Chart) -> None:
    assert svg(month) == svg(month)
    assert png(month) == png(month)
    assert "dc:date" not in svg(month)


def test_threads_do_not_disturb_each_other(month: Chart, draw: Callable[..., Chart]) -> None:
    other = draw((1, 5, 3), (2, 2, 9))
    alone = [svg(month), svg(other)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(svg, [month, other] * 3))
    assert found == alone * 3


def test_a_png_is_twice_as_sharp(month: Chart) -> None:
    picture = png(month)
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 2400


def test_columns_lying_bars_and_empty_charts_are_drawn(
    record: WeeklyCounts, detection: Detection, words: dict[str, str], draw: Callable[..., Chart]
) -> None:
    bars = (Bar("Stöld", "theft", 7, "+7", 2, 5), Bar("Annat", "other", None, "–"))
    charts = [
        fraud_chart(record, detection, WEEKS, **words),  # type: ignore[misc]
        draw(kind="hbars", bars=bars), draw(kind="hbars"), draw(), draw((None, 3, None)),
    ]  # fmt: skip
    for chart in charts:
        ElementTree.fromstring(svg(chart))


def test_words_are_drawn_as_they_are_written(draw: Callable[..., Chart]) -> None:
    """A dollar sign does not start a formula, and a letter that our font lacks is drawn all the same."""
    chart = draw(
        (1, 2), title="$x^2$ kostar 5 $ och ☃", footnotes=("Not ett.", "Not två."), source_note="Källa: X."
    )
    plain = draw(
        (1, 2), title="$x^2$ kostar 5 $ och", footnotes=("Not ett.", "Not två."), source_note="Källa: X."
    )
    assert svg(chart) != svg(plain)


def test_matplotlib_is_not_loaded_before_a_picture_is_asked_for() -> None:
    code = "import sys, crimestats.charts.image; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
