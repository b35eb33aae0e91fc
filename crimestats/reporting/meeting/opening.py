"""What a meeting opens with: earlier decisions and their outcome, and what has been revised since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from crimestats.charts.model import Table
from crimestats.counts import BENEFIT_FRAUD, FRAUD, TOTAL, Changed, changed_counts
from crimestats.i18n import Formats, texts
from crimestats.narrative.slides import counted_title
from crimestats.reporting.labels import series_name
from crimestats.reporting.meeting.decisions import to_follow_up
from crimestats.reporting.meeting.model import Slide
from crimestats.reporting.meeting.read import Month
from crimestats.reporting.reading import read_area

# Reported series, so that a revision is told once and not again in what is derived from it.
CODES = (TOTAL, "violence", "vandalism", "theft", FRAUD, BENEFIT_FRAUD)
# More decisions than this stand on further slides; more revisions are counted.
_DECISIONS_A_SLIDE, _ROWS = 3, 8


def opening(month: Month, meeting: int, before: Mapping[str, Any] | None) -> Iterator[Slide]:
    """The slides before the findings.

    Args:
        before: the meeting before this one, as the store keeps it; None when this is the first.
    """
    if before is None:
        return
    since: datetime = before["data_moment"] or before["at"]
    changed = revised_since(month, since)
    unrevised = "" if changed else texts(month.lang)("meeting.revised.none")
    yield from _decisions(month, meeting, before, since, unrevised)
    if changed:
        yield _revised(month, changed, before)


def revised_since(month: Month, since: datetime) -> list[Changed]:
    """The counts that were known at a moment and are known otherwise now, the newest week first."""
    then = read_area(month.store, month.reading.record.area, since).record
    found = list(changed_counts(then, month.reading.record, CODES))
    return sorted(found, key=lambda one: (-one.week.ordinal, CODES.index(one.code)))


def _decisions(
    month: Month, meeting: int, before: Mapping[str, Any], since: datetime, unrevised: str
) -> Iterator[Slide]:
    held = to_follow_up(month.store, month.reading, meeting, since, month.lang)
    say, formats = texts(month.lang), Formats(month.lang)
    last = say("meeting.opening.last", day=formats.day(before["held_on"]))
    if not held:
        sentences = tuple(filter(None, (say("meeting.opening.no_decisions"), unrevised)))
        yield Slide("decisions", "decisions", say("meeting.opening.title"), last, sentences, rank=-2)
        return
    title = month.title(counted_title("decisions", len(held), month.period))
    for start in range(0, len(held), _DECISIONS_A_SLIDE):
        key = "decisions" if start == 0 else f"decisions:{start // _DECISIONS_A_SLIDE + 1}"
        part = held[start : start + _DECISIONS_A_SLIDE]
        told = (unrevised,) if unrevised and start == 0 else ()
        yield Slide(key, "decisions", title, last, told, decisions=part, rank=-2)


def _revised(month: Month, changed: Sequence[Changed], before: Mapping[str, Any]) -> Slide:
    say, formats = texts(month.lang), Formats(month.lang)
    title = month.title(counted_title("revised", len(changed), month.period))
    lead = say("meeting.revised.lead", day=formats.day(before["held_on"]))
    more = len(changed) - _ROWS
    told = (say("meeting.revised.more", n=formats.number(more)),) if more > 0 else ()
    return Slide(
        "revised", "revised", title, lead, told, table=changes_table(month, changed[:_ROWS], title), rank=-1
    )


def changes_table(month: Month, changed: Sequence[Changed], caption: str) -> Table:
    """Week, category, then, now."""
    say, formats = texts(month.lang), Formats(month.lang)
    record = month.reading.record
    heads = tuple(say(f"meeting.column.{name}") for name in ("week", "category", "then", "now"))
    rows = [
        (
            formats.week(one.week, year=True),
            series_name(record, one.code, month.lang),
            *("–" if count is None else formats.number(count) for count in (one.then, one.now)),
        )
        for one in changed
    ]
    numbers = [(str(one.week), row[1], one.then, one.now) for one, row in zip(changed, rows, strict=True)]
    return Table(caption, heads, tuple(rows), tuple(numbers))
