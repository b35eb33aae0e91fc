"""Sums that the sheet itself states: held against the counts that were read, and never stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crimestats.categories import categories
from etl import cells
from etl.clean import Cleaned
from etl.grid import Place, address, blank
from etl.layouts import words
from etl.layouts.table import Table
from etl.notes import Notes
from etl.problems import ERROR, QUESTION, WARNING, Problem


def check_sums(table: Table, cleaned: Cleaned, notes: Notes) -> None:
    """Note a question for every stated sum that the cells it claims to add do not give."""
    columns = [column.index for column in table.columns]
    rows = sorted({row for row, _ in cleaned.counts.keys() | cleaned.unread} - set(cleaned.sum_rows))
    for row in rows:
        for total in table.sums:
            if total in table.running:
                _check_to_date((row, total), columns, table, cleaned, notes)
                continue
            parts = _spans(total, columns, table.sums)
            _check((row, total), [[(row, c) for c in some] for some in parts], cleaned, notes, table)
        if table.columns[0].week is None:
            _check_running(table, row, rows, cleaned, notes)
    for total in cleaned.sum_rows:
        spans = [cleaned.groups[total]] if total in cleaned.groups else _spans(total, rows, cleaned.sum_rows)
        for column in columns:
            _check((total, column), [[(r, column) for r in some] for some in spans], cleaned, notes, table)


def _spans(total: int, all_parts: Sequence[int], sums: Sequence[int]) -> list[list[int]]:
    """What a sum may add: the parts since the sum before it, all before, or those after it."""
    before, after = [n for n in all_parts if n < total], [n for n in all_parts if n > total]
    latest = max((n for n in sums if n < total), default=-1)
    following = min((n for n in sums if n > total), default=max(all_parts, default=0) + 1)
    recent = [n for n in before if n > latest]
    spans = [recent, before, [n for n in after if n < following], after]
    return [span for span in spans if span] or [[]]


def _check(total: Place, spans: list[list[Place]], cleaned: Cleaned, notes: Notes, table: Table) -> None:
    notes.mark(total, "ignored")
    claimed = cells.read_count(notes.sheet.at(*total)).count
    if claimed is None or any(part in cleaned.unread for span in spans for part in span):
        return
    if not any(spans):
        notes.say_text(WARNING, "column_not_read", total, notes.sheet.at(*total))
        return
    added = [count for span in spans for count in _additions(span, cleaned)]
    if claimed in added:
        return
    if label := _period_label(total, notes):
        _say_period(label, total, table, notes)
    else:
        _ask(total, claimed, added[0], notes)


def _say_period(label: Place, total: Place, table: Table, notes: Notes) -> None:
    """A month or a quarter need not be made of whole weeks; but where a week is missing, it could be that."""
    text = notes.sheet.at(*label)
    if label[0] == total[0]:
        notes.say_text(WARNING, "row_not_read", label, text)
    elif _fills_a_gap(total[1], table):
        notes.say_text(ERROR, "week_unreadable", label, text)
    else:
        notes.say_text(WARNING, "column_not_read", label, text)


def _fills_a_gap(column: int, table: Table) -> bool:
    before = [c.week.week for c in table.columns if c.week and c.index < column]
    after = [c.week.week for c in table.columns if c.week and c.index > column]
    return bool(before and after) and after[0] - before[-1] == 2


def _period_label(total: Place, notes: Notes) -> Place | None:
    """The label, above or beside it, of a sum that is named after a month, a quarter or a year."""
    row, column = total
    above = ((r, column) for r in range(row - 1, -1, -1))
    beside = ((row, c) for c in range(column - 1, -1, -1))
    for line in (above, beside):
        for place in line:
            text = notes.sheet.at(*place)
            if isinstance(text, str) and words.is_period(text):
                return place
            if isinstance(text, str) and cells.read_count(text).count is None and not blank(text):
                break
    return None


def _additions(span: list[Place], cleaned: Cleaned) -> Iterator[int]:
    """What a run of cells adds up to: all, without what lies within others, or its totals alone."""
    counts = [(cleaned.counts.get(place, 0), cleaned.codes.get(place, "")) for place in span]
    yield sum(count for count, _ in counts)
    known = categories()
    yield sum(count for count, code in counts if code in known and known[code].top)
    yield sum(count for count, code in counts if code == "total")


def _check_to_date(
    total: Place, columns: Sequence[int], table: Table, cleaned: Cleaned, notes: Notes
) -> None:
    """Figures of the year to date: the weeks' sum where they begin with the year, else no less."""
    notes.mark(total, "ignored")
    row, column = total
    notes.say_text(WARNING, "column_not_read", (table.header, column), notes.sheet.at(table.header, column))
    claimed, parts = cells.read_count(notes.sheet.at(*total)).count, [(row, c) for c in columns]
    if claimed is None or any(part in cleaned.unread for part in parts):
        return
    if len({(c.week.year if c.week else None) or c.year for c in table.columns}) > 1:
        return
    added, first = sum(cleaned.counts.get(part, 0) for part in parts), table.columns[0].week
    if claimed < added or (first and first.week == 1 and claimed != added):
        _ask(total, claimed, added, notes)


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
