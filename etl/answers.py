"""Answers to questions: JSON ``{"<code>|<sheet>|<cell or label>": "<answer>"}`` (docs/uploading.md)."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from crimestats.categories import fold
from crimestats.clock import today
from etl.problems import Problem
from etl.readers.refused import Refused

_ABOUT_NAMES = ("category_near", "category_unknown")
_ANSWERED = ("category_mapped", "category_left_out")


@dataclass(frozen=True)
class Answers:
    """What the officer answered. ``*`` stands for any sheet, or for all cells or labels of a sheet.

    ``remembered``: folded name → answer, of earlier uploads by the same sender.
    """

    given: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)

    def to(self, problem: Problem) -> str:
        """The answer to a question, "" when it has none or one that the question does not offer."""
        if answer := self._given(problem):
            return answer
        earlier = self.remembered.get(fold(problem.label), "") if problem.code in _ABOUT_NAMES else ""
        return earlier if earlier in problem.answers else ""

    def from_before(self, problem: Problem) -> bool:
        """Whether the answer is a remembered one."""
        return not self._given(problem) and bool(self.to(problem))

    def _given(self, problem: Problem) -> str:
        # What was answered can be answered anew: the remark on it takes the place of the question.
        codes = (*(_ANSWERED if problem.code in _ABOUT_NAMES else ()), problem.code)
        for code, sheet in itertools.product(codes, (problem.sheet, "*")):
            for what in (problem.cell, problem.label, "*"):
                answer = self.given.get(f"{code}|{sheet}|{what}", "") if what else ""
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
