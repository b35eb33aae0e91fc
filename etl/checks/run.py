"""Runs the checks in their order over the candidates; what a check finds is held back from those after it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb

from crimestats.categories import categories
from crimestats.weeks import IsoWeek
from etl.answers import Options
from etl.candidate import Candidate
from etl.checks.claimed import by_habit
from etl.checks.excel import by_excel
from etl.problems import ERROR, QUESTION, WARNING, Problem

# Each name is a file beside this one. Earlier ones clear the way: a week must exist before it can lie ahead.
CHECKS = (
    ("week_not_in_year", ERROR),
    ("week_against_date", QUESTION),
    ("week_ahead", ERROR),
    ("week_ahead_zero", WARNING),
    ("same_week_equal", WARNING),
    ("same_week_differs", ERROR),
    ("parts_above_total", ERROR),
    ("kinds_above_parent", ERROR),
    ("parties_above_count", ERROR),
)
_MOST_CELLS = 8


def run_checks(candidates: Sequence[Candidate], options: Options) -> tuple[list[Candidate], list[Problem]]:
    """The candidates that stand, and a problem for every row that a check returned."""
    if not candidates:
        return [], []
    candidates, problems = by_excel(candidates, options)
    candidates = _dated(candidates, options)
    connection = _table(candidates)
    iso = options.today.isocalendar()
    held: set[int] = set()
    for name, level in CHECKS:
        sql = Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
        bound = {"this_year": iso.year, "this_week": iso.week} if "$this_year" in sql else {}
        for row in _rows(connection, sql, bound):
            held.update(row["held"])
            problems.append(_problem(name, level, row))
        connection.execute(
            "UPDATE candidate SET held = true WHERE list_contains($held, n)", {"held": sorted(held)}
        )
    connection.close()
    standing, asked = by_habit([one for n, one in enumerate(candidates) if n not in held], options)
    return standing, [*problems, *asked]


def _dated(candidates: Sequence[Candidate], options: Options) -> list[Candidate]:
    """Where a date and a week number disagree and the officer has said which holds, take that one."""
    settled = []
    for one in candidates:
        if one.said_week is not None and (one.said_year, one.said_week) != (one.year, one.week):
            question = Problem(
                QUESTION, "week_against_date", one.sheet, one.week_cell, answers=("date", "week")
            )
            answer = options.answers.to(question)
            if answer == "week":
                one = replace(one, year=one.said_year or one.year, week=one.said_week)
            if answer:
                one = replace(one, said_week=None)
        settled.append(one)
    return settled


def _table(candidates: Sequence[Candidate]) -> duckdb.DuckDBPyConnection:
    """The candidates in memory. As one JSON text they are in ten times sooner than as bound lists."""
    connection = duckdb.connect(":memory:", config={"enable_external_access": "false"})
    fields = Candidate.__slots__
    rows = [
        {"n": n, "held": False, **{name: getattr(one, name) for name in fields}}
        for n, one in enumerate(candidates)
    ]
    kinds = [
        {"code": c.code, "parent": c.parent, "top": c.top} for c in categories().values() if not c.derived
    ]
    script = Path(__file__).with_name("candidates.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            bound = {"candidates": json.dumps(rows)} if "$candidates" in statement else {}
            bound |= {"categories": json.dumps(kinds)} if "$categories" in statement else {}
            connection.execute(statement, bound)
    return connection


def _rows(
    connection: duckdb.DuckDBPyConnection, sql: str, bound: Mapping[str, object]
) -> list[dict[str, Any]]:
    answer = connection.execute(sql, bound)
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def _problem(name: str, level: str, row: dict[str, Any]) -> Problem:
    """A check's row as a problem: every column beyond the place and the held rows goes into the sentence."""
    values: dict[str, object] = {k: v for k, v in row.items() if k not in ("sheet", "cell", "held", "year")}
    if name == "week_not_in_year":
        values["year"] = row["year"]
    elif name == "week_against_date":
        values = {
            "dated": IsoWeek(row["year"], row["week"]),
            "said": f"{row['said_week']} {row['said_year']}",
        }
    else:
        values["week"] = IsoWeek(row["year"], row["week"])
    for listed in ("cells", "claims"):
        if listed in row:
            values[listed] = _listed(row[listed])
    answers = ("date", "week") if level == QUESTION else ()
    return Problem(level, name, row["sheet"], row["cell"], values, answers=answers)


def _listed(cells: list[str]) -> str:
    more = len(cells) - _MOST_CELLS
    return ", ".join(cells[:_MOST_CELLS]) + (f" +{more}" if more > 0 else "")
