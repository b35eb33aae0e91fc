"""A problem with a file: level, code and cell. Its sentence, in either language, says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from crimestats.categories import categories
from crimestats.i18n import Formats, texts
from crimestats.weeks import IsoWeek

ERROR, WARNING, QUESTION = "error", "warning", "question"


@dataclass(frozen=True)
class Problem:
    """One thing to mend, to know, or to answer.

    Attributes:
        level: ``error`` and ``question`` stop a load, ``warning`` does not.
        code: names the sentence ``etl.problem.<code>``.
        values: put into the sentence; weeks, dates and numbers are written by the one formatter.
        label: the text that the problem is about, where an answer holds for the label and not for the cell.
        answers: what may be answered, see docs/uploading.md; empty when only the file can be mended.
    """

    level: str
    code: str
    sheet: str = ""
    cell: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    label: str = ""
    answers: tuple[str, ...] = ()

    def message(self, lang: str = "sv") -> str:
        """The sentence for people, without the place."""
        return texts(lang)(f"etl.problem.{self.code}", **written(self.values, lang))

    @property
    def place(self) -> str:
        """``Blad1!D6``, ``D6`` in a text file, or the sheet alone."""
        return f"{self.sheet}!{self.cell}" if self.sheet and self.cell else self.cell or self.sheet

    @property
    def key(self) -> str:
        """What an answer to it is filed under: code, sheet and label (else cell)."""
        return f"{self.code}|{self.sheet}|{self.label or self.cell}"

    def as_json(self, lang: str = "sv") -> dict[str, Any]:
        """For ``--json``; ``key`` and ``answers`` only where an answer is possible."""
        plain: dict[str, Any] = {
            "level": self.level,
            "code": self.code,
            "sheet": self.sheet,
            "cell": self.cell,
            "message": self.message(lang),
        }
        if self.answers:
            labels = [{"answer": a, "label": answer_label(a, lang)} for a in self.answers]
            plain |= {"key": self.key, "answers": labels}
        return plain


def answer_label(answer: str, lang: str) -> str:
    """What a button for an answer says: a category's name, or the label of a fixed answer."""
    if answer in categories():
        return categories()[answer].name(lang)
    return texts(lang)(f"etl.answer.{answer}")


def written(values: Mapping[str, object], lang: str) -> dict[str, str]:
    """Values as text: the one formatter writes numbers, weeks and dates; ``category`` is a code's name."""
    return {name: _written(name, value, lang) for name, value in values.items()}


def _written(name: str, value: object, lang: str) -> str:
    formats = Formats(lang)
    if isinstance(value, IsoWeek):
        return formats.week(value, year=True)
    if isinstance(value, datetime):
        return formats.day(value.date())
    if isinstance(value, date):
        return formats.iso_day(value)
    if name == "answered":
        return texts(lang)(f"etl.answered.{value}")
    if name == "kind":
        return texts(lang)(f"etl.personal.{value}")
    if name in ("category", "parent"):
        return categories()[str(value)].name(lang)
    if isinstance(value, int) and name not in ("year", "upload", "week"):
        return formats.number(value)
    if isinstance(value, list | tuple):
        return formats.listing([_written(name, one, lang) for one in value])
    return str(value)
