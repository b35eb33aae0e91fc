"""What people edit in the app: named periods, calendar events, notes. Every edit is a new, audited row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crimestats.categories import categories as known_categories
from crimestats.periods import Period
from crimestats.personal import personal_data
from crimestats.store.errors import StoreError
from crimestats.store.store import Store
from crimestats.store.writer import Writer
from crimestats.weeks import IsoWeek

EVENT_KINDS = ("break", "event", "measure", "holiday")
NOTE_STATUSES = ("new", "explained", "batch")


def save_period(
    store: Store, period: Period, *, area: str = "", actor: str = "", id: int | None = None
) -> int:
    """Record a named period, or a new edit of the one numbered ``id``, and give its number.

    Raises:
        StoreError: ``store.no_name`` or ``store.unknown_period``.
    """
    row = {"name": _name(period.name), "area": area, "actor": actor, **_weeks(period)}
    return store.append(lambda writer: _save(writer, "period", id, row))


def remove_period(store: Store, id: int, *, actor: str = "") -> None:
    """Record that a period no longer stands.

    Raises:
        StoreError: ``store.unknown_period``.
    """
    store.append(lambda writer: _remove(writer, "period", id, actor))


def save_event(
    store: Store,
    kind: str,
    name: str,
    weeks: Period,
    *,
    name_en: str = "",
    area: str = "",
    actor: str = "",
    id: int | None = None,
    categories: Sequence[str] | None = None,
) -> int:
    """Record a school break, event, measure or holiday, or a new edit of the one numbered ``id``.

    Args:
        categories: what a measure is meant against, empty = all reports; None leaves it as it was.

    Raises:
        StoreError: ``store.unknown_kind``, ``store.no_name``, ``store.unknown_category`` or
            ``store.unknown_event``.
    """
    if kind not in EVENT_KINDS:
        raise StoreError("store.unknown_kind", kind=kind)
    row = {"kind": kind, "name": _name(name), "name_en": name_en.strip(), "area": area, "actor": actor}
    if categories is not None:
        row["categories"] = ",".join(map(_known, categories))
    return store.append(lambda writer: _save(writer, "calendar_event", id, {**row, **_weeks(weeks)}))


def remove_event(store: Store, id: int, *, actor: str = "") -> None:
    """Record that a calendar event no longer stands.

    Raises:
        StoreError: ``store.unknown_event``.
    """
    store.append(lambda writer: _remove(writer, "calendar_event", id, actor))


def save_note(
    store: Store,
    area: str,
    category: str,
    week: IsoWeek,
    body: str,
    *,
    status: str = "explained",
    author: str = "",
) -> None:
    """Record an explanation of a week of a series; the newest one is shown.

    Raises:
        StoreError: ``store.unknown_status``; ``notes.empty``, unless it says that nothing is explained;
            ``notes.personal_data``, and the words are neither stored nor repeated.
    """
    if status not in NOTE_STATUSES:
        raise StoreError("store.unknown_status", status=status)
    if not body.strip() and status != "new":
        raise StoreError("notes.empty")
    if personal_data(f"{body} {author}"):
        raise StoreError("notes.personal_data")
    row = {"area": area, "category": category, "week": week.ordinal, "body": body.strip(), "status": status}

    def work(writer: Writer) -> None:
        writer.insert("note", [{**row, "author": author, "at": writer.moment()}])
        writer.audit(author, "note.save", f"{area} {category} {week}")

    store.append(work)


def _save(writer: Writer, table: str, id: int | None, row: dict[str, Any]) -> int:
    number = writer.next_id(table) if id is None else id
    held = {"edit": 0} if id is None else _current(writer, table, number)
    edited = {"id": number, "edit": held["edit"] + 1, "recorded_at": writer.moment()}
    writer.insert(table, [{**held, **row, **edited}])
    writer.audit(row["actor"], f"{table}.save", f"{table} {number}")
    return number


def _remove(writer: Writer, table: str, id: int, actor: str) -> None:
    row = _current(writer, table, id)
    changed = {"edit": row["edit"] + 1, "removed": True, "actor": actor, "recorded_at": writer.moment()}
    writer.insert(table, [{**row, **changed}])
    writer.audit(actor, f"{table}.remove", f"{table} {id}")


def _current(writer: Writer, table: str, id: int) -> dict[str, Any]:
    question = "period_edit" if table == "period" else "calendar_event_edit"
    rows = writer.rows(question, id=id)
    if not rows or rows[0]["removed"]:
        raise StoreError("store.unknown_period" if table == "period" else "store.unknown_event", id=id)
    return rows[0]


def _known(code: str) -> str:
    if code not in known_categories():
        raise StoreError("store.unknown_category", category=code)
    return code


def _name(name: str) -> str:
    if not name.strip():
        raise StoreError("store.no_name")
    return name.strip()


def _weeks(period: Period) -> dict[str, int]:
    return {"first_week": period.first.ordinal, "last_week": period.last.ordinal}
