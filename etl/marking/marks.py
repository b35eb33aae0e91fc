"""What is to be marked, as plain text: the child knows no languages and no codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """One problem. ``cell`` is empty where it stands in no cell; ``place`` says then where it stands."""

    level: str
    kind: str
    sheet: str
    cell: str
    place: str
    wrong: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All of them, and the words of the sheet that lists them."""

    marks: tuple[Mark, ...]
    words: Mapping[str, str]
    own_titles: tuple[str, ...]

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Marks:
        """From the JSON that the parent sends."""
        return cls(tuple(Mark(**mark) for mark in plain["marks"]), plain["words"], tuple(plain["own_titles"]))
