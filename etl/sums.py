"""Sums that the sheet itself states: held against the counts that were read, and never stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crimestats.categories import categories
from etl import cells
from etl.clean import Cleaned
from etl.grid import Place, address
from etl.layouts.table import Table
from etl.notes import Notes
from etl.problems import QUESTION, WARNING, Problem


def check_sums(table: Table, cleaned: Cleaned, notes: Notes) -> None:
    """Note a question for every stated sum that the cells it claims to add do not give."""
    columns = [column.index for column in table.columns]
    rows = sorted({row for row, _ in cleaned.counts.keys() | cleaned.unread} - set(cleaned.sum_rows))
    for row in rows:
        for total in table.sums:
            parts = _spans(total, columns, table.sums)
            _check((row, total), [[(row, c) for c in some] for some in parts], cleaned, notes)
        _check_running(table, row, rows, cleaned, notes)
    for total in cleaned.sum_rows:
        spans = [cleaned.groups[total]] if total in cleaned.groups else _spans(total, rows, cleaned.sum_rows)
        for column in columns:
            _check((total, column), [[(r, column) for r in some] for some in spans], cleaned, notes)


def _spans(total: int, all_parts: Sequence[int], sums: Sequence[int]) -> list[list[int]]:
    """What a sum may add: the parts since the sum before it, all before, or those after it."""
    before, after = [n for n in all_parts if n < total], [n for n in all_parts if n > total]
    latest = max((n for n in sums if n < total), default=-1)
    following = min((n for n in sums if n > total), default=max(all_parts, default=0) + 1)
    recent = [n for n in before if n > latest]
    spans = [recent, before, [n for n in after if n < following], after]
    return [span for span in spans if span] or [[]]


def _check(total: Place, spans: list[list[Place]], cleaned: Cleaned, notes: Notes) -> None:
    notes.mark(total, "ignored")
    claimed = cells.read_count(notes.sheet.at(*total)).count
    if claimed is None or any(part in cleaned.unread for span in spans for part in span):
        return
    if not any(spans):
        notes.say_text(WARNING, "column_not_read", total, notes.sheet.at(*total))
        return
    added = [count for span in spans for count in _additions(span, cleaned)]
    if claimed not in added:
        _ask(total, claimed, added[0], notes)


def _additions(span: list[Place], cleaned: Cleaned) -> Iterator[int]:
    """What a run of cells adds up to: all, without what lies within others, or its totals alone."""
    counts = [(cleaned.counts.get(place, 0), cleaned.codes.get(place, "")) for place in span]
    yield sum(count for count, _ in counts)
    known = categories()
    yield sum(count for count, code in counts if code in known and known[code].top)
    yield sum(count for count, code in counts if code == "total")


def _check_running(table: Table, row: int, rows: list[int], cleaned: Cleaned, notes: Notes) -> None:
    """Figures that add up from week to week grow by the count beside them."""
    for running in table.running:
        base = max((c.index for c in table.columns if c.index < running), default=None)
        notes.mark((row, running), "ignored")
        before = next((one for one, two in pairwise(rows) if two == row), None)
        if base is None or before is None or (row, base) not in cleaned.counts:
            continue
        latest, claimed = (cells.read_count(notes.sheet.at(r, running)).count for r in (before, row))
        count = cleaned.counts[row, base]
        if latest is not None and claimed not in (None, latest + count, count):
            _ask((row, running), claimed or 0, latest + count, notes)


def _ask(total: Place, claimed: int, added: int, notes: Notes) -> None:
    values = {"claimed": claimed, "added": added}
    problem = Problem(QUESTION, "sum_differs", notes.sheet.name, address(*total), values, answers=("weeks",))
    if not notes.options.answers.to(problem):
        notes.add(problem, total)
