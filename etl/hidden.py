"""Hidden sheets, rows and columns: not read unless confirmed, and said where they hold figures."""

from __future__ import annotations

from dataclasses import replace

from etl import cells
from etl.answers import Options
from etl.grid import Sheet, address
from etl.problems import WARNING, Problem


def without_hidden(sheet: Sheet, options: Options) -> tuple[Sheet | None, list[Problem]]:
    """The sheet as it is seen, None when it is hidden itself; and what was left out.

    An answer ``read`` to the warning has the part read after all.
    """
    if sheet.hidden:
        problem = Problem(WARNING, "hidden_sheet", sheet.name, answers=("read",))
        if options.answers.to(problem) == "read":
            return without_hidden(replace(sheet, hidden=False), options)
        return None, [problem] if _figures(sheet, range(len(sheet.rows)), range(sheet.width)) else []
    rows, row_problems = _kept(sheet, sheet.hidden_rows, options, "row")
    columns, column_problems = _kept(sheet, sheet.hidden_columns, options, "column")
    if rows or columns:
        shown_rows = [
            [None if r in rows or c in columns else value for c, value in enumerate(values)]
            for r, values in enumerate(sheet.rows)
        ]
        formulas = {
            address(r, c): sheet.formulas[cell]
            for r in range(len(sheet.rows))
            for c in range(sheet.width)
            if (cell := address(r, c)) in sheet.formulas and r not in rows and c not in columns
        }
        sheet = replace(sheet, rows=shown_rows, formulas=formulas)
    return sheet, [*row_problems, *column_problems]


def _kept(
    sheet: Sheet, hidden: frozenset[int], options: Options, what: str
) -> tuple[set[int], list[Problem]]:
    """Which of the hidden rows or columns stay unread, and the warnings: one per run of neighbours."""
    unread: set[int] = set()
    problems = []
    for run in _runs(sorted(hidden)):
        rows, columns = (run, range(sheet.width)) if what == "row" else (range(len(sheet.rows)), run)
        first, last = (
            (address(run[0], 0), address(run[-1], 0))
            if what == "row"
            else (address(0, run[0]), address(0, run[-1]))
        )
        name = f"hidden_{what}" if len(run) == 1 else f"hidden_{what}s"
        values = {"first": _line(first, what), "last": _line(last, what)}
        problem = Problem(WARNING, name, sheet.name, first, values, answers=("read",))
        if options.answers.to(problem) == "read":
            continue
        # Labels alone are kept: without them the figures that are seen would seem to be about something else.
        if _figures(sheet, rows, columns):
            unread.update(run)
            problems.append(problem)
        elif any(isinstance(sheet.at(r, c), str) for r in rows for c in columns):
            problems.append(Problem(WARNING, "hidden_text", sheet.name, first))
    return unread, problems


def _line(cell: str, what: str) -> str:
    return cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if what == "row" else cell.rstrip("0123456789")


def _runs(numbers: list[int]) -> list[range]:
    runs: list[range] = []
    for number in numbers:
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return runs


def _figures(sheet: Sheet, rows: range, columns: range) -> bool:
    return any(cells.read_count(sheet.at(r, c)).count is not None for r in rows for c in columns)
