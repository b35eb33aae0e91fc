"""Totals that are the sum of their parts week after week, and in one week are not: a question there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from crimestats.categories import categories
from crimestats.weeks import IsoWeek
from etl.answers import Options
from etl.candidate import Candidate
from etl.problems import QUESTION, Problem

# Categories need not add up to the total (DOMAIN 3): so many weeks, and so large a share, make it a habit.
_FEWEST, _SHARE = 4, 0.8


def by_habit(candidates: Sequence[Candidate], options: Options) -> tuple[list[Candidate], list[Problem]]:
    """The candidates without the totals in question, and the questions."""
    tables: dict[tuple[str, ...], dict[tuple[int, int], list[Candidate]]] = {}
    for one in candidates:
        weeks = tables.setdefault((one.sheet, one.area, one.source), {})
        weeks.setdefault((one.year, one.week), []).append(one)
    held: set[int] = set()
    problems: list[Problem] = []
    for weeks in tables.values():
        for total, parts in _unlike(list(weeks.values())):
            week = IsoWeek(total.year, total.week)
            values = {"week": week, "total": total.count, "parts": parts}
            problem = Problem(
                QUESTION, "total_unlike_parts", total.sheet, total.cell, values, answers=("whole",)
            )
            if not options.answers.to(problem):
                held.add(id(total))
                problems.append(problem)
    return [one for one in candidates if id(one) not in held], problems


def _unlike(weeks: Sequence[list[Candidate]]) -> list[tuple[Candidate, int]]:
    """The totals that break the habit, with what their parts add up to."""
    totals = []
    for week in weeks:
        whole = [one for one in week if one.category == "total" and not one.injured_party]
        parts = _parts(week)
        if len(whole) == 1 and len(parts) > 1:
            totals.append((whole[0], sum(parts)))
    alike = sum(total.count == parts for total, parts in totals)
    if alike < _FEWEST or alike < _SHARE * len(totals):
        return []
    return [(total, parts) for total, parts in totals if total.count != parts]


def _parts(week: Sequence[Candidate]) -> list[int]:
    """The counts of the categories that add up towards the total, those split by injured party as one."""
    known, counts = categories(), defaultdict[str, list[Candidate]](list)
    for one in week:
        if known[one.category].top and not (one.within and one.category == "benefit_fraud"):
            counts[one.category].append(one)
    return [
        next((one.count for one in found if not one.injured_party), sum(one.count for one in found))
        for found in counts.values()
    ]
