"""Where words go: beside their ring or line, never over a line, a ring or each other. Pure geometry in px.

The origin is the plot's upper left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
CLEAR = 2.0  # px kept free around words


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in px: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: Box) -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def grown(self, px: float) -> Box:
        return Box(self.left - px, self.top - px, self.right + px, self.bottom + px)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands by its ring: the text's anchor, px from the ring's centre, and its alignment."""

    dx: float
    dy: float  # to the middle of the text's height; downwards is positive
    align: str  # left | right | center: the side of the text that stands at dx
    lifted: bool = False  # so far off that a thin line leads to the ring


def crosses(box: Box, x: Array, y: Array) -> bool:
    """Whether a polyline (x rising, NaN = gap) runs through a box."""
    if len(x) < 2:
        return bool(len(x) and box.left <= x[0] <= box.right and box.top <= y[0] <= box.bottom)
    x0, x1, y0, y1 = x[:-1], x[1:], y[:-1], y[1:]
    start, end = np.maximum(x0, box.left), np.minimum(x1, box.right)
    slope = (y1 - y0) / (x1 - x0)
    at_start, at_end = y0 + slope * (start - x0), y0 + slope * (end - x0)
    inside = (
        (start <= end)
        & (np.minimum(at_start, at_end) <= box.bottom)
        & (np.maximum(at_start, at_end) >= box.top)
    )
    points = (x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)
    return bool(inside.any() or points.any())


def spots(height: float, gap: float, prefer_left: bool) -> list[Spot]:
    """Where a label of a height may stand, best first: beside the ring, above it, then lifted with a line."""
    sides = [Spot(-gap, 0, "right"), Spot(gap, 0, "left")]
    found = sides if prefer_left else sides[::-1]
    for rise in (height / 3, height / 2):
        found = [*found, *(Spot(s.dx, -rise, s.align) for s in found[:2])]
    found.append(Spot(0, -gap - height / 2, "center"))
    for lift in (1.2, 2.2, 3.2):
        rise = -gap - height * lift
        corners = [Spot(-gap, rise, "right", True), Spot(gap, rise, "left", True)]
        found += [*(corners if prefer_left else corners[::-1]), Spot(0, rise, "center", True)]
    found += [Spot(s.dx, height / 2, s.align) for s in found[:2]]
    return found


def box_at(spot: Spot, x: float, y: float, width: float, height: float) -> Box:
    """The room that a label takes when it stands at a spot by a ring at (x, y)."""
    shift = {"left": 0.0, "right": width, "center": width / 2}[spot.align]
    left, middle = x + spot.dx - shift, y + spot.dy
    return Box(left, middle - height / 2, left + width, middle + height / 2)


@dataclass(frozen=True, slots=True)
class Scene:
    """A ring on a plot of one width, and what must stay uncovered there."""

    at: tuple[float, float]  # the ring's centre
    plot: Box
    lines: Sequence[tuple[Array, Array]]
    taken: Sequence[Box]  # other words, other rings, columns

    def free(self, spot: Spot, width: float, height: float) -> bool:
        """Whether words of a size cover nothing at a spot."""
        box = box_at(spot, *self.at, width, height)
        clear = box.grown(CLEAR)
        met = any(clear.meets(other) for other in self.taken) or any(crosses(clear, *ln) for ln in self.lines)
        return box.within(self.plot) and not met


def choose(
    scenes: Sequence[Scene], sizes: Sequence[tuple[float, float]], gap: float
) -> tuple[int, Spot] | None:
    """The first spot that is free in every scene, for the first size that finds one; None = there is none.

    Args:
        scenes: the same ring at several widths of the plot. A line grows flatter on a wider one and may
            run into words that it passed under on a narrow one, so one width proves nothing for the others.
        sizes: (width, height) of the words in full, then of what may stand for them, shorter and shorter.

    Returns:
        Which size, and its spot.
    """
    first = scenes[0]
    left = first.at[0] > (first.plot.left + first.plot.right) / 2
    for n, (width, height) in enumerate(sizes):
        for spot in spots(height, gap, prefer_left=left):
            if all(scene.free(spot, width, height) for scene in scenes):
                return n, spot
    return None


def spread(centres: Sequence[float], heights: Sequence[float], low: float, high: float) -> list[float]:
    """Move labels up and down as little as may be so that none overlap; all within low..high where they fit.

    Args:
        centres: where each label would stand, px.
        heights: its height, px.

    Returns:
        The new centres, in the order given.
    """
    order = sorted(range(len(centres)), key=lambda n: centres[n])
    groups: list[tuple[list[int], float, float]] = []  # members, top, height
    for n in order:
        members, height = [n], heights[n]
        top = min(max(centres[n] - height / 2, low), max(high - height, low))
        while groups and groups[-1][1] + groups[-1][2] > top:
            before, _, tall = groups.pop()
            members, height = before + members, tall + height
            wanted = _mean_top(members, centres, heights)
            top = min(max(wanted, low), max(high - height, low))
        groups.append((members, top, height))
    placed = [0.0] * len(centres)
    for members, top, _ in groups:
        for n in members:
            placed[n] = top + heights[n] / 2
            top += heights[n]
    return placed


def _mean_top(members: Sequence[int], centres: Sequence[float], heights: Sequence[float]) -> float:
    """Where a pile begins when its labels stand, on the mean, where they want to."""
    above, wanted = 0.0, 0.0
    for n in members:
        wanted += centres[n] - heights[n] / 2 - above
        above += heights[n]
    return wanted / len(members)
