"""Which year a week without one belongs to: from the title, the sheet's or the file's name; else asked."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.answers import Options
from etl.grid import Sheet
from etl.layouts import words
from etl.layouts.table import Table
from etl.problems import ERROR, WARNING, Problem

_HALF_A_YEAR = 26
# (True, column) for weeks across, (False, row) for weeks down.
Position = tuple[bool, int]


@dataclass(frozen=True)
class Years:
    """What is known about the year of a sheet's weeks.

    ``stated``: the years found; ``found_in``: ``title``, ``sheet_name``, ``file_name`` or ``given``;
    ``problem``: what is to be said where a week needs a year, None when all is well.
    """

    stated: tuple[int, ...]
    found_in: str
    problem: Problem | None = None


def stated_years(sheet: Sheet, table: Table, file_name: str, options: Options) -> Years:
    """Look from near to far. Title and sheet name that contradict one another are no answer."""
    title, name = set(table.years), words.years_in(sheet.name)
    near = title | name if title and name and not title & name else title or name
    file_years = words.years_of_file(file_name)
    found, where = (near, "title" if title else "sheet_name") if near else (file_years, "file_name")
    if options.year and len(found) != 1:
        return Years((options.year,), "given")
    years = tuple(sorted(found))
    if not years:
        return Years((), "", Problem(ERROR, "year_missing", sheet.name))
    if options.year and options.year != years[0]:
        return Years(years, where, Problem(WARNING, "year_ignored", sheet.name, values={"year": years[0]}))
    return Years(years, where)


def place_in_years(
    years: Years, runs: Sequence[Sequence[tuple[Position, int]]]
) -> Mapping[Position, int] | str:
    """Position → year for runs of (position, week number), or the code of why that cannot be told.

    A run that passes from W52 to W01 needs as many stated years as it touches.
    """
    touched = [_turns([week for _, week in run]) for run in runs]
    most = max((max(turns) for turns in touched if turns), default=0)
    if most == 0 and len(years.stated) == 1:
        return {position: years.stated[0] for run in runs for position, _ in run}
    consecutive = all(two - one == 1 for one, two in itertools.pairwise(years.stated))
    if (
        most + 1 == len(years.stated)
        and consecutive
        and all(turns and max(turns) == most for turns in touched)
    ):
        return {
            position: years.stated[turn]
            for run, turns in zip(runs, touched, strict=True)
            for (position, _), turn in zip(run, turns or (), strict=True)
        }
    return "year_ambiguous" if len(years.stated) > 1 else "year_turns"


def _turns(weeks: list[int]) -> list[int] | None:
    """How many turns of the year lie before each week of a run; None when the weeks have no order."""
    steps = [two - one for one, two in itertools.pairwise(weeks)]
    falling = sum(step < 0 for step in steps) > len(steps) / 2
    if falling:
        mirrored = _turns(weeks[::-1])
        return mirrored[::-1] if mirrored else None
    if any(-_HALF_A_YEAR < step <= 0 for step in steps):
        return None
    return list(itertools.accumulate((step < 0 for step in steps), initial=0))
