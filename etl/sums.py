"""Sums over weeks that the sheet itself states: held against the counts that were read, and never stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl import cells
from etl.answers import Options
from etl.clean import Cleaned
from etl.grid import Place, Sheet, address
from etl.layouts.table import Table
from etl.problems import QUESTION, Problem


def check_sums(sheet: Sheet, table: Table, cleaned: Cleaned, options: Options) -> Iterator[Problem]:
    """A question for every stated sum that the cells it claims to add do not give."""
    columns = [column.index for column in table.columns]
    rows = sorted({row for row, _ in cleaned.counts})
    for row in rows:
        lines = [((row, total), [(row, c) for c in columns if c < total]) for total in table.sums]
        yield from _differing(sheet, cleaned, options, lines)
    for column in columns:
        if table.layout != "long":
            sums = cleaned.sum_rows
            lines = [((total, column), [(r, column) for r in rows if r < total]) for total in sums]
            yield from _differing(sheet, cleaned, options, lines)


def _differing(
    sheet: Sheet, cleaned: Cleaned, options: Options, lines: Sequence[tuple[Place, list[Place]]]
) -> Iterator[Problem]:
    before: set[Place] = set()
    for total, parts in lines:
        cleaned.roles.setdefault(total, "ignored")
        claimed = cells.read_count(sheet.at(*total)).count
        # A sum may stand for all before it, or for what lies between it and the sum before.
        since = [part for part in parts if part not in before]
        before |= set(parts)
        if claimed is None or any(part in cleaned.unread for part in parts):
            continue
        added, recent = _added(cleaned, parts), _added(cleaned, since)
        if claimed in (added, recent):
            continue
        values = {"claimed": claimed, "added": recent if len(since) < len(parts) else added}
        problem = Problem(QUESTION, "sum_differs", sheet.name, address(*total), values, answers=("weeks",))
        if not options.answers.to(problem):
            cleaned.roles[total] = "question"
            yield problem


def _added(cleaned: Cleaned, parts: list[Place]) -> int:
    return sum(cleaned.counts.get(part, 0) for part in parts)
