"""A category's sum beside its injured parties: checked, and not counted twice (DOMAIN 3)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

from etl.candidate import Candidate
from etl.grid import Place, place
from etl.notes import Notes
from etl.problems import QUESTION, Problem


def without_party_sums(found: list[Candidate], claims: Set[Place], notes: Notes) -> list[Candidate]:
    """The candidates without the counts that their parties add up to.

    ``claims``: places whose label calls them a sum; such a one that is none is asked about. A count that is
    larger than its parties and does not claim to be their sum stands, and so do they: they are a part of it.
    """
    groups: dict[tuple[object, ...], list[Candidate]] = defaultdict(list)
    for one in found:
        groups[one.area, one.source, one.year, one.week, one.category].append(one)
    dropped: set[str] = set()
    for group in groups.values():
        parts = sum(one.count for one in group if one.injured_party)
        for one in group if any(one.injured_party for one in group) else ():
            if not one.injured_party and (one.count == parts or place(one.cell) in claims):
                _drop(one, parts, notes)
                dropped.add(one.cell)
    return [one for one in found if one.cell not in dropped] if dropped else found


def _drop(one: Candidate, parts: int, notes: Notes) -> None:
    where = place(one.cell)
    notes.roles[where] = "ignored"
    if one.count == parts:
        return
    values = {"claimed": one.count, "added": parts}
    problem = Problem(QUESTION, "parties_unlike_sum", one.sheet, one.cell, values, answers=("parts",))
    if not notes.options.answers.to(problem):
        notes.add(problem, where)
