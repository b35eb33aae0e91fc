"""Grand totals beside a total of the sheet's own: checked as sums, and not counted twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from crimestats.categories import categories
from etl.candidate import Candidate
from etl.grid import Place, place
from etl.layouts import words
from etl.notes import Notes
from etl.problems import QUESTION, Problem

_GRAND = ("summa", "totalsumma", "delsumma", "sum", "grand total")


def without_grand_totals(
    found: list[Candidate], labels: Mapping[Place, str], notes: Notes
) -> list[Candidate]:
    """The candidates without those named "Summa" or "Totalsumma" where another is named "Totalt"."""
    groups: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for one in found:
        groups[one.area, one.source, one.year, one.week, one.injured_party].append(one)
    dropped: set[str] = set()
    for group in groups.values():
        totals = [one for one in group if one.category == "total"]
        grand = [one for one in totals if _is_grand(one, labels)]
        if 0 < len(grand) < len(totals):
            rest = [one for one in group if one not in grand]
            for one in grand:
                _check(one, rest, notes)
                dropped.add(one.cell)
    return [one for one in found if one.cell not in dropped]


def _is_grand(one: Candidate, labels: Mapping[Place, str]) -> bool:
    return words.simplify(labels.get(place(one.cell), "")) in _GRAND


def _check(grand: Candidate, rest: list[Candidate], notes: Notes) -> None:
    top = [one.count for one in rest if categories()[one.category].top]
    whole = [one.count for one in rest if one.category == "total"]
    where = place(grand.cell)
    notes.roles[where] = "ignored"
    sums = (sum(top), sum(top) + sum(whole), sum(one.count for one in rest), *whole)
    if grand.count not in sums:
        values = {"claimed": grand.count, "added": sums[0]}
        problem = Problem(QUESTION, "sum_differs", grand.sheet, grand.cell, values, answers=("weeks",))
        if not notes.options.answers.to(problem):
            notes.add(problem, where)
