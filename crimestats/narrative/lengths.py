"""The month in three lengths: one line, one paragraph, or the full text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from crimestats.narrative import choose
from crimestats.narrative.compose import Sentence, category_verdicts, say, words
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Run
from crimestats.narrative.headline import headline
from crimestats.narrative.values import counted_of

Length = Literal["line", "paragraph", "full"]
LENGTHS: tuple[Length, ...] = ("line", "paragraph", "full")
# Remarks that even the shortest paragraph cannot leave out.
_NEEDED = ("missing", "too_short", "preliminary", "parts_above_total")


def one_line(facts: Sequence[Fact], lang: str = "sv") -> Sentence:
    """The finding with its count and range: for a subject line, a slide, a list of months."""
    top, total = (next(fact for fact in facts if fact.kind == kind) for kind in ("headline", "total"))
    line = headline(top)
    [told] = say([line], lang)
    if not total.numbers["reported"] or "count" in _fields(line, lang):
        return told
    key = "line.range" if "lower" in total.numbers else "line.count"
    counted = words(lang).render(Line(key, counted_of(total), total))
    return Sentence((*told.runs, Run(" ("), *counted, Run(")")), top)


def _fields(line: Line, lang: str) -> set[str]:
    """Which of its values a headline already tells."""
    return {"count"} if any(run.number for run in words(lang).render(line)) else set()


def one_paragraph(facts: Sequence[Fact], lang: str = "sv") -> tuple[Sentence, ...]:
    """How many, whether that is usual, what stands out, what must be known; changes beyond chance only."""
    lines = [line for kind in ("total", "excess") for line in _told(facts, kind)]
    peaks = [fact for fact in facts if fact.kind == "peak" and fact.numbers["level"] == "alarm"]
    for fact in peaks[:1]:
        lines += choose.lines(fact)
    if not peaks:
        lines += category_verdicts(facts)
    changed = [fact for kind in ("change_before", "change_year") for fact in _of(facts, kind)]
    lines += [
        line
        for fact in changed
        if fact.numbers["verdict"] in ("more", "fewer")
        for line in choose.lines(fact)
    ]
    lines += [line for kind in _NEEDED for line in _told(facts, kind)]
    return say(lines, lang, together=True)


def _told(facts: Sequence[Fact], kind: str) -> list[Line]:
    return [line for fact in _of(facts, kind) for line in choose.lines(fact)]


def _of(facts: Sequence[Fact], kind: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]
