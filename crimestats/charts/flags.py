"""Flagged weeks: a ring each, and words for the most important ones where they find room."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from crimestats.charts.canvas import Canvas, Plane
from crimestats.charts.model import Chart, Mark
from crimestats.charts.place import Array, Box, Spot, choose
from crimestats.charts.scales import text_width


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark at its week's position; words, their spot and their room only where they found one."""

    mark: Mark
    position: int
    words: tuple[str, ...] = ()
    spot: Spot | None = None
    room: Box | None = None


def stacked(chart: Chart) -> list[float]:
    """The height of each week's column; a missing part counts as nothing."""
    return [sum(v or 0.0 for v in week) for week in zip(*(ln.values for ln in chart.lines), strict=True)]


def flags(chart: Chart, canvas: Canvas, plane: Plane) -> tuple[Flag, ...]:
    """Every mark within the chart's weeks, in its order; words never cover lines, rings, columns or words."""
    where = [(mark, mark.week - chart.weeks[0]) for mark in chart.marks]
    bare = [Flag(mark, n) for mark, n in where if 0 <= n < plane.n]
    rings = [_ring(flag, canvas, plane) for flag in bare]
    lines = [] if chart.kind == "bars" else [plane.polyline(ln.values) for ln in chart.lines]
    columns = _columns(chart, plane) if chart.kind == "bars" else []
    found: list[Flag] = []
    for n, flag in enumerate(bare):
        words = [f.room for f in found if f.room]
        taken = [*rings[:n], *rings[n + 1 :], *words, *columns]
        full = len(words) >= canvas.marks or not flag.mark.label
        found.append(flag if full else _with_words(flag, canvas, plane, lines, taken))
    return tuple(found)


def _with_words(
    flag: Flag, canvas: Canvas, plane: Plane, lines: Sequence[tuple[Array, Array]], taken: Sequence[Box]
) -> Flag:
    mark = flag.mark
    wide, narrow = (tuple(textwrap.wrap(mark.note, n)) for n in (canvas.wrap, max(canvas.wrap * 5 // 8, 18)))
    versions = list(dict.fromkeys([(mark.label, *wide), (mark.label, *narrow), (mark.label,)]))
    sizes = [(words_width(words, canvas), canvas.leading * len(words)) for words in versions]
    at = (plane.x(flag.position), plane.y(mark.value))
    found = choose(at, sizes, plane.box, lines, taken, canvas.ring / 2 + 5)
    if found is None:
        return flag
    version, spot, room = found
    return Flag(mark, flag.position, versions[version], spot, room)


def words_width(words: Sequence[str], canvas: Canvas) -> float:
    """Width of a flag's words: a strong first line, then notes."""
    notes = (text_width(line, canvas.text) for line in words[1:])
    return max([text_width(words[0], canvas.strong, bold=True), *notes])


def _ring(flag: Flag, canvas: Canvas, plane: Plane) -> Box:
    x, y = plane.x(flag.position), plane.y(flag.mark.value)
    return Box(x, y, x, y).grown(canvas.ring / 2 + 2)


def _columns(chart: Chart, plane: Plane) -> list[Box]:
    edges = [(plane.x(n - 0.5), plane.x(n + 0.5)) for n in range(plane.n)]
    tall = zip(edges, stacked(chart), strict=True)
    return [Box(left, plane.y(count), right, plane.height) for (left, right), count in tall if count > 0]
