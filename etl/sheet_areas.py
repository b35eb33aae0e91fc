"""One sheet per area: sheets that say the same weeks of no area are told apart by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from etl.candidate import Candidate
from etl.layouts.context import unexplained
from etl.problems import WARNING, Problem

Key = tuple[object, ...]


def by_sheet(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[Problem]]:
    """The candidates, the sheet's name as their area where that alone tells them apart; and what to say."""
    sheets: dict[Key, set[str]] = defaultdict(set)
    for one in candidates:
        sheets[_key(one)].add(one.sheet)
    twice = {sheet for names in sheets.values() if len(names) > 1 for sheet in names}
    assumed = {one.sheet for one in candidates if one.assumed}
    named = sorted(sheet for sheet in twice & assumed if unexplained(sheet))
    if len(twice - set(named)) > 1 or len(named) < 1:
        return list(candidates), []
    settled = [
        replace(one, area=one.sheet.strip()) if one.assumed and one.sheet in named else one
        for one in candidates
    ]
    return settled, [Problem(WARNING, "area_from_sheet", name, values={"area": name}) for name in named]


def _key(one: Candidate) -> Key:
    return one.area, one.source, one.year, one.week, one.category, one.injured_party
