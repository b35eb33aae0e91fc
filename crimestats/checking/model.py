"""What the checker is made of: a claim and its verdict, and the parts a sentence is taken apart into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from crimestats.periods import Period
from crimestats.weeks import IsoWeek

Verdict = Literal["supported", "contradicted", "cannot_check"]
SUPPORTED: Verdict = "supported"
CONTRADICTED: Verdict = "contradicted"
CANNOT_CHECK: Verdict = "cannot_check"


class CheckError(ValueError):
    """A text that is not checked at all. ``code`` names the reason in the i18n tables."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}")
        self.code, self.values = code, values


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a text says about the counts.

    Attributes:
        text, start, end: the words and their place (characters, end excluded) in the text that was checked.
        verdict: ``supported``, ``contradicted`` or ``cannot_check``; the last whenever the words can be read
            in more than one way, or the record cannot tell.
        reason: why, as a sentence.
        fact: what the record says: kind, category, weeks, value; None when it says nothing.
        warning: what may mislead although the figure is right.
        proposal: the words with the right figure, where the verdict is ``contradicted``.
    """

    text: str
    start: int
    end: int
    verdict: Verdict
    reason: str
    fact: Mapping[str, object] | None = None
    warning: str | None = None
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A text and the claims found in it, in order. ``notices`` are about the text as a whole."""

    text: str
    claims: tuple[Claim, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, a heading or an item of a list: ``text`` in lower case, as long as the original."""

    text: str
    start: int
    paragraph: int
    heading: bool = False
    table: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A word, or several that mean one thing. ``kind`` says what ``value`` is; see the lexer."""

    kind: str
    text: str
    start: int
    end: int
    value: object = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written. ``unit`` is ``count``, ``percent``, ``points`` or ``share`` (a part of 1).

    ``article`` marks *en* and *ett*, which are seldom numbers. ``tens`` marks *ett femtiotal*.
    """

    value: float
    unit: str = "count"
    words: bool = False
    article: bool = False
    tens: bool = False
    sign: int = 0
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted: the sum of some series less others, of one injured party where ``party`` is given."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    party: str = ""

    def of_party(self, party: str) -> Subject:
        return replace(self, party=party)


@dataclass(frozen=True, slots=True)
class Span:
    """Weeks whose counts are added; a group of several weeks gives its mean (the partner of a week 53)."""

    groups: tuple[tuple[IsoWeek, ...], ...]

    @classmethod
    def of(cls, weeks: tuple[IsoWeek, ...]) -> Span:
        return cls(tuple((week,) for week in weeks))

    @property
    def weeks(self) -> tuple[IsoWeek, ...]:
        return tuple(week for group in self.groups for week in group)

    def __len__(self) -> int:
        return len(self.groups)

    @property
    def run(self) -> Period | None:
        """The weeks as one period; None when they have holes."""
        weeks = self.weeks
        return Period(weeks[0], weeks[-1]) if weeks and len(weeks) == weeks[-1] - weeks[0] + 1 else None


@dataclass(frozen=True, slots=True)
class Moment:
    """Words that say when. ``kind`` names the way to resolve it; the rest is what the words gave."""

    kind: str
    weeks: tuple[int, ...] = ()
    month: int = 0
    year: int = 0
    last_year: int = 0
    years_back: int = 0
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A word of change: ``direction`` 1, -1 or 0 (unchanged); ``factor`` 2.0 of *fördubblats*, else 0."""

    direction: int
    factor: float = 0.0


@dataclass
class Topic:
    """What the sentences before have been about, within a paragraph or under a heading."""

    subjects: tuple[Subject, ...] = ()
    heading: tuple[Subject, ...] = ()
    time: Moment | None = None
    base: Moment | None = None
    last: Moment | None = None
    bracket: Moment | None = None
    earlier: tuple[Subject, ...] = ()
    heading_time: Moment | None = None
    paragraph: int = -1
    elsewhere: bool = False
