"""How a series with gaps and preliminary weeks falls into strokes and areas. Both renderers draw these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from crimestats.charts.model import Band, Line

Point = tuple[float, float]
_MANY_WEEKS = 120


def line_width(width: float, weeks: int) -> float:
    """Thinner where many weeks stand close."""
    return width if weeks <= _MANY_WEEKS else 1.4


def runs(values: Sequence[float | None]) -> Iterator[range]:
    """The unbroken runs of a series with gaps, as ranges of positions."""
    for there, group in groupby(range(len(values)), key=lambda n: values[n] is not None):
        if there:
            positions = list(group)
            yield range(positions[0], positions[-1] + 1)


def settled_and_preliminary(line: Line) -> tuple[list[float | None], list[float | None]]:
    """The line's settled part, and its preliminary part with the week it starts from."""
    open_weeks = line.preliminary or (False,) * len(line.values)
    settled = [None if open_ else v for v, open_ in zip(line.values, open_weeks, strict=True)]
    following = (*open_weeks[1:], False)
    before = (False, *open_weeks[:-1])
    touched = [a or b or c for a, b, c in zip(open_weeks, following, before, strict=True)]
    preliminary = [v if t else None for v, t in zip(line.values, touched, strict=True)]
    return settled, preliminary if any(open_weeks) else [None] * len(line.values)


def areas(band: Band) -> Iterator[list[Point]]:
    """The outlines of a range, one for each run of weeks, half a week wider at both ends."""
    for run in runs(band.upper):
        ends = [(run[0] - 0.5, run[0]), *((n, n) for n in run), (run[-1] + 0.5, run[-1])]
        above = [(x, band.upper[n] or 0.0) for x, n in ends]
        yield above + [(x, band.lower[n] or 0.0) for x, n in reversed(ends)]
