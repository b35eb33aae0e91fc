"""The named questions: one SQL file each, values bound, never glued.

A line ``-- optional: as_of, first`` names the values that may be left out; they are then NULL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("queries")
_OPTIONAL = re.compile(r"^-- optional: (.+)$", re.MULTILINE)
_COMMENT = re.compile(r"--.*$", re.MULTILINE)
_VALUE = re.compile(r"\$([a-z_][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question's SQL and the names of the values it binds."""

    name: str
    sql: str
    values: frozenset[str]
    optional: frozenset[str]

    def bind(self, given: dict[str, object]) -> dict[str, object]:
        """The values to bind.

        Raises:
            TypeError: when a value is missing, or is none the question knows.
        """
        missing = self.values - self.optional - given.keys()
        unknown = given.keys() - self.values
        if missing or unknown:
            raise TypeError(f"question {self.name}: missing {sorted(missing)}, unknown {sorted(unknown)}")
        return {name: given.get(name) for name in self.values}


@cache
def question(name: str) -> Question:
    """The question kept in ``queries/<name>.sql``.

    Raises:
        LookupError: when there is none of that name.
    """
    file = FOLDER / f"{name}.sql"
    if not name.isidentifier() or not file.is_file():
        raise LookupError(f"no question named {name!r}")
    text = file.read_text(encoding="utf-8")
    optional = frozenset(part.strip() for line in _OPTIONAL.findall(text) for part in line.split(","))
    return Question(name, text, frozenset(_VALUE.findall(_COMMENT.sub("", text))), optional)
