"""Axes: which counts and which weeks get a tick, and how wide a text will be. Pure, in px and weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crimestats.i18n import Formats
from crimestats.weeks import IsoWeek, weeks_in_year

# Every n-th week number, so that the same weeks are ticked every year; none too near the next week 1.
_STEPS = (1, 2, 4, 6, 8, 13, 26, 52)
_NARROW, _WIDE = frozenset("iljtfr.,:;'’|!() \u00a0"), frozenset("mwMW%@—")


@dataclass(frozen=True, slots=True)
class Tick:
    """A ticked week: its place in the chart, its text, and the year where it is the year's first tick."""

    position: int
    text: str
    year: str = ""


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line is in px, on the safe side for the fonts of theme.FONT (at most a tenth over)."""
    ems = sum(0.3 if c in _NARROW else 0.86 if c in _WIDE else 0.64 if c.isupper() else 0.53 for c in text)
    return ems * size * (1.05 if bold else 1.0)


def count_ticks(top: float, most: int = 5) -> list[int]:
    """Whole counts from zero, at most ``most`` steps apart, in steps of 1, 2 or 5 times a power of ten."""
    step = 1
    while top / step > most:
        step = _next_step(step)
    return list(range(0, int(top) + 1, step))


def _next_step(step: int) -> int:
    lead = int(str(step)[0])
    return step * 5 // 2 if lead == 2 else step * 2


def week_ticks(weeks: Sequence[IsoWeek], lang: str, room: int) -> list[Tick]:
    """The ticked weeks, as many as there is ``room`` for; with one tick a year only the year is told."""
    step = next((s for s in _STEPS if len(_ticked(weeks, s)) <= room), _STEPS[-1])
    chosen = _ticked(weeks, step)
    if step == _STEPS[-1]:
        every = -(-len(chosen) // max(room, 1))
        return [Tick(n, str(weeks[n].year)) for n in chosen[::every]]
    formats, ticks, year = Formats(lang), list[Tick](), 0
    for n in chosen:
        ticks.append(Tick(n, formats.week(weeks[n]), str(weeks[n].year) if weeks[n].year != year else ""))
        year = weeks[n].year
    return ticks


def _ticked(weeks: Sequence[IsoWeek], step: int) -> list[int]:
    return [
        n
        for n, w in enumerate(weeks)
        if (w.week - 1) % step == 0 and weeks_in_year(w.year) - w.week + 1 >= 0.75 * step
    ]
