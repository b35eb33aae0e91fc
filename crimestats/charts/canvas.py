"""The places charts are drawn on, and the plane that turns weeks and counts into px on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from crimestats.charts.place import Array, Box


@dataclass(frozen=True, slots=True)
class Canvas:
    """A kind of place for charts: the narrowest whole width and the height in px, and its sizes of text."""

    width: int
    height: int
    text: int  # ticks, strips and notes
    strong: int  # the first line of a flag's words
    ring: int  # diameter of a flag's ring
    marks: int  # at most so many flags get words; the others keep their ring
    wrap: int  # letters in a line of a note
    end_wrap: int  # letters in a line of a label at a line's end
    step: int  # px for a tick on the week axis
    scales: tuple[float, ...] = (1.0, 1.3, 1.6, 1.9)  # widths, in narrowest ones, that it is worked out for
    stroke: float = 1.0  # how much wider than on a screen lines are drawn

    @property
    def leading(self) -> float:
        """Height of a line of text."""
        return self.text * 1.3


SCREEN = Canvas(600, 400, text=16, strong=17, ring=13, marks=6, wrap=40, end_wrap=24, step=48)
# Read at five metres from a projector: 28 of 1080 px are 29 mm on a screen two metres wide.
STAGE = Canvas(
    700,
    500,
    text=28,
    strong=30,
    ring=22,
    marks=3,
    wrap=24,
    end_wrap=12,
    step=110,
    scales=(1.0, 1.3, 1.6),
    stroke=1.8,
)
PHONE = Canvas(310, 330, text=13, strong=14, ring=11, marks=2, wrap=22, end_wrap=12, step=46)
FILE = Canvas(1120, 500, text=17, strong=18, ring=15, marks=6, wrap=40, end_wrap=24, step=62, scales=(1.0,))


@dataclass(frozen=True, slots=True)
class Plane:
    """The plot's inside: ``n`` weeks over ``width`` px, counts 0..``top`` over ``height`` px, y downwards."""

    n: int
    width: float
    height: float
    top: float

    @property
    def box(self) -> Box:
        return Box(0, 0, self.width, self.height)

    @property
    def week(self) -> float:
        """Width of a week."""
        return self.width / max(self.n, 1)

    def x(self, position: float) -> float:
        """The middle of a week; ``position - 0.5`` is its left edge."""
        return (position + 0.5) * self.week

    def y(self, count: float) -> float:
        return self.height * (1 - count / self.top)

    def polyline(self, values: Sequence[float | None]) -> tuple[Array, Array]:
        """A series as px arrays (n,), NaN where a week is missing."""
        counts = np.array([np.nan if v is None else v for v in values], dtype=np.float64)
        weeks = np.arange(self.n, dtype=np.float64) * self.week + self.week / 2
        return weeks, self.height * (1 - counts / self.top)
