"""The police statistics of a bulletin: the month's text and figures as light Markdown, figures with notes.

What is generated is stored as it was told, with the moment its data were known at, and is edited by nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from crimestats.analysis.disclosure import Hidden, hide
from crimestats.charts.model import Table
from crimestats.config import settings
from crimestats.counts import TILES, TOTAL, WeeklyCounts
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import Paragraph, Sentence
from crimestats.narrative.facts import Fact
from crimestats.periods import Period
from crimestats.reporting.markdown import escape, markdown_table, note_lines
from crimestats.reporting.model import MonthReport
from crimestats.reporting.month import month_report
from crimestats.reporting.notes import Notes
from crimestats.reporting.reading import read_area
from crimestats.store import Store

# What the month tells in public; what is for the steering group (follow-up of decisions and the like) is not.
_PUBLIC = ("total", "categories", "peaks", "fraud")
# Sentences that tell all categories side by side: none of them where one category is hidden.
_SIDE_BY_SIDE = ("category", "rest")
# What is told in words of an area that is part of a municipality; week by week its counts are too small.
_OF_SUB_AREAS = ("total", "change_before", "change_year", *_SIDE_BY_SIDE)


@dataclass(frozen=True, slots=True)
class Statistics:
    """The section as generated: its text, the moment of its data, and the codes not shown in its table."""

    body: str
    data_moment: datetime
    hidden: frozenset[str]


def bulletin_statistics(
    store: Store, area: str, period: Period, lang: str, moment: datetime, *, earlier: Collection[str] = ()
) -> Statistics:
    """The section for a period, on the data as known at ``moment``.

    Args:
        earlier: codes hidden in an edition published before.

    Raises:
        StoreError: when the store cannot be read.
    """
    report = month_report(store, area, period, as_of=moment, lang=lang)
    counts = _counts(report.record, report.period)
    hidden = _hidden(area, counts, earlier)
    notes = Notes(lang)
    told = [one for one in report.narrative.paragraphs if one.key in _PUBLIC]
    paragraphs = [_paragraph(one, area, hidden, notes) for one in told]
    parts = [
        *(f"> {escape(notice)}" for notice in report.notices),
        *paragraphs,
        _table(report, counts, hidden, lang),
        *_remarks(report, hidden, lang),
        *note_lines(notes),
    ]
    return Statistics("\n\n".join(part for part in parts if part), moment, hidden.small | hidden.beside)


def _paragraph(paragraph: Paragraph, area: str, hidden: Hidden, notes: Notes) -> str:
    """The sentences that may be told, with their notes; "" where none may."""
    return " ".join(_noted(one, notes) for one in paragraph.sentences if _may_tell(one, area, hidden))


def restricted(area: str, codes: Collection[str]) -> frozenset[str]:
    """Codes whose small counts are not published: all of a sub-area's, else the sensitive ones."""
    told = settings().disclosure
    return frozenset(codes) if area in told.sub_areas else frozenset(told.sensitive)


def hidden_before(store: Store, area: str, period: Period) -> frozenset[str]:
    """The codes not shown in some edition published before, in any language.

    Worked out anew from the data of each edition: the same rule on the same data hides the same.

    Raises:
        StoreError: when the store cannot be read.
    """
    asked = {"area": area, "first": period.first.ordinal, "last": period.last.ordinal}
    gone: frozenset[str] = frozenset()
    for row in store.rows("bulletin_published", **asked):
        counts = _counts(read_area(store, area, row["data_moment"]).record, period)
        found = _hidden(area, counts, gone)
        gone |= found.small | found.beside
    return gone


def _hidden(area: str, counts: Mapping[str, int], earlier: Collection[str]) -> Hidden:
    limit = settings().disclosure.fewer_than
    return hide(counts, restricted(area, counts), limit, total=TOTAL, earlier=earlier)


