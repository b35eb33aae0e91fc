"""Answers to questions: JSON ``{"<code>|<sheet>|<cell or label>": "<answer>"}`` (docs/uploading.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from crimestats.clock import today
from etl.problems import Problem
from etl.readers.refused import Refused


@dataclass(frozen=True)
class Answers:
    """What the officer answered. ``*`` stands for any sheet, or for all cells or labels of a sheet."""

    given: Mapping[str, str] = field(default_factory=dict)

    def to(self, problem: Problem) -> str:
        """The answer to a question, "" when it has none or one that the question does not offer."""
        for sheet in (problem.sheet, "*"):
            for what in (problem.cell, problem.label, "*"):
                answer = self.given.get(f"{problem.code}|{sheet}|{what}", "") if what else ""
                if answer in problem.answers:
                    return answer
        return ""


@dataclass(frozen=True)
class Options:
    """What is said about a file from outside it: see ``python -m etl read --help``."""

    year: int | None = None
    area: str | None = None
    answers: Answers = field(default_factory=Answers)
    today: date = field(default_factory=today)


def parse_answers(text: str, name: str = "") -> Answers:
    """The answers in a JSON text.

    Raises:
        Refused: ``answers_unreadable``.
    """
    try:
        given = json.loads(text)
    except ValueError as fault:
        raise Refused("answers_unreadable", file=name) from fault
    if not isinstance(given, dict):
        raise Refused("answers_unreadable", file=name)
    return Answers({str(key): str(answer) for key, answer in given.items()})
