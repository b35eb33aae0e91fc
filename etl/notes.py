"""What is noted while a sheet is read: problems at their cells, and what each cell was taken for."""

from __future__ import annotations

from etl.answers import Options
from etl.grid import Place, Sheet, Value, address, shown
from etl.problems import ERROR, QUESTION, Problem

_LONGEST = 40
_ROLE_OF = {ERROR: "fault", QUESTION: "question"}


class Notes:
    """The notes of one sheet.

    Attributes:
        problems: in the order found; each code at most once per cell.
        roles: place → ``week category count area year ignored fault question``, one of them.
        years_from: where years were found, see :mod:`etl.years`.
    """

    def __init__(self, sheet: Sheet, options: Options) -> None:
        self.sheet, self.options = sheet, options
        self.problems: list[Problem] = []
        self.roles: dict[Place, str] = {}
        self.years_from: set[str] = set()
        self._said: set[tuple[str, Place]] = set()

    def say(self, level: str, code: str, place: Place, **values: object) -> None:
        """Note a problem at a place."""
        if (code, place) not in self._said:
            self._said.add((code, place))
            self.add(Problem(level, code, self.sheet.name, address(*place), values), place)

    def say_text(self, level: str, code: str, place: Place, value: Value) -> None:
        """The same, with what stands there."""
        self.say(level, code, place, text=quoted(value))

    def ask(self, code: str, place: Place, value: Value, answers: tuple[str, ...]) -> str:
        """The answer to a question at a place; without one it is noted, and "" given."""
        problem = Problem(
            QUESTION, code, self.sheet.name, address(*place), {"text": quoted(value)}, answers=answers
        )
        answer = self.options.answers.to(problem)
        if not answer:
            self.add(problem, place)
        return answer

    def add(self, problem: Problem, place: Place) -> None:
        """Note a ready problem."""
        self.problems.append(problem)
        if problem.level in _ROLE_OF:
            self.roles[place] = _ROLE_OF[problem.level]

    def mark(self, place: Place, role: str) -> None:
        """Note what a cell was taken for, where nothing is noted yet."""
        self.roles.setdefault(place, role)


def quoted(value: Value) -> str:
    """A cell's text as a message quotes it."""
    return shown(value).strip()[:_LONGEST]
