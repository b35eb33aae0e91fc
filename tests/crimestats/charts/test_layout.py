"""On any series and canvas: no word over a line, a ring or another word, also on wider screens."""

import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crimestats.charts.canvas import FILE, PHONE, SCREEN, Canvas, Plane
from crimestats.charts.layout import Layout, layout
from crimestats.charts.model import Band, Chart, Mark, Strip
from crimestats.charts.place import crosses
from crimestats.weeks import IsoWeek

LAST = IsoWeek(2021, 46)  # of what `draw` draws

COUNTS = st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=8, max_size=110)
CANVASES = pytest.mark.parametrize("canvas", [SCREEN, PHONE, FILE], ids=["screen", "phone", "file"])
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def chart_of(counts: list[int | None], draw: Callable[..., Chart], **fields: object) -> Chart:
    first = IsoWeek(2019, 30)
    top = sorted((n for n, v in enumerate(counts) if v is not None), key=lambda n: -(counts[n] or 0))[:4]
    marks = [
        Mark(first + n, float(counts[n] or 0), f"v. {n}: {counts[n]}", "telefonbedrägerier och annat")
        for n in top
    ]
    return draw(tuple(counts), first=first, marks=tuple(marks), **fields)


def assert_clear(placed: Layout, chart: Chart, plane: Plane) -> None:
    rooms = [room for flag in placed.flags if (room := flag.room(plane))]
    for n, room in enumerate(rooms):
        assert not any(room.meets(other) for other in rooms[:n])
        assert not any(crosses(room, *plane.polyline(line.values)) for line in chart.lines)
    for flag in placed.flags:
        ring = flag.ring(placed.canvas, plane)
        assert not any(room.meets(ring) for room in rooms)


@CANVASES
@FEW
@given(counts=COUNTS)
def test_words_of_flags_cover_nothing(
    counts: list[int | None], canvas: Canvas, draw: Callable[..., Chart]
) -> None:
    chart = chart_of(counts, draw)
    placed = layout(chart, canvas)
    for scale in canvas.scales:
        assert_clear(placed, chart, replace(placed.plane, width=placed.plane.width * scale))


@CANVASES
@FEW
@given(counts=COUNTS)
def test_everything_stays_under_the_upper_edge(
    counts: list[int | None], canvas: Canvas, draw: Callable[..., Chart]
) -> None:
    chart = chart_of(counts, draw)
    placed = layout(chart, canvas)
    assert all((v or 0) <= placed.plane.top for v in counts)
    assert placed.counts[0] == 0
    assert placed.plane.height > canvas.height * 0.5


@FEW
@given(ends=st.lists(st.integers(0, 20), min_size=2, max_size=5))
def test_labels_at_the_ends_never_overlap(ends: list[int], draw: Callable[..., Chart]) -> None:
    chart = draw(*[(3, end) for end in ends])
    placed = sorted(layout(chart, SCREEN).ends, key=lambda end: end.middle)
    for one, two in itertools.pairwise(placed):
        assert two.middle - one.middle >= SCREEN.leading * (len(one.words) + len(two.words)) / 2


@CANVASES
@FEW
@given(data=st.lists(st.tuples(st.integers(0, 51), st.integers(0, 9), st.sampled_from(
    ["measure", "break", "holiday", "event", "missing"])), max_size=10))  # fmt: skip
def test_strips_and_their_words_never_overlap(
    data: list[tuple[int, int, str]], canvas: Canvas, draw: Callable[..., Chart]
) -> None:
    first = IsoWeek(2020, 47)
    strips = [Strip(kind, first + a, first + a + b, f"{kind} nummer {a}") for a, b, kind in data]
    lanes = layout(draw((4,) * 52, first=first, strips=tuple(strips)), canvas).lanes
    for n, one in enumerate(lanes):
        for two in lanes[:n]:
            apart = one.room.right <= two.room.left or two.room.right <= one.room.left
            assert one.row != two.row or apart


def test_strips_outside_the_weeks_are_left_out(draw: Callable[..., Chart]) -> None:
    far = Strip("break", IsoWeek(2025, 1), IsoWeek(2025, 2), "lov")
    past = Strip("code_list", IsoWeek(2010, 1), IsoWeek(2010, 1), "kodlista")
    before = Strip("break", LAST - 53, LAST - 52, "lov")  # ends in the week before the chart's first
    assert layout(draw((1,) * 52, strips=(far, past, before)), SCREEN).lanes == ()


def test_a_change_of_code_list_is_a_moment(draw: Callable[..., Chart]) -> None:
    change = Strip("code_list", LAST - 10, LAST - 10, "ny kodlista")
    (lane,) = layout(draw((1,) * 52, strips=(change,)), SCREEN).lanes
    assert (lane.start, lane.end) == (40.5, 40.5)


def test_a_phone_gives_words_to_the_most_important_flags_only(draw: Callable[..., Chart]) -> None:
    counts = tuple(30 if n % 10 == 5 else 3 for n in range(52))
    first = IsoWeek(2020, 47)
    marks = tuple(Mark(first + n, 30, f"v. {n}") for n in (45, 35, 25, 15))
    worded = [
        flag.mark.week for flag in layout(draw(counts, first=first, marks=marks), PHONE).flags if flag.words
    ]
    assert worded == [first + 45, first + 35]


def test_a_range_alone_and_nothing_at_all_can_be_laid_out(draw: Callable[..., Chart]) -> None:
    band = Band("vanligt", (None, 1), (None, 4), "vanligt 1–4")
    assert layout(draw((None, None), band=band), SCREEN).ends[0].words == ("vanligt 1–4",)
    assert layout(draw(), SCREEN).plane.top == 4


def test_a_shared_scale_is_kept(draw: Callable[..., Chart]) -> None:
    assert layout(draw((1, 2), y_max=50.0), SCREEN).plane.top >= 50
