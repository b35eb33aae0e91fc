"""Decisions of the steering group: who does what until when, and how far it has come."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from crimestats.clock import now
from crimestats.store.errors import StoreError
from crimestats.store.store import Store
from crimestats.store.writer import Writer
from crimestats.store.written import checked, newest, refuse_unless_seen

STATUSES = ("open", "under_way", "done", "dropped")
UNFINISHED = ("open", "under_way")
# What an edit may change; where a decision was taken, and on what, never changes.
_EDITED = ("body", "responsible", "due", "status", "reason")


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What is decided. ``responsible`` is a role, ``due`` a day or None, ``reason`` why it was dropped."""

    body: str
    responsible: str
    due: date | None = None
    status: str = "open"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a decision rests on: its meeting, the slide's chart, the series it is followed up by, the data."""

    area: str
    meeting: int
    chart: str
    category: str
    data_moment: datetime | None = None  # None = what is known when it is written


def take_decision(store: Store, words: DecisionWords, ground: Ground, *, actor: str = "") -> int:
    """Record a decision and give its number.

    Raises:
        StoreError: ``meeting.no_body``, ``meeting.no_responsible``, ``meeting.no_reason``,
            ``meeting.unknown_status``, ``meeting.personal.…`` or ``meeting.too_long``.
    """
    row = _row(words)

    def work(writer: Writer) -> int:
        number = writer.next_id("decision")
        moment = ground.data_moment or writer.moment()
        rests = {"area": ground.area, "meeting": str(ground.meeting), "chart": ground.chart}
        rests |= {"category": ground.category}
        _write(writer, {"id": number, "edit": 1, **row, **rests, "data_moment": moment}, "take", actor)
        return number

    return store.append(work)


def edit_decision(store: Store, id: int, words: DecisionWords, *, seen: int, actor: str = "") -> None:
    """Change a decision or its status: a new row, the earlier ones stay.

    Args:
        seen: the edit that its writer had before them.

    Raises:
        StoreError: as :func:`take_decision`; ``meeting.unknown_decision`` or ``meeting.edited_meanwhile``.
    """
    row = _row(words)

    def work(writer: Writer) -> None:
        held = _current(writer, id)
        same = all(held[name] == row[name] for name in _EDITED)
        refuse_unless_seen(held, seen, same=same, theirs=f"{held['body']} ({held['responsible']})")
        if not same:
            _write(writer, {**held, **row, "edit": held["edit"] + 1}, "edit", actor)

    store.append(work)


def undo_decision(store: Store, id: int, *, actor: str = "") -> None:
    """Take back the newest edit: the decision stands as before it; one written just now is taken away.

    Raises:
        StoreError: ``meeting.unknown_decision``.
    """

    def work(writer: Writer) -> None:
        history = writer.rows("decision_history", id=id)
        if not history:
            raise StoreError("meeting.unknown_decision")
        held, *earlier = history
        before = {name: earlier[0][name] for name in (*_EDITED, "removed")} if earlier else {"removed": True}
        _write(writer, {**held, **before, "edit": held["edit"] + 1}, "undo", actor)

    store.append(work)


def _row(words: DecisionWords) -> dict[str, Any]:
    """The fields as stored; what lacks is told in the order it would be mended."""
    bare = replace(
        words,
        body=checked(words.body),
        responsible=checked(words.responsible),
        reason=checked(words.reason) if words.status == "dropped" else "",
    )
    if bare.status not in STATUSES:
        raise StoreError("meeting.unknown_status")
    if not bare.body:
        raise StoreError("meeting.no_body")
    if not bare.responsible:
        raise StoreError("meeting.no_responsible")
    if bare.status == "dropped" and not bare.reason:
        raise StoreError("meeting.no_reason")
    return asdict(bare)


def _write(writer: Writer, row: dict[str, Any], action: str, actor: str) -> None:
    writer.insert("decision", [{**row, "actor": actor, "at": now()}])
    writer.audit(actor, f"decision.{action}", f"decision {row['id']}")


def _current(writer: Writer, id: int) -> dict[str, Any]:
    row = newest(writer, "decision_history", id=id)
    if row is None or row["removed"]:
        raise StoreError("meeting.unknown_decision")
    return row
