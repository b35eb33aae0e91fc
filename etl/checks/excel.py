"""Week numbers from Excel's VECKONR: told once for the whole file, and the rows read by their dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from crimestats.weeks import IsoWeek
from etl.answers import Options
from etl.candidate import Candidate
from etl.problems import QUESTION, Problem

_FEWEST = 2


def by_excel(candidates: Sequence[Candidate], options: Options) -> tuple[list[Candidate], list[Problem]]:
    """Where every week number is what VECKONR gives for its date, and some are no ISO weeks: one question."""
    numbered = [one for one in candidates if one.said_week is not None]
    wrong = [one for one in numbered if (one.said_year, one.said_week) != (one.year, one.week)]
    weeks = {(one.sheet, one.week_cell) for one in wrong}
    if len(weeks) < _FEWEST or not all(one.said_week == one.excel_week for one in numbered):
        return list(candidates), []
    first = wrong[0]
    values = {"dated": IsoWeek(first.year, first.week), "said": first.said_week, "count": len(weeks)}
    problem = Problem(
        QUESTION, "week_as_excel", first.sheet, first.week_cell, values, answers=("date", "week")
    )
    answer = options.answers.to(problem)
    if answer == "week":
        return [_by_number(one) for one in candidates], []
    return [replace(one, said_week=None) for one in candidates], [] if answer else [problem]


def _by_number(one: Candidate) -> Candidate:
    if one.said_week is None:
        return one
    return replace(one, year=one.said_year or one.year, week=one.said_week, said_week=None)
