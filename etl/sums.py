"""Sums over weeks that the sheet itself states: held against the counts that were read, and never stored."""

from __future__ import annotations

from collections.abc import Sequence

from etl import cells
from etl.clean import Cleaned
from etl.grid import Place, address
from etl.layouts.table import Table
from etl.notes import Notes
from etl.problems import QUESTION, Problem


def check_sums(table: Table, cleaned: Cleaned, notes: Notes) -> None:
    """Note a question for every stated sum that the cells it claims to add do not give."""
    columns = [column.index for column in table.columns]
    rows = sorted({row for row, _ in cleaned.counts})
    for row in rows:
        _check(
            [((row, total), [(row, c) for c in columns if c < total]) for total in table.sums], cleaned, notes
        )
    if table.layout == "long":
        return
    for column in columns:
        lines = [((total, column), [(r, column) for r in rows if r < total]) for total in cleaned.sum_rows]
        _check(lines, cleaned, notes)


def _check(lines: Sequence[tuple[Place, list[Place]]], cleaned: Cleaned, notes: Notes) -> None:
    before: set[Place] = set()
    for total, parts in lines:
        notes.mark(total, "ignored")
        # A sum may stand for all before it, or for what lies between it and the sum before.
        recent = [part for part in parts if part not in before]
        before |= set(parts)
        claimed = cells.read_count(notes.sheet.at(*total)).count
        if claimed is None or any(part in cleaned.unread for part in parts):
            continue
        added = [sum(cleaned.counts.get(part, 0) for part in some) for some in (recent, parts)]
        if claimed not in added:
            values = {"claimed": claimed, "added": added[0]}
            problem = Problem(
                QUESTION, "sum_differs", notes.sheet.name, address(*total), values, answers=("weeks",)
            )
            if not notes.options.answers.to(problem):
                notes.add(problem, total)
