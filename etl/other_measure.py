"""Tables that by their title, or their sheet's name, count something else than reports per week."""

from __future__ import annotations

from dataclasses import replace

from etl.grid import address
from etl.layouts import words
from etl.layouts.table import Table
from etl.notes import Notes, quoted
from etl.problems import QUESTION, WARNING, Problem


def is_other_measure(table: Table, notes: Notes, others: list[Problem]) -> bool:
    """Whether to leave the table out; then what is to be said of it is put among the others."""
    place, name = table.derived, notes.sheet.name
    if not place and not words.heads_derived(name):
        return False
    text, cell = (notes.sheet.at(*place), address(*place)) if place else (name, "")
    values = {"text": quoted(text)}
    problem = Problem(QUESTION, "other_measure", name, cell, values, answers=("reports", "skip"))
    answer = notes.options.answers.to(problem)
    if answer != "reports":
        others.append(replace(problem, level=WARNING) if answer else problem)
    return answer != "reports"


def told_of(others: list[Problem], counts: bool) -> list[Problem]:
    """Beside tables of counts it is enough to say that the others are not read; a lone one is asked about."""
    left_out = [replace(one, level=WARNING, code="table_not_read", answers=()) for one in others]
    asked = [one.level == QUESTION and not counts for one in others]
    return [one if ask else left for one, left, ask in zip(others, left_out, asked, strict=True)]
