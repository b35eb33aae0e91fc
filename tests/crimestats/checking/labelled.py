"""Labelled claims: texts with their marks read away, and sentences filled from a record, right and wrong."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crimestats.checking import Claim, Figures
from crimestats.checking.model import Span, Subject
from crimestats.i18n import Formats
from crimestats.periods import Period, year_before, year_to_date

FOLDER = Path(__file__).with_name("claims")
RIGHT, WRONG, UNKNOWN = "+", "-", "?"
_EXPECTED = {RIGHT: "supported", WRONG: "contradicted"}
_MARK = re.compile(r"\{([+?-])([^{}]*)\}")
_SLOT = re.compile(r"<(\w+)(?: ([\w+]+))?(?: (\w+))?(?:\|([^|<>]+)\|([^|<>]+))?>")


@dataclass(frozen=True)
class Label:
    """A claim in a text and what is true of it: ``+`` right, ``-`` wrong, ``?`` cannot be told."""

    start: int
    end: int
    truth: str


@dataclass(frozen=True)
class Labelled:
    """A text as a person would write it, and its claims."""

    text: str
    labels: tuple[Label, ...]


def read_texts(name: str) -> list[Labelled]:
    """The texts of a file of ``claims/``: marks become labels; a line of # and a space is a remark."""
    whole = (FOLDER / name).read_text(encoding="utf-8")
    lines = [line for line in whole.splitlines() if not line.startswith("# ")]
    return [unmarked(part) for part in re.split(r"\n{2,}", "\n".join(lines).strip())]


def unmarked(marked: str) -> Labelled:
    text, labels, at = "", list[Label](), 0
    for found in _MARK.finditer(marked):
        text += marked[at : found.start()]
        labels.append(Label(len(text), len(text) + len(found[2]), found[1]))
        text, at = text + found[2], found.end()
    return Labelled(text + marked[at:], tuple(labels))


def read_templates(name: str) -> list[str]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@dataclass(frozen=True)
class Score:
    """How the verdicts fell: per truth, how many claims were called what; ``missed`` none at all."""

    told: dict[tuple[str, str], int]
    false: list[tuple[str, Claim]]
    unfound: list[tuple[str, str]]

    @property
    def precision(self) -> float:
        """Of the claims called contradicted, the share that is wrong indeed."""
        called = sum(n for (_, verdict), n in self.told.items() if verdict == "contradicted")
        return self.told.get((WRONG, "contradicted"), 0) / called if called else 1.0

    @property
    def recall(self) -> float:
        """Of the wrong claims, the share called contradicted."""
        wrong = sum(n for (truth, _), n in self.told.items() if truth == WRONG)
        return self.told.get((WRONG, "contradicted"), 0) / wrong if wrong else 1.0

    def count(self, truth: str) -> int:
        return sum(n for (one, _), n in self.told.items() if one == truth)


def score(texts: Sequence[Labelled], check: Callable[[str], Sequence[Claim]]) -> Score:
    """Check every text. A verdict belongs to the label it covers most; one without a label to ``none``."""
    told: dict[tuple[str, str], int] = {}
    false: list[tuple[str, Claim]] = []
    unfound: list[tuple[str, str]] = []
    for one in texts:
        claims = check(one.text)
        given: dict[Label, list[str]] = {label: [] for label in one.labels}
        for claim in claims:
            label = max(one.labels, key=lambda it: _overlap(it, claim), default=None)
            if label is not None and _overlap(label, claim) > 0:
                given[label].append(claim.verdict)
                truth = label.truth
            else:
                truth = "none"
                told["none", claim.verdict] = told.get(("none", claim.verdict), 0) + 1
            if claim.verdict == "contradicted" and truth != WRONG:
                false.append((one.text, claim))
        for label, verdicts in given.items():
            verdict = _worst(verdicts)
            told[label.truth, verdict] = told.get((label.truth, verdict), 0) + 1
            told_right = verdict == _EXPECTED.get(label.truth, verdict)
            if not told_right:
                marked = f"[[{one.text[label.start : label.end]}]]"
                unfound.append(
                    (label.truth + verdict, one.text[: label.start] + marked + one.text[label.end :])
                )
    return Score(told, false, unfound)


def _worst(verdicts: Sequence[str]) -> str:
    return next((v for v in ("contradicted", "cannot_check", "supported") if v in verdicts), "missed")


def _overlap(label: Label, claim: Claim) -> float:
    """How much of the label a claim covers, and of two the one with less beside it."""
    shared = min(label.end, claim.end) - max(label.start, claim.start)
    return max(0, shared) + (1e-3 * shared / max(1, claim.end - claim.start) if shared > 0 else 0)


# -- sentences filled from a record


