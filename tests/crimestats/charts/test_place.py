"""Words are moved apart and never over anything."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from crimestats.charts.place import Box, Scene, Spot, choose, crosses, spread

PX = st.floats(0, 400)


@given(st.lists(st.tuples(PX, st.floats(5, 40)), max_size=9))
def test_spread_labels_never_overlap_and_keep_their_order(labels: list[tuple[float, float]]) -> None:
    centres, heights = [c for c, _ in labels], [h for _, h in labels]
    placed = spread(centres, heights, 0, 400)
    order = sorted(range(len(labels)), key=lambda n: centres[n])
    for one, two in itertools.pairwise(order):
        assert placed[one] + heights[one] / 2 <= placed[two] - heights[two] / 2 + 1e-6


@given(st.lists(st.tuples(PX, st.floats(5, 40)), max_size=9))
def test_spread_labels_stay_inside(labels: list[tuple[float, float]]) -> None:
    placed = spread([c for c, _ in labels], [h for _, h in labels], 0, 400)
    for middle, (_, height) in zip(placed, labels, strict=True):
        assert middle - height / 2 >= -1e-6
        assert middle + height / 2 <= 400 + 1e-6


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([50, 150, 100], [20, 20, 20], 0, 400) == [50, 150, 100]


def test_a_line_through_a_box_is_seen_and_a_gap_is_not() -> None:
    box = Box(10, 10, 20, 20)
    x = np.array([0.0, 30.0])
    assert crosses(box, x, np.array([0.0, 30.0]))
    assert crosses(box, x, np.array([15.0, 15.0]))
    assert not crosses(box, x, np.array([0.0, 5.0]))
    assert not crosses(box, x, np.array([15.0, np.nan]))
    assert crosses(box, np.array([0.0, 15.0, 30.0]), np.array([np.nan, 15.0, np.nan]))


def test_where_all_is_taken_nothing_is_placed() -> None:
    plot = Box(0, 0, 100, 100)
    assert choose([Scene((50, 50), plot, [], [plot])], [(30, 10)], 5) is None
    found = choose([Scene((50, 50), plot, [], [])], [(300, 10), (30, 10)], 5)
    assert found is not None
    assert found[0] == 1


def test_a_spot_must_be_free_at_every_width() -> None:
    """On the narrow plot the line dives under the words; on the wide one it runs through them."""
    drop = np.array([50.0, 90.0])
    narrow = Scene((10, 50), Box(0, 0, 100, 100), [(np.array([10.0, 14.0]), drop)], [])
    wide = Scene((10, 50), Box(0, 0, 400, 100), [(np.array([10.0, 90.0]), drop)], [])
    beside = Spot(5, 0, "left")
    assert narrow.free(beside, 30, 10)
    assert not wide.free(beside, 30, 10)
    found = choose([narrow, wide], [(30, 10)], 5)
    assert found is not None
    assert wide.free(found[1], 30, 10)
