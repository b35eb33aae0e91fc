"""Small pictures: gaps, range, rings, and words that cannot become tags."""

import defusedxml.ElementTree as ElementTree
from hypothesis import given
from hypothesis import strategies as st

from crimestats.charts.sparkline import HEIGHT, WIDTH, sparkline, swatch
from crimestats.charts.theme import STYLES

COUNT = st.one_of(st.none(), st.integers(0, 500).map(float))


def test_gaps_split_the_line_and_a_lone_week_is_a_dot() -> None:
    drawn = ElementTree.fromstring(sparkline([1, 2, None, 4, None, 5, 6], [], [], "theft", label="Stöld"))
    assert len(drawn.findall("polyline")) == 2
    assert len(drawn.findall("circle")) == 2  # the lone week and the last value


def test_a_flag_is_a_ring_and_the_range_a_shape() -> None:
    drawn = ElementTree.fromstring(
        sparkline([1, 9, 2], [0, 0, None], [4, 4, None], "fraud", label="x", marks=[1])
    )
    assert len(drawn.findall("polygon")) == 1
    rings = [c for c in drawn.findall("circle") if c.get("stroke")]
    assert len(rings) == 1
    assert rings[0].get("cx") == "120"


def test_it_is_one_picture_with_a_name() -> None:
    drawn = ElementTree.fromstring(sparkline([1], [], [], "rest", label='Stöld <b> & "våld"'))
    assert drawn.get("role") == "img"
    assert drawn.get("aria-label") == 'Stöld <b> & "våld"'


def test_colours_follow_the_style_sheet_in_both_modes() -> None:
    drawn = sparkline([1, 2], [0, 0], [3, 3], "fraud.phone", label="x", marks=[0])
    assert f"var(--c-fraud-phone,{STYLES['fraud.phone'].light})" in drawn
    assert "var(--band,#" in drawn
    assert "var(--card,#" in drawn


@given(st.lists(st.tuples(COUNT, COUNT, COUNT), max_size=60))
def test_nothing_is_drawn_outside(weeks: list[tuple[float | None, float | None, float | None]]) -> None:
    values, one, two = ([week[n] for week in weeks] for n in range(3))
    ranges = [
        (None, None) if a is None or b is None else (min(a, b), max(a, b))
        for a, b in zip(one, two, strict=True)
    ]
    drawn = ElementTree.fromstring(
        sparkline(values, [a for a, _ in ranges], [b for _, b in ranges], "total", label="")
    )
    shapes = [*drawn.findall("polyline"), *drawn.findall("polygon")]
    points = [point.split(",") for shape in shapes for point in shape.get("points").split()]
    points += [(dot.get("cx"), dot.get("cy")) for dot in drawn.findall("circle")]
    assert all(0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT for x, y in points)


def test_a_swatch_shows_the_dash_and_is_not_read_aloud() -> None:
    drawn = ElementTree.fromstring(swatch("vandalism"))
    assert drawn.get("aria-hidden") == "true"
    assert drawn.find("line").get("stroke-dasharray") == "6 3"
    assert ElementTree.fromstring(swatch("violence")).find("line").get("stroke-dasharray") is None
