"""Months and years that titles and names state, held against the weeks of the table below them.

A reporting period is four or five whole weeks (DOMAIN 2): "november 2021" may begin in October. Only what
cannot be such a period is told.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import PurePath

from crimestats.weeks import IsoWeek, WeekError
from etl.candidate import Candidate
from etl.grid import Place, Value, address, shown
from etl.layouts import words
from etl.layouts.table import Table
from etl.notes import Notes, quoted
from etl.problems import QUESTION, WARNING, Problem

# Year (None where only the month is stated), month.
Month = tuple[int | None, int]
_BEFORE, _AFTER = timedelta(days=8), timedelta(days=3)
_LONGEST_PERIOD = 6
_WORD = re.compile(r"(\d{1,2}\s*(?::e|\.)?\s*)?([a-zåäö]{3,9})(?:\s+((?:19|20)\d\d))?", re.I)
_SHORT = {"mars", "maj", "juni", "juli"}
_TO = re.compile(r"\s*(?:[-–—]|till|t\.?o\.?m\.?|to)\s*", re.I)


def check_period(table: Table, candidates: Sequence[Candidate], file_name: str, notes: Notes) -> None:
    """Note what the titles of a table, or else the names of its sheet and file, say against its weeks."""
    weeks = sorted(set(_weeks(candidates)))
    if not weeks:
        return
    lines, stem = list(_lines(table, notes)), PurePath(file_name).stem.replace("_", " ")
    stated = [(place, text, found) for place, text in lines if (found := months_in(text))]
    if stated:
        if _contradicts({month for _, _, found in stated for month in found}, weeks):
            _ask(stated[0][0], stated[0][1], weeks, notes)
    elif (found := months_in(notes.sheet.name)) and _contradicts(found, weeks):
        _ask(None, notes.sheet.name, weeks, notes)
    elif (found := months_in(stem)) and _contradicts(found, weeks):
        # A file is often named after the month in which it was sent.
        notes.problems.append(_problem(WARNING, "", stem, weeks, notes))
    _check_years(table, lines, weeks, notes)


def months_in(text: str) -> set[Month]:
    """The months that a title states; none of a day, nor where the line tells when the sheet was made."""
    if words.is_made(text):
        return set()
    found: list[tuple[Month, int, int]] = []
    for named in _WORD.finditer(text):
        whole = len(named[2]) > 4 or named[2].casefold() in _SHORT
        if not named[1] and whole and (month := words.month(named[2])):
            found.append(((int(named[3]) if named[3] else None, month), named.start(), named.end()))
    months = {month for month, _, _ in found}
    for ((one_year, one), _, end), ((two_year, two), start, _) in pairwise(found):
        if _TO.fullmatch(text[end:start]) and one < two:
            months |= {(one_year or two_year, month) for month in range(one, two)} - {(None, one)}
    return months if all(year for year, _ in months) else {(None, month) for _, month in months}


def _weeks(candidates: Sequence[Candidate]) -> Iterator[IsoWeek]:
    for one in candidates:
        try:
            yield IsoWeek(one.year, one.week)
        except WeekError:
            continue


def _lines(table: Table, notes: Notes) -> Iterator[tuple[Place, str]]:
    for row in table.titles:
        for column, value in enumerate(notes.sheet.rows[row]):
            if isinstance(value, str) and value.strip():
                yield (row, column), value


def _contradicts(months: set[Month], weeks: Sequence[IsoWeek]) -> bool:
    """Whether most weeks of a period, or all of a longer run, lie outside the months."""
    near = sum(any(_near(week, month) for month in months) for week in weeks)
    return 2 * near < len(weeks) if len(weeks) <= _LONGEST_PERIOD * len(months) else near == 0


def _near(week: IsoWeek, stated: Month) -> bool:
    year, month = stated
    for of in (year,) if year else (week.year - 1, week.year, week.year + 1):
        first, last = date(of, month, 1), date(of, month, monthrange(of, month)[1])
        if first - _BEFORE <= week.thursday <= last + _AFTER:
            return True
    return False


def _check_years(
    table: Table, lines: Sequence[tuple[Place, str]], weeks: Sequence[IsoWeek], notes: Notes
) -> None:
    """Years in titles that none of the weeks touches: the weeks say otherwise, and they stand nearer."""
    touched = {day.year for week in weeks for day in (week.monday, week.sunday)}
    if table.years and not table.years & touched:
        corner = ((table.header, table.left), shown(min(table.years)))
        place, text = next((line for line in lines if words.years_in(line[1]) & table.years), corner)
        notes.problems.append(_problem(WARNING, address(*place), text, weeks, notes))


def _ask(place: Place | None, text: str, weeks: Sequence[IsoWeek], notes: Notes) -> None:
    problem = _problem(QUESTION, address(*place) if place else "", text, weeks, notes)
    if not notes.options.answers.to(problem):
        if place:
            notes.add(problem, place)
        else:
            notes.problems.append(problem)


def _problem(level: str, cell: str, text: Value, weeks: Sequence[IsoWeek], notes: Notes) -> Problem:
    values = {"text": quoted(shown(text)), "first": weeks[0], "last": weeks[-1]}
    answers = ("weeks",) if level == QUESTION else ()
    return Problem(level, "period_differs", notes.sheet.name, cell, values, answers=answers)