def _counts(record: WeeklyCounts, period: Period) -> dict[str, int]:
    """Total and tiles of the month, those without a figure left out."""
    found: dict[str, int] = {}
    for code in (TOTAL, *TILES):
        values = record.values(code, period)
        if np.isfinite(values).any():
            found[code] = int(np.nansum(values))
    return found


def _may_tell(sentence: Sentence, area: str, hidden: Hidden) -> bool:
    """Whether a sentence gives away nothing that the table hides."""
    facts = {
        id(fact): fact for fact in (sentence.fact, *(run.fact for run in sentence.runs if run.fact))
    }.values()
    if area in settings().disclosure.sub_areas:
        kinds = all(fact.kind in _OF_SUB_AREAS for fact in facts)
        return kinds and not hidden and not any(_small(fact.numbers.get("before")) for fact in facts)
    if hidden and any(fact.kind in _SIDE_BY_SIDE or fact.subject in hidden for fact in facts):
        return False
    return not any(_tells_sensitive(fact) for fact in facts)


def _tells_sensitive(fact: Fact) -> bool:
    """Whether a fact tells a small count of a sensitive category."""
    sensitive = settings().disclosure.sensitive
    if fact.subject in sensitive:
        return any(_small(value) for value in fact.numbers.values())
    named = str(fact.numbers.get("top", "")).split(",")
    return any(code in sensitive and _small(fact.numbers.get(code)) for code in named)


def _small(value: object) -> bool:
    return (
        isinstance(value, int)
        and not isinstance(value, bool)
        and 1 <= value < settings().disclosure.fewer_than
    )


def _noted(sentence: Sentence, notes: Notes) -> str:
    """The sentence with a mark for each place its figures come from."""
    return escape(sentence.plain) + "".join(f"[^{mark}]" for mark in notes.of(sentence))


def _table(report: MonthReport, counts: Mapping[str, int], hidden: Hidden, lang: str) -> str:
    """Count, usual range and verdict of each row of the month's table that has a figure."""
    say = texts(lang)
    codes = [code for code in (TOTAL, *TILES) if code in report.detection.bands]
    rows = tuple(
        (str(name), _count(code, counts, hidden, lang), *_judged(lower, upper, verdict, code in hidden, lang))
        for code, (name, _, lower, upper, verdict) in zip(codes, report.table.numbers, strict=True)
        if code in counts
    )
    if not rows:
        return ""
    heads = tuple(say(f"bulletin.column.{name}") for name in ("category", "count", "usual", "verdict"))
    caption = say("bulletin.table", area=report.area, weeks=Formats(lang).weeks(report.period, year=True))
    return f"{markdown_table(Table(caption, heads, rows))}\n: {escape(caption)}"


def _count(code: str, counts: Mapping[str, int], hidden: Hidden, lang: str) -> str:
    if code not in hidden:
        return Formats(lang).number(counts[code])
    limit = Formats(lang).word(settings().disclosure.fewer_than)
    return texts(lang)(f"bulletin.hidden.{'small' if code in hidden.small else 'beside'}", n=limit)


def _judged(lower: object, upper: object, verdict: object, hidden: bool, lang: str) -> tuple[str, str]:
    """The usual range and the verdict; a verdict on a count that is not shown would tell it."""
    told = isinstance(lower, int) and isinstance(upper, int)
    usual = Formats(lang).span(lower, upper) if told else "–"  # type: ignore[arg-type]
    return usual, "–" if hidden or not verdict else str(verdict)


def _remarks(report: MonthReport, hidden: Hidden, lang: str) -> Iterator[str]:
    """What to keep in mind, what is not shown, and where the figures come from."""
    say = texts(lang)
    told: Sequence[str] = [remark.plain for remark in report.narrative.remarks]
    if hidden:
        limit = Formats(lang).word(settings().disclosure.fewer_than)
        told = [*told, say("bulletin.hidden.why", n=limit)]
    if told:
        yield "\n".join(f"- {escape(words)}" for words in told)
    yield escape(report.source)