class Filler:
    """Fills the slots of a template from the counts of an area, and one of them wrong where asked."""

    def __init__(self, figures: Figures, period: Period) -> None:
        self.figures, self.period = figures, period
        self.formats = Formats("sv")

    def texts(self, template: str, chance: random.Random) -> Iterator[Labelled]:
        """The template told right, and once with each slot wrong; nothing where counts are missing."""
        slots = [m for m in _SLOT.finditer(template) if m[1] not in ("weeks", "week", "year")]
        for wrong in [None, *range(len(slots))]:
            if (made := self._fill(template, wrong, chance)) is not None:
                yield unmarked(made)

    def _fill(self, template: str, wrong: int | None, chance: random.Random) -> str | None:
        """One telling. Slots between { and } make one claim together, the others one each."""
        parts, n = [], 0
        for part in re.split(r"(\{[^{}]*\})", template):
            filled = self._part(part.strip("{}"), wrong, n, chance, alone=not part.startswith("{"))
            if filled is None:
                return None
            told, count = filled
            truth = WRONG if wrong is not None and n <= wrong < n + count else RIGHT
            parts.append("{" + truth + told + "}" if part.startswith("{") else told)
            n += count
        return "".join(parts)

    def _part(
        self, part: str, wrong: int | None, n: int, chance: random.Random, *, alone: bool
    ) -> tuple[str, int] | None:
        told, at, count = "", 0, 0
        for slot in _SLOT.finditer(part):
            told += part[at : slot.start()]
            at = slot.end()
            if slot[1] in ("weeks", "week", "year"):
                told += self._plain(slot)
                continue
            now = n + count == wrong
            value = self._wrong(slot, chance) if now else self._right(slot)
            if value is None:
                return None
            told += "{" + (WRONG if now else RIGHT) + value + "}" if alone else value
            count += 1
        return told + part[at:], count

    def _plain(self, slot: re.Match[str]) -> str:
        if slot[1] == "weeks":
            return self.formats.weeks(self.period)
        if slot[1] == "year":
            return str(self.period.last.year)
        return str(self.period.weeks[int(slot[2]) - 1].week)

    def _span(self, name: str | None) -> Span:
        period = self.period
        match name:
            case "before":
                return Span.of(period.before().weeks)
            case "year":
                return Span(year_before(period).partners)
            case "to_date":
                return Span.of(year_to_date(period.last).weeks)
            case "to_date_year":
                return Span(year_before(year_to_date(period.last)).partners)
            case None | "this":
                return Span.of(period.weeks)
            case _:
                return Span.of((period.weeks[int(name[1:]) - 1],))

    def _value(self, code: str, span: str | None) -> float | None:
        return self.figures.value(Subject(tuple(code.split("+"))), self._span(span))

    def _right(self, slot: re.Match[str]) -> str | None:
        kind, code, span = slot[1], slot[2], slot[3]
        if kind == "top" or span == "max":
            weekly = self.figures.weekly(Subject((code,)), Span.of(self.period.weeks))
            if weekly is None or weekly.count(max(weekly)) > 1:
                return None
            return (
                self._number(max(weekly))
                if span == "max"
                else str(self.period.weeks[weekly.index(max(weekly))].week)
            )
        now, then = self._value(code, "this"), self._value(code, span)
        if then is None or now is None:
            return None
        match kind:
            case "n":
                return self._number(then)
            case "w":
                return self.formats.word(int(then)).capitalize()
            case "d":
                return self._number(abs(now - then)) if now != then else None
            case "p":
                return self._number(round(abs(100 * (now / then - 1)))) if then and now != then else None
            case "s":
                total = self._value("total", "this")
                return self._number(round(100 * now / total)) if total else None
            case "m":
                return self._number(round(now / len(self.period)))
            case _:
                return None if now == then else slot[4] if now > then else slot[5]

    def _number(self, value: float) -> str:
        return self.formats.number(value)

    def _wrong(self, slot: re.Match[str], chance: random.Random) -> str | None:
        right = self._right(slot)
        if right is None:
            return None
        if slot[1] == "dir":
            return slot[5] if right == slot[4] else slot[4]
        if slot[1] == "top":
            return chance.choice([str(week.week) for week in self.period.weeks if str(week.week) != right])
        if slot[1] == "w":
            return self.formats.word(
                int(self._value(slot[2], slot[3]) or 0) + chance.choice([1, 2, 3])
            ).capitalize()
        value = int(re.sub(r"\D", "", right))
        if slot[1] in ("p", "s", "m"):
            return self._number(max(0, value + chance.choice([-9, -5, 4, 7, 12])) or value + 6)
        return self._number(_slipped(value, chance))


def _slipped(value: int, chance: random.Random) -> int:
    """A wrong count as it happens: off by a few, two digits that changed places, off by a fifth."""
    swapped = int(str(value)[::-1]) if 10 <= value < 100 else value
    steps = [value + step for step in (1, 2, -1, -3)] + [
        round(value * 1.2) + 1,
        round(value * 0.8) - 1,
        swapped,
    ]
    return chance.choice([n for n in steps if n >= 0 and n != value] or [value + 2])
