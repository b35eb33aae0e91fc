"""Small pictures inside text and tiles: a series in a line of its own, and the sample of a category's look.

Colours are the style sheet's properties with the light mode's as a fallback, so both modes are right.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from html import escape

from crimestats.charts.model import Band
from crimestats.charts.strokes import Point, areas, runs
from crimestats.charts.theme import LIGHT, css_name, style

WIDTH, HEIGHT, _EDGE = 240, 56, 6
Place = Callable[[Point], Point]


def sparkline(
    values: Sequence[float | None],
    lower: Sequence[float | None],
    upper: Sequence[float | None],
    style: str,
    *,
    label: str,
    marks: Collection[int] = (),
) -> str:
    """A series as inline SVG, 240 by 56 units, from zero.

    Args:
        values: counts per week; None = missing, a gap.
        lower, upper: the expected range per week, None = none; both empty = no range at all.
        style: category code.
        label: what the picture says, for one who cannot see it.
        marks: positions of flagged weeks; each gets a ring.
    """
    drawn = [v for v in (*values, *upper) if v is not None]
    top, step = max([*drawn, 1.0]), (WIDTH - 2 * _EDGE) / max(len(values) - 1, 1)

    def at(point: Point) -> Point:
        x = min(max(_EDGE + point[0] * step, 0), WIDTH)
        return round(x, 1), round(HEIGHT - _EDGE - point[1] / top * (HEIGHT - 2 * _EDGE), 1)

    colour = css_colour(style)
    parts = _band(lower, upper, at) if upper else []
    parts += [_run([at((n, values[n] or 0.0)) for n in run], colour) for run in runs(values)]
    last = next((n for n in reversed(range(len(values))) if values[n] is not None), None)
    parts += [_dot(at((last, values[last] or 0.0)), colour)] if last is not None and last not in marks else []
    parts += [_ring(at((n, value)), colour) for n in sorted(marks) if (value := values[n]) is not None]
    return _svg(WIDTH, HEIGHT, "sparkline", label, "".join(parts))


def swatch(style_code: str) -> str:
    """A sample of a category's line, to stand before its name; not read aloud, the name tells it."""
    look = style(style_code)
    dash = f' stroke-dasharray="{" ".join(map(str, look.dash))}"' if look.dash else ""
    line = f'<line x1="0" y1="4" x2="28" y2="4" stroke="{css_colour(style_code)}" stroke-width="3"{dash}/>'
    return f'<svg class="swatch" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">{line}</svg>'


def css_colour(code: str) -> str:
    """A category's colour as a custom property with its fallback."""
    return f"var(--c-{css_name(code)},{style(code).light})"


def _svg(width: int, height: int, name: str, label: str, inside: str) -> str:
    named = f'role="img" aria-label="{escape(label)}"'
    return f'<svg class="{name}" viewBox="0 0 {width} {height}" width="100%" {named}>{inside}</svg>'


def _band(lower: Sequence[float | None], upper: Sequence[float | None], at: Place) -> list[str]:
    both = [None if a is None or b is None else (a, b) for a, b in zip(lower, upper, strict=True)]
    low, high = tuple(p and p[0] for p in both), tuple(p and p[1] for p in both)
    fill = f'fill="var(--band,{LIGHT.band})"'
    return [
        f'<polygon {fill} points="{_points(map(at, outline))}"/>' for outline in areas(Band("", low, high))
    ]


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in points)


def _run(points: Sequence[Point], colour: str) -> str:
    if len(points) == 1:
        return _dot(points[0], colour)
    look = f'fill="none" stroke="{colour}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"'
    return f'<polyline {look} points="{_points(points)}"/>'


def _dot(point: Point, colour: str) -> str:
    return f'<circle cx="{point[0]:g}" cy="{point[1]:g}" r="3" fill="{colour}"/>'


def _ring(point: Point, colour: str) -> str:
    look = f'fill="var(--card,{LIGHT.card})" stroke="{colour}" stroke-width="2.4"'
    return f'<circle cx="{point[0]:g}" cy="{point[1]:g}" r="4.6" {look}/>'
