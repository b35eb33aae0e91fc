"""Short ways to write weeks and days that only their whole row or column tells, put as plain ones.

``v.12-21`` is week 12 of 2021 or weeks 12 to 21; beside ``v.13-21`` it is the former. ``2143`` under *Vecka*
is week 43 of 2021, ``44494`` under *Datum* the day that spreadsheets keep as that number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from etl import cells
from etl.grid import Place, Sheet, Value, blank, shown
from etl.layouts import words

Series = Mapping[Place, Value]
Settled = dict[Place, Value]
_HEADER_ROWS = 60
_EPOCH, _SERIALS = date(1899, 12, 30), range(30_000, 60_000)
_YEARS = range(10, 41)
_WORDED = re.compile(r"(?:vecka|week|v|w)\.?\s*(\d{1,2})\s*[-–/ ]\s*(\d\d)", re.I)
_PAIR = re.compile(r"(\d\d?)\s*[-–/]\s*(\d\d?)")
_TRIPLE = re.compile(r"(\d\d?)\s*[-/.]\s*(\d\d?)\s*[-/. ]\s*['’]?(\d\d)")
_SIX = re.compile(r"(\d\d)(\d\d)(\d\d)")
_LONG_NUMBER = re.compile(r"[1-9]\d{3,4}")
_YEAR_WEEK = re.compile(r"(\d\d)(\d\d)")


def plainly(sheet: Sheet) -> Sheet:
    """The sheet with such labels as ``2021-W12`` and as dates; itself when it has none."""
    settled = _worded(sheet)
    for role, series in _named(sheet):
        settled |= _weeks(series) if role == "week" else _days(series)
    settled |= _runs(sheet)
    if not settled:
        return sheet
    rows = [list(values) for values in sheet.rows]
    for (row, column), value in settled.items():
        rows[row][column] = value
    return replace(sheet, rows=rows)


def _worded(sheet: Sheet) -> Settled:
    """``v.12-21`` in rows and columns that hold several of them."""
    lines: dict[tuple[str, int], Settled] = defaultdict(dict)
    for row, values in enumerate(sheet.rows):
        for column, value in enumerate(values):
            if isinstance(value, str) and value[:1] in "vVwW" and _WORDED.fullmatch(value.strip()):
                lines["row", row][row, column] = lines["column", column][row, column] = value
    settled: Settled = {}
    for line in lines.values():
        if len(line) > 1:
            settled |= _as_weeks({place: _numbers(_WORDED, value) for place, value in line.items()}, 1, 0)
    return settled


def _named(sheet: Sheet) -> Iterator[tuple[str, Series]]:
    """The cells below and to the right of every heading for weeks or days."""
    for row, values in enumerate(sheet.rows[:_HEADER_ROWS]):
        for column, value in enumerate(values):
            role = words.column_role(value) if isinstance(value, str) else ""
            if role in ("week", "date"):
                below = ((r, column) for r in range(row + 1, len(sheet.rows)))
                beside = ((row, c) for c in range(column + 1, len(values)))
                yield from ((role, _filled(sheet, line)) for line in (below, beside))


def _filled(sheet: Sheet, line: Iterable[Place]) -> Series:
    return {place: value for place in line if not blank(value := sheet.at(*place))}


def _weeks(series: Series) -> Settled:
    """``2143``, ``21-43`` and ``43/21``; none where some cell is a week in a plainer way."""
    if any(
        isinstance(value, date) or ((week := cells.read_week(value)) and week.week < 54)
        for value in series.values()
    ):
        return {}
    four = {place: _numbers(_YEAR_WEEK, value) for place, value in series.items()}
    years = [year * 100 + week for year, week in filter(None, four.values())]
    # 2018, 2019, 2020 are years, whatever stands above them.
    if any(number not in range(1990, 2036) for number in years):
        return _as_weeks(four, 0, 1)
    pairs = {place: _numbers(_PAIR, value) for place, value in series.items()}
    first, last = _as_weeks(pairs, 0, 1), _as_weeks(pairs, 1, 0)
    return (first or last) if not (first and last) else {}


def _as_weeks(numbers: Mapping[Place, tuple[int, ...] | None], year: int, week: int) -> Settled:
    """The pairs as weeks, if their years are few and plausible, and fewer than their weeks."""
    found = {place: (pair[year], pair[week]) for place, pair in numbers.items() if pair}
    years, weeks = {y for y, _ in found.values()}, {w for _, w in found.values()}
    fits = years and all(y in _YEARS for y in years) and all(1 <= w <= 53 for w in weeks)
    if not fits or (len(found) > 1 and len(years) >= len(weeks)):
        return {}
    return {place: f"20{y}-W{w:02d}" for place, (y, w) in found.items()}


def _days(series: Series) -> Settled:
    """``44494``, ``211025`` and ``25/10-21``, each where all figures of the series are such."""
    serials = {
        place: int(text) for place, value in series.items() if (text := shown(value).strip()).isdigit()
    }
    if serials and all(number in _SERIALS for number in serials.values()):
        return {place: _EPOCH + timedelta(days=number) for place, number in serials.items()}
    for shape, orders in ((_SIX, ((0, 1, 2),)), (_TRIPLE, ((2, 1, 0), (0, 1, 2)))):
        parts = {place: found for place, value in series.items() if (found := _numbers(shape, value))}
        ways = [days for order in orders if (days := _as_days(parts, *order))]
        if len(ways) == 1:
            return ways[0]
    return {}


def _as_days(parts: Mapping[Place, tuple[int, ...]], year: int, month: int, day: int) -> Settled:
    years, days = {p[year] for p in parts.values()}, {p[day] for p in parts.values()}
    if not all(y in _YEARS for y in years) or (len(orders := parts) > 1 and len(years) >= len(days)):
        return {}
    try:
        return {place: date(2000 + p[year], p[month], p[day]) for place, p in orders.items()}
    except ValueError:
        return {}


def _numbers(shape: re.Pattern[str], value: Value) -> tuple[int, ...] | None:
    found = shape.fullmatch(shown(value).strip()) if isinstance(value, str | int | float) else None
    return tuple(map(int, found.groups())) if found else None


def _runs(sheet: Sheet) -> Settled:
    """Heading rows of three or more numbers that follow one another as such weeks, or as Mondays, do."""
    settled: Settled = {}
    for row, values in enumerate(sheet.rows[:_HEADER_ROWS]):
        filled = {(row, column): value for column, value in enumerate(values) if not blank(value)}
        run = {
            place: value for place, value in filled.items() if _LONG_NUMBER.fullmatch(shown(value).strip())
        }
        corner = next(iter(filled.values()), None)
        if len(run) > 2 and isinstance(corner, str) and words.column_role(corner):
            settled |= _follow(run, _next_day, _days) or _follow(run, _next_week, _weeks)
    return settled


def _follow(
    run: Mapping[Place, Value], step: Callable[[int, int], bool], settle: Callable[[Series], Settled]
) -> Settled:
    numbers = [int(shown(value)) for value in run.values()]
    return settle(run) if all(step(one, two) for one, two in pairwise(numbers)) else {}


def _next_week(one: int, two: int) -> bool:
    return two == one + 1 or (one % 100 >= 52 and two == (one // 100 + 1) * 100 + 1)


def _next_day(one: int, two: int) -> bool:
    return two - one == 7
