"""Meetings: made, closed, opened again; their agenda and who took part. Every edit is a new row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from crimestats.clock import now
from crimestats.periods import Period
from crimestats.store.errors import StoreError
from crimestats.store.store import Store
from crimestats.store.writer import Writer
from crimestats.store.written import checked, newest, refuse_unless_seen

KINDS = ("month", "week")
PARTIES = ("police", "municipality", "housing", "guards", "youth", "other")
_OPEN, _CLOSED, _REMOVED = "open", "closed", "removed"


def make_meeting(store: Store, area: str, kind: str, weeks: Period, held_on: date, *, actor: str = "") -> int:
    """Record a meeting about some weeks and give its number; one that is open already is that meeting."""

    def work(writer: Writer) -> int:
        for row in writer.rows("meetings", area=area):
            same = (row["kind"], row["first_week"], row["last_week"]) == (kind, *_ends(weeks))
            if same and row["status"] == _OPEN:
                return int(row["id"])
        number = writer.next_id("meeting")
        row = {"id": number, "area": area, "kind": kind, "held_on": held_on, "status": _OPEN}
        first, last = _ends(weeks)
        made = {"first_week": first, "last_week": last, "actor": actor, "at": now()}
        writer.insert("meeting", [{**row, **made}])
        writer.audit(actor, "meeting.make", f"meeting {number}")
        return number

    return store.append(work)


def move_meeting(store: Store, id: int, held_on: date, *, actor: str = "") -> None:
    """Set another day for a meeting.

    Raises:
        StoreError: ``meeting.unknown`` or ``meeting.closed``.
    """
    store.append(lambda writer: _edit(writer, id, "move", actor, {"held_on": held_on}))


def remove_meeting(store: Store, id: int, *, actor: str = "") -> None:
    """Take an open meeting off the list; its rows and decisions stay.

    Raises:
        StoreError: ``meeting.unknown`` or ``meeting.closed``.
    """
    store.append(lambda writer: _edit(writer, id, "remove", actor, {"status": _REMOVED}))


def close_meeting(
    store: Store, id: int, bodies: Mapping[str, str], data_moment: datetime, *, actor: str = ""
) -> None:
    """Freeze what a meeting saw, one body of JSON per language, and close it.

    Raises:
        StoreError: ``meeting.unknown`` or ``meeting.closed``.
    """

    def work(writer: Writer) -> None:
        changed = {"status": _CLOSED, "data_moment": data_moment}
        edit = _edit(writer, id, "close", actor, changed)
        rows = [{"meeting_id": id, "edit": edit, "lang": lang, "body": body} for lang, body in bodies.items()]
        writer.insert("meeting_frozen", [{**row, "at": now()} for row in rows])

    store.append(work)


def reopen_meeting(store: Store, id: int, *, actor: str = "") -> None:
    """Undo a closing. The meeting goes on with the data it had: closing it again shows nothing newer.

    Raises:
        StoreError: ``meeting.unknown`` or ``meeting.not_closed``.
    """

    def work(writer: Writer) -> None:
        if _current(writer, id)["status"] != _CLOSED:
            raise StoreError("meeting.not_closed")
        _edit(writer, id, "reopen", actor, {"status": _OPEN}, closed=True)

    store.append(work)


def arrange(
    store: Store, id: int, order: Sequence[str], *, shown: Mapping[str, bool] | None = None, actor: str = ""
) -> None:
    """Put slides in an order, and add or drop some; their notes stay.

    Raises:
        StoreError: ``meeting.unknown`` or ``meeting.closed``.
    """
    wanted: dict[str, dict[str, Any]] = {slide: {"position": float(n)} for n, slide in enumerate(order)}
    for slide, is_shown in (shown or {}).items():
        wanted.setdefault(slide, {})["shown"] = is_shown

    def work(writer: Writer) -> None:
        _open_one(writer, id)
        held = {row["slide"]: row for row in writer.rows("agenda_items", meeting_id=id)}
        for slide, change in wanted.items():
            _write_item(writer, id, slide, held.get(slide), change, actor)
        writer.audit(actor, "meeting.arrange", f"meeting {id}")

    store.append(work)


def save_note(store: Store, id: int, slide: str, note: str, *, seen: int, actor: str = "") -> None:
    """Write the presenter's note of a slide.

    Args:
        seen: the edit of the slide's row that the writer had before them, 0 = none.

    Raises:
        StoreError: ``meeting.unknown``, ``meeting.closed``, ``meeting.edited_meanwhile``,
            ``meeting.personal.…`` or ``meeting.too_long``.
    """
    words = checked(note)

    def work(writer: Writer) -> None:
        _open_one(writer, id)
        held = {row["slide"]: row for row in writer.rows("agenda_items", meeting_id=id)}.get(slide)
        _refuse_lost(held, seen, words)
        _write_item(writer, id, slide, held, {"note": words}, actor)

    store.append(work)


def save_attendance(
    store: Store, id: int, party: str, note: str, *, present: bool, seen: int, actor: str = ""
) -> None:
    """Write whether a party took part, and what it told.

    Raises:
        StoreError: as :func:`save_note`; ``meeting.unknown_party``.
    """
    words = checked(note)
    if party not in PARTIES:
        raise StoreError("meeting.unknown_party")

    def work(writer: Writer) -> None:
        _open_one(writer, id)
        held = {row["party"]: row for row in writer.rows("attendance", meeting_id=id)}.get(party)
        _refuse_lost(held, seen, words)
        told = {"meeting_id": id, "party": party, "present": present, "note": words}
        edit = held["edit"] + 1 if held else 1
        writer.insert("attendance", [{**told, "edit": edit, "actor": actor, "at": now()}])

    store.append(work)


def _refuse_lost(held: dict[str, Any] | None, seen: int, note: str) -> None:
    """A row without a note, such as one that only orders the agenda, holds no words to lose."""
    theirs = held["note"] if held else ""
    refuse_unless_seen(held, seen, same=theirs in ("", note), theirs=theirs)


def _write_item(
    writer: Writer, id: int, slide: str, held: Mapping[str, Any] | None, change: Mapping[str, Any], actor: str
) -> None:
    blank = {"position": None, "shown": True, "note": ""}
    row = {name: held[name] if held else value for name, value in blank.items()}
    if held and all(held[name] == value for name, value in change.items()):
        return
    edited = {"meeting_id": id, "slide": slide, "edit": held["edit"] + 1 if held else 1}
    writer.insert("agenda_item", [{**row, **change, **edited, "actor": actor, "at": now()}])


def _edit(
    writer: Writer, id: int, action: str, actor: str, change: Mapping[str, Any], *, closed: bool = False
) -> int:
    row = _current(writer, id) if closed else _open_one(writer, id)
    edit = int(row["edit"]) + 1
    writer.insert("meeting", [{**row, **change, "edit": edit, "actor": actor, "at": now()}])
    writer.audit(actor, f"meeting.{action}", f"meeting {id}")
    return edit


def _open_one(writer: Writer, id: int) -> dict[str, Any]:
    row = _current(writer, id)
    if row["status"] == _CLOSED:
        raise StoreError("meeting.closed")
    return row


def _current(writer: Writer, id: int) -> dict[str, Any]:
    row = newest(writer, "meeting_edit", id=id)
    if row is None or row["status"] == _REMOVED:
        raise StoreError("meeting.unknown")
    return row


def _ends(weeks: Period) -> tuple[int, int]:
    return weeks.first.ordinal, weeks.last.ordinal
