"""``detect``: unusual weeks in a file of weekly counts, each judged by itself and the weeks before it."""

from __future__ import annotations

import csv
import io
import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from crimestats.analysis.detection import Detection, Level, WeekBand, detect
from crimestats.commands.arguments import Refused
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.i18n import texts
from crimestats.weeks import IsoWeek, WeekError

NEEDED = ("series_id", "iso_year", "iso_week", "count")
COLUMNS = (*NEEDED, "expected", "upper", "p_value", "alarm")
MISSING = ("", "NA", "NaN", "..", ".")
LARGEST = 10_000_000
# Two weeks of a series this far apart are a slip of the pen, not a record.
LONGEST = 60 * 53
Table = dict[str, dict[int, float]]


def run(given: Namespace) -> int:
    """Judge the last weeks of every series of the file; one row per series and week, in order of both."""
    table = _read(given.input)
    if given.alpha is not None and not 0 < given.alpha < 0.5:
        raise Refused(_say("alpha", value=given.alpha))
    if given.last < 1:
        raise Refused(_say("last", value=given.last))
    alpha = settings().detection.series_alpha if given.alpha is None else given.alpha
    judged = _judged(table, alpha)
    rows = [row for series in table for row in _rows(series, table[series], *judged[series], given.last)]
    _write(given.output, rows)
    return 0


def _judged(table: Table, alpha: float) -> dict[str, tuple[Detection, WeekBand]]:
    """Series that cover the same weeks are judged together."""
    spans: dict[tuple[int, int], list[str]] = defaultdict(list)
    for series, counts in table.items():
        spans[min(counts), max(counts)].append(series)
    found: dict[str, tuple[Detection, WeekBand]] = {}
    for (first, last), names in spans.items():
        weeks = tuple(IsoWeek.from_ordinal(n) for n in range(first, last + 1))
        record = WeeklyCounts("", weeks, {name: _array(table[name], first, last) for name in names})
        detection = detect(record, alpha=alpha)
        found |= {name: (detection, detection.bands[name]) for name in names}
    return found


def _array(counts: Mapping[int, float], first: int, last: int) -> np.ndarray:
    return np.array([counts.get(n, np.nan) for n in range(first, last + 1)])


def _rows(
    series: str, counts: Mapping[int, float], detection: Detection, band: WeekBand, last: int
) -> list[list[str]]:
    """The last weeks of a series that the file has a row for; empty cells where a week cannot be judged."""
    rows = []
    for n in range(max(0, len(detection.weeks) - last), len(detection.weeks)):
        week = detection.weeks[n]
        if week.ordinal not in counts:
            continue
        numbers = (band.expected[n], band.alarm_limit[n], band.p_value[n])
        told = [_number(band.observed[n]), *(_number(value) for value in numbers)]
        alarm = str(int(band.level[n] == Level.ALARM))
        rows.append([series, str(week.year), str(week.week), *told, alarm])
    return rows


def _number(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.6g}"


def _read(place: str) -> Table:
    """The file's counts per series and week ordinal, in the order of the file.

    Raises:
        Refused: when the file cannot be read, or says something that is no count of a week.
    """
    try:
        text = sys.stdin.read() if place == "-" else Path(place).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise Refused(_say("no_file", place=place)) from fault
    lines = text.splitlines()
    separator = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    rows = csv.DictReader(io.StringIO(text), delimiter=separator)
    names = [(name or "").strip().casefold() for name in rows.fieldnames or ()]
    if absent := [name for name in NEEDED if name not in names]:
        raise Refused(_say("columns", place=place, absent=", ".join(absent)))
    rows.fieldnames = names
    table: Table = {}
    for row in rows:
        _take(table, row, place, rows.line_num)
    if not table:
        raise Refused(_say("empty", place=place))
    for series, counts in table.items():
        if max(counts) - min(counts) > LONGEST:
            raise Refused(_say("span", place=place, series=series))
    return table


def _take(table: Table, row: Mapping[str, str | None], place: str, line: int) -> None:
    told = {name: (row.get(name) or "").strip() for name in NEEDED}
    if not any(told.values()):
        return
    try:
        week = IsoWeek(int(told["iso_year"]), int(told["iso_week"])).ordinal
        if not told["series_id"]:
            raise ValueError
    except (ValueError, WeekError) as fault:
        raise Refused(_say("week", place=place, line=line, text=" ".join(told.values()))) from fault
    counts = table.setdefault(told["series_id"], {})
    if week in counts:
        raise Refused(_say("twice", place=place, line=line, series=told["series_id"]))
    counts[week] = _count(told["count"], place, line)


def _count(text: str, place: str, line: int) -> float:
    """A whole number from zero on, NaN where the file says it is missing."""
    if text in MISSING:
        return float("nan")
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not (0 <= value <= LARGEST and value.is_integer()):
        raise Refused(_say("count", place=place, line=line, text=text))
    return value


def _write(place: str, rows: list[list[str]]) -> None:
    told = io.StringIO(newline="")
    csv.writer(told, lineterminator="\n").writerows([COLUMNS, *rows])
    if place == "-":
        sys.stdout.write(told.getvalue())
        return
    try:
        Path(place).write_text(told.getvalue(), encoding="utf-8", newline="")
    except OSError as fault:
        raise Refused(_say("no_write", place=place, why=fault.strerror or fault)) from fault


def _say(key: str, **values: object) -> str:
    return texts(settings().default_language)(f"detect.{key}", **values)
