"""Writes bulletins: a version of a section, a step of one. Append-only; no edit overwrites another's.

Every rule is asked inside the transaction that writes, so that it holds for several processes at once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from crimestats.clock import now
from crimestats.config import settings
from crimestats.personal import kinds_of_personal_data
from crimestats.store.bulletins import (
    CHECKED,
    DRAFT,
    GENERATED,
    PUBLISHED,
    SECTIONS,
    Bulletin,
    BulletinKey,
    Status,
    Version,
)
from crimestats.store.errors import StoreError
from crimestats.store.store import Store
from crimestats.store.writer import Writer

# Kinds that never belong in a public text; the number of a switchboard or a shared mailbox may.
REFUSED = ("number", "case")
# How a version may come about: of what people write, and of what is generated.
ORIGINS = {False: ("written", "merged", "restored"), True: ("generated", "restored")}


class EditConflict(StoreError):
    """Someone else saved the section meanwhile: ``current`` is their version. Nothing was written."""

    def __init__(self, current: Version) -> None:
        super().__init__("bulletin.conflict", author=current.author)
        self.current = current


def save_section(
    store: Store,
    key: BulletinKey,
    section: str,
    body: str,
    *,
    author: str,
    base: int,
    origin: str = "written",
    data_moment: datetime | None = None,
) -> int:
    """Append a version of a section and give its number; a text that says the same as now is none.

    Args:
        base: the version that the writer started from, 0 where there was none.
        data_moment: the data the text was written on; None = those of this moment.

    Raises:
        EditConflict: the section has a newer version than ``base``.
        StoreError: ``bulletin.locked``, ``bulletin.no_name``, ``bulletin.too_long``,
            ``bulletin.personal_data.…``, ``bulletin.unknown_section``, ``bulletin.unknown_version``,
            ``bulletin.nothing``.
    """
    if section not in SECTIONS or origin not in ORIGINS[section == GENERATED]:
        raise StoreError("bulletin.unknown_section", section=section)
    body, author = _tidy(body), _signed(author)
    check_text(body)
    row = {"section": section, "body": body, "author": author, "base": base, "origin": origin}
    return store.append(lambda writer: _add(writer, key, row, data_moment))


def _add(writer: Writer, key: BulletinKey, row: dict[str, Any], data_moment: datetime | None) -> int:
    bulletin, section, body = _held(writer, key), row["section"], row["body"]
    current = bulletin.sections().get(section)
    _refuse_unless_open(bulletin, current, row["base"])
    if row["origin"] == "restored" and body not in [version.body for version in bulletin.history(section)]:
        raise StoreError("bulletin.unknown_version")
    if current is None and not body:
        raise StoreError("bulletin.nothing")
    if current and current.body == body and data_moment in (None, current.data_moment):
        return current.id
    number, moment = writer.next_id("text"), data_moment or _data_moment(writer, key.area)
    told = {"id": number, "at": writer.moment(), "data_moment": moment}
    writer.insert("text", [{**key.row(), **row, **told}])
    writer.audit(row["author"], "text.save", f"text {number}: {_name(key)} {section}")
    return number


def set_status(
    store: Store,
    key: BulletinKey,
    status: str,
    *,
    actor: str,
    upto: int,
    contradicted: int = 0,
    reason: str = "",
) -> None:
    """Take a bulletin a step further: checked, published, or a draft again to be corrected.

    Args:
        upto: the newest version (:attr:`Bulletin.newest`) that the actor has seen.
        contradicted: how many of its claims the data contradict.
        reason: why it is corrected; why it is published although claims are contradicted.

    Raises:
        StoreError: ``bulletin.no_name``, ``bulletin.changed_meanwhile``, ``bulletin.wrong_step``,
            ``bulletin.nothing``, ``bulletin.no_reason`` or ``bulletin.personal_data``.
    """
    actor, reason = _signed(actor), reason.strip()
    check_text(reason)
    if not reason and (status == DRAFT or (status == PUBLISHED and contradicted)):
        raise StoreError("bulletin.no_reason")

    def work(writer: Writer) -> None:
        bulletin = _held(writer, key)
        _refuse_unless_next(bulletin, status, upto)
        edition = bulletin.edition + (1 if status == DRAFT else 0)
        row = {**key.row(), "status": status, "edition": edition, "upto": upto, "actor": actor}
        told = {"contradicted": contradicted, "reason": reason, "at": writer.moment()}
        writer.insert("bulletin_status", [{**row, **told, "data_moment": _behind(writer, bulletin)}])
        writer.audit(actor, f"bulletin.{status}", f"{_name(key)}, {edition}")

    store.append(work)


def note_export(store: Store, key: BulletinKey, form: str, *, actor: str = "") -> None:
    """Put on the record that a bulletin was taken out as a file."""
    store.append(lambda writer: writer.audit(actor, "bulletin.export", f"{_name(key)} {form}"))


def check_text(text: str) -> None:
    """Refuse a text that must not be kept.

    Raises:
        StoreError: ``bulletin.too_long`` or, with the line and never the value, ``bulletin.personal_data.…``.
    """
    words, most = len(text.split()), settings().bulletin.max_words
    if words > most or len(text) > 10 * most:
        raise StoreError("bulletin.too_long", words=words, most=most)
    for number, line in enumerate(text.splitlines(), 1):
        for kind in kinds_of_personal_data(line):
            if kind in REFUSED:
                raise StoreError(f"bulletin.personal_data.{kind}", line=number)


def _refuse_unless_open(bulletin: Bulletin, current: Version | None, base: int) -> None:
    if bulletin.status == PUBLISHED:
        raise StoreError("bulletin.locked")
    if current and current.id != base:
        raise EditConflict(current)


def _refuse_unless_next(bulletin: Bulletin, status: str, upto: int) -> None:
    steps = {CHECKED: (DRAFT,), PUBLISHED: (CHECKED,), DRAFT: (PUBLISHED,)}
    if bulletin.newest != upto:
        raise StoreError("bulletin.changed_meanwhile")
    if bulletin.empty:
        raise StoreError("bulletin.nothing")
    if bulletin.status not in steps[status]:
        raise StoreError("bulletin.wrong_step")


def _held(writer: Writer, key: BulletinKey) -> Bulletin:
    """The bulletin as it stands inside this transaction."""
    versions = tuple(Version(**row) for row in writer.rows("text_versions", **key.asked()))
    return Bulletin(
        key, versions, tuple(Status(**row) for row in writer.rows("bulletin_statuses", **key.asked()))
    )


def _data_moment(writer: Writer, area: str) -> datetime:
    """The newest moment at which the area's figures changed; this moment where it has none."""
    rows: list[dict[str, Any]] = writer.rows("data_moments", area=area)
    return rows[0]["moment"] if rows else now()


def _behind(writer: Writer, bulletin: Bulletin) -> datetime:
    """What a bulletin stands on: the data of its statistics, else those of its newest section."""
    sections = bulletin.sections()
    if held := sections.get(GENERATED):
        return held.data_moment
    return max(
        (one.data_moment for one in sections.values()), default=_data_moment(writer, bulletin.key.area)
    )


def _tidy(body: str) -> str:
    """One kind of line ends, no blank lines around."""
    return body.replace("\r\n", "\n").replace("\r", "\n").strip()


def _signed(name: str) -> str:
    if not name.strip():
        raise StoreError("bulletin.no_name")
    check_text(name)
    return name.strip()


def _name(key: BulletinKey) -> str:
    return f"{key.area} {key.period.key} {key.lang}"
