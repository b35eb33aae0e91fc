"""Decisions as they are shown: who, when, how far, on what they rest, and what has come since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from crimestats.analysis.followup import follow_up
from crimestats.charts.model import Table
from crimestats.clock import LOCAL
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import say as tell
from crimestats.narrative.followup import followup_fact, followup_lines
from crimestats.reporting.measures import measures_of
from crimestats.reporting.meeting.model import Decision
from crimestats.reporting.reading import Reading
from crimestats.store import Store
from crimestats.store.decisions import UNFINISHED

Row = Mapping[str, Any]


def decisions_taken(store: Store, area: str, meeting: int, lang: str) -> tuple[Decision, ...]:
    """The decisions of one meeting, in the order they were taken.

    Raises:
        StoreError: when the store cannot be read.
    """
    rows = store.rows("decisions", area=area)
    return tuple(_shown(row, lang) for row in reversed(rows) if row["meeting"] == str(meeting))


def to_follow_up(
    store: Store, reading: Reading, meeting: int, since: datetime | None, lang: str
) -> tuple[Decision, ...]:
    """Earlier meetings' decisions that are unfinished or ended after ``since``, with their outcome."""
    area = reading.record.area
    rows = [row for row in store.rows("decisions", area=area) if _earlier(row["meeting"], meeting)]
    held = [row for row in rows if row["status"] in UNFINISHED or (since and row["at"] > since)]
    busy = [measure.weeks for measure in measures_of(store, area)] if held else []
    return tuple(_followed(row, reading, busy, lang) for row in held)


def _earlier(taken_at: str, meeting: int) -> bool:
    return not taken_at.isdigit() or int(taken_at) < meeting


def _followed(row: Row, reading: Reading, busy: Sequence[Any], lang: str) -> Decision:
    taken = row["taken_at"].astimezone(LOCAL).date()
    found = follow_up(reading.record, taken, row["category"] or "", busy=busy)
    if found is None:
        return replace(_shown(row, lang), outcome=(texts(lang)("meeting.outcome.no_weeks"),))
    lines = tell(followup_lines(followup_fact(found)), lang, together=True)
    return replace(_shown(row, lang), outcome=tuple(line.plain for line in lines))


def _shown(row: Row, lang: str) -> Decision:
    say, formats = texts(lang), Formats(lang)
    due = row["due"]
    moments = {"day": formats.moment(row["taken_at"]), "known": formats.moment(row["data_moment"])}
    return Decision(
        id=row["id"],
        edit=row["edit"],
        meeting=int(row["meeting"]) if row["meeting"].isdigit() else 0,
        body=row["body"],
        responsible=row["responsible"],
        due=due,
        due_text=say("meeting.decision.due_day", day=formats.day(due))
        if due
        else say("meeting.decision.no_due"),
        status=row["status"],
        status_text=say(f"meeting.status.{row['status']}"),
        reason=row["reason"] or "",
        chart=row["chart"],
        category=row["category"] or "total",
        ground=say("meeting.decision.ground", **moments),
    )


def decisions_table(decisions: Sequence[Decision], caption: str, lang: str) -> Table:
    """One row per decision; a dropped one says why."""
    say = texts(lang)
    heads = tuple(say(f"meeting.column.{name}") for name in ("decision", "responsible", "due", "status"))
    rows = tuple(
        (one.body, one.responsible, one.due.isoformat() if one.due else "–", status_of(one))
        for one in decisions
    )
    return Table(caption, heads, rows, rows)


def status_of(decision: Decision) -> str:
    """The status, and why where it was dropped."""
    return f"{decision.status_text}: {decision.reason}" if decision.reason else decision.status_text
