"""A pen for pictures: draws on matplotlib axes that are counted in px from the upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from crimestats.charts.strokes import Point

# A letter that our own font lacks is taken from the one that matplotlib brings.
_FAMILY = ["Lagesbild Sans", "DejaVu Sans"]
_CAPITAL = 0.66  # height of capitals and figures, in sizes: what the eye takes for the middle of a line


@dataclass(frozen=True, slots=True)
class Ink:
    """How an outline is drawn: colour, width and dash in px (() = solid), hatch inside in its colour."""

    colour: str
    width: float = 1.0
    dash: Sequence[float] = ()
    hatch: str = ""

    @property
    def pattern(self) -> Any:
        """The dash as matplotlib counts it: in widths of the line."""
        return (0, [step / self.width for step in self.dash]) if self.dash else "solid"


@dataclass(frozen=True, slots=True)
class Letters:
    """How words are set; ``align`` is the side of the words that stands at x."""

    size: float
    colour: str
    bold: bool = False
    align: str = "left"
    leading: float = 1.4  # line to line, in sizes


NO_INK = Ink("none", 0.0)


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws at (x, y) px from its origin; later strokes lie over earlier ones."""

    axes: Any
    left: float = 0.0
    top: float = 0.0

    def moved(self, right: float, down: float) -> Pen:
        """The same pen with its origin moved."""
        return replace(self, left=self.left + right, top=self.top + down)

    def text(self, x: float, y: float, words: str, letters: Letters) -> None:
        """One line, its middle at y."""
        look = {"fontfamily": _FAMILY, "fontsize": letters.size, "color": letters.colour}
        weight = {"fontweight": "bold" if letters.bold else "normal", "parse_math": False}
        place = {"ha": letters.align, "va": "baseline", "zorder": self._next()}
        baseline = self.top + y + _CAPITAL / 2 * letters.size
        self.axes.text(self.left + x, baseline, words, **look, **weight, **place)

    def paragraph(self, x: float, y: float, lines: Sequence[str], letters: Letters) -> float:
        """Lines from y downwards; gives the y below the last one."""
        step = letters.size * letters.leading
        for n, line in enumerate(lines):
            self.text(x, y + (n + 0.5) * step, line, letters)
        return y + len(lines) * step

    def line(self, points: Sequence[Point], ink: Ink) -> None:
        """A polyline."""
        xs, ys = [self.left + x for x, _ in points], [self.top + y for _, y in points]
        look = {"color": ink.colour, "linewidth": ink.width, "linestyle": ink.pattern, "zorder": self._next()}
        self.axes.plot(xs, ys, **look, solid_capstyle="round", solid_joinstyle="round", dash_capstyle="butt")

    def area(self, points: Sequence[Point], fill: str, ink: Ink = NO_INK, alpha: float = 1.0) -> None:
        """A closed shape."""
        from matplotlib.patches import Polygon

        corners = [(self.left + x, self.top + y) for x, y in points]
        edge = {"edgecolor": ink.colour, "linewidth": ink.width, "linestyle": ink.pattern}
        inside = {"facecolor": fill, "hatch": ink.hatch or None, "alpha": alpha, "zorder": self._next()}
        self.axes.add_patch(Polygon(corners, closed=True, **edge, **inside))

    def box(
        self, left_top: Point, right_bottom: Point, fill: str, ink: Ink = NO_INK, alpha: float = 1.0
    ) -> None:
        (left, top), (right, bottom) = left_top, right_bottom
        self.area([(left, top), (right, top), (right, bottom), (left, bottom)], fill, ink, alpha)

    def ring(self, x: float, y: float, diameter: float, fill: str, ink: Ink) -> None:
        from matplotlib.patches import Circle

        edge = {"edgecolor": ink.colour, "linewidth": ink.width, "linestyle": ink.pattern}
        centre = (self.left + x, self.top + y)
        self.axes.add_patch(Circle(centre, diameter / 2, facecolor=fill, zorder=self._next(), **edge))

    def marker(self, x: float, y: float, size: float, colour: str, shape: str) -> None:
        """A filled marker, named as matplotlib names it."""
        look = {"marker": shape, "markersize": size, "color": colour, "linestyle": "none"}
        self.axes.plot([self.left + x], [self.top + y], **look, zorder=self._next())

    def _next(self) -> int:
        """matplotlib orders by kind of thing before age; we order by age alone."""
        return len(self.axes.get_children())
