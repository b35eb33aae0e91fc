"""Flagged weeks: a ring each, and words for the most important ones where they find room."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crimestats.charts.canvas import Canvas, Plane
from crimestats.charts.model import Chart, Mark
from crimestats.charts.place import Box, Scene, Spot, box_at, choose
from crimestats.charts.scales import text_width


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark at its week's position; words, their size and their spot only where they found one."""

    mark: Mark
    position: int
    words: tuple[str, ...] = ()
    size: tuple[float, float] = (0.0, 0.0)
    spot: Spot | None = None

    def ring(self, canvas: Canvas, plane: Plane) -> Box:
        """The room that the ring takes."""
        x, y = plane.x(self.position), plane.y(self.mark.value)
        return Box(x, y, x, y).grown(canvas.ring / 2 + 2)

    def room(self, plane: Plane) -> Box | None:
        """The room that the words take."""
        at = plane.x(self.position), plane.y(self.mark.value)
        return box_at(self.spot, *at, *self.size) if self.spot else None


def stacked(chart: Chart) -> list[float]:
    """The height of each week's column; a missing part counts as nothing."""
    return [sum(v or 0.0 for v in week) for week in zip(*(ln.values for ln in chart.lines), strict=True)]


def flags(chart: Chart, canvas: Canvas, plane: Plane) -> tuple[Flag, ...]:
    """Every mark within the chart's weeks, in its order; words never cover lines, rings, columns or words."""
    where = [(mark, mark.week - chart.weeks[0]) for mark in chart.marks]
    found = [Flag(mark, n) for mark, n in where if 0 <= n < plane.n]
    planes = [replace(plane, width=plane.width * scale) for scale in canvas.scales]
    for n, flag in enumerate(found):
        if flag.mark.label and sum(bool(f.words) for f in found) < canvas.marks:
            scenes = [_scene(chart, canvas, wide, flag, [*found[:n], *found[n + 1 :]]) for wide in planes]
            found[n] = _with_words(flag, canvas, scenes)
    return tuple(found)


def _scene(chart: Chart, canvas: Canvas, plane: Plane, flag: Flag, others: Sequence[Flag]) -> Scene:
    words = [room for other in others if (room := other.room(plane))]
    rings = [other.ring(canvas, plane) for other in others]
    bars = chart.kind == "bars"
    lines = [] if bars else [plane.polyline(line.values) for line in chart.lines]
    at = plane.x(flag.position), plane.y(flag.mark.value)
    return Scene(at, plane.box, lines, [*words, *rings, *(_columns(chart, plane) if bars else [])])


def _with_words(flag: Flag, canvas: Canvas, scenes: Sequence[Scene]) -> Flag:
    mark = flag.mark
    wide, narrow = (tuple(textwrap.wrap(mark.note, n)) for n in (canvas.wrap, max(canvas.wrap * 5 // 8, 18)))
    versions = list(dict.fromkeys([(mark.label, *wide), (mark.label, *narrow), (mark.label,)]))
    sizes = [(_words_width(words, canvas), canvas.leading * len(words)) for words in versions]
    found = choose(scenes, sizes, canvas.ring / 2 + 5)
    if found is None:
        return flag
    version, spot = found
    return Flag(mark, flag.position, versions[version], sizes[version], spot)


def _words_width(words: Sequence[str], canvas: Canvas) -> float:
    """Width of a flag's words: a strong first line, then notes."""
    notes = (text_width(line, canvas.text) for line in words[1:])
    return max([text_width(words[0], canvas.strong, bold=True), *notes])


def _columns(chart: Chart, plane: Plane) -> list[Box]:
    edges = [(plane.x(n - 0.5), plane.x(n + 0.5)) for n in range(plane.n)]
    tall = zip(edges, stacked(chart), strict=True)
    return [Box(left, plane.y(count), right, plane.height) for (left, right), count in tall if count > 0]
