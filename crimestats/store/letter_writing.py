"""Writes letters: a version of a section, a step of the letter. Append-only; no edit overwrites another's.

Every rule is asked inside the transaction that writes, so that it holds for several processes at once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from crimestats.clock import now
from crimestats.config import settings
from crimestats.personal import kinds_of_personal_data
from crimestats.store.errors import StoreError
from crimestats.store.letters import (
    CHECKED,
    DRAFT,
    GENERATED,
    PUBLISHED,
    SECTIONS,
    Letter,
    LetterKey,
    Status,
    Version,
)
from crimestats.store.store import Store
from crimestats.store.writer import Writer

# Kinds that never belong in a public text; the number of a switchboard or a shared mailbox may.
REFUSED = ("number", "case")
# How a version may come about: of what people write, and of what is generated.
ORIGINS = {False: ("written", "merged", "restored"), True: ("generated", "restored")}


class EditConflict(StoreError):
    """Someone else saved the section meanwhile: ``current`` is their version. Nothing was written."""

    def __init__(self, current: Version) -> None:
        super().__init__("letters.conflict", author=current.author)
        self.current = current


def save_section(
    store: Store,
    key: LetterKey,
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
        StoreError: ``letters.locked``, ``letters.no_name``, ``letters.too_long``, ``letters.personal_data``,
            ``letters.unknown_section``, ``letters.unknown_version`` or ``letters.nothing``.
    """
    if section not in SECTIONS or origin not in ORIGINS[section == GENERATED]:
        raise StoreError("letters.unknown_section", section=section)
    body, author = _tidy(body), _signed(author)
    check_text(body)
    row = {"section": section, "body": body, "author": author, "base": base, "origin": origin}
    return store.append(lambda writer: _add(writer, key, row, data_moment))


def _add(writer: Writer, key: LetterKey, row: dict[str, Any], data_moment: datetime | None) -> int:
    letter, section, body = _held(writer, key), row["section"], row["body"]
    current = letter.sections().get(section)
    _refuse_unless_open(letter, current, row["base"])
    if row["origin"] == "restored" and body not in [version.body for version in letter.history(section)]:
        raise StoreError("letters.unknown_version")
    if current is None and not body:
        raise StoreError("letters.nothing")
    if current and current.body == body and data_moment in (None, current.data_moment):
        return current.id
    number, moment = writer.next_id("text"), data_moment or _data_moment(writer, key.area)
    told = {"id": number, "at": writer.moment(), "data_moment": moment}
    writer.insert("text", [{**key.row(), **row, **told}])
    writer.audit(row["author"], "text.save", f"text {number}: {_name(key)} {section}")
    return number


def set_status(
    store: Store,
    key: LetterKey,
    status: str,
    *,
    actor: str,
    upto: int,
    contradicted: int = 0,
    reason: str = "",
) -> None:
    """Take a letter a step further: checked, published, or a draft again to be corrected.

    Args:
        upto: the newest version (:attr:`Letter.newest`) that the actor has seen.
        contradicted: how many of its claims the data contradict.
        reason: why it is corrected; why it is published although claims are contradicted.

    Raises:
        StoreError: ``letters.no_name``, ``letters.changed_meanwhile``, ``letters.wrong_step``,
            ``letters.nothing``, ``letters.no_reason`` or ``letters.personal_data``.
    """
    actor, reason = _signed(actor), reason.strip()
    check_text(reason)
    if not reason and (status == DRAFT or (status == PUBLISHED and contradicted)):
        raise StoreError("letters.no_reason")

    def work(writer: Writer) -> None:
        letter = _held(writer, key)
        _refuse_unless_next(letter, status, upto)
        edition = letter.edition + (1 if status == DRAFT else 0)
        row = {**key.row(), "status": status, "edition": edition, "upto": upto, "actor": actor}
        told = {"contradicted": contradicted, "reason": reason, "at": writer.moment()}
        writer.insert("letter_status", [{**row, **told, "data_moment": _behind(writer, letter)}])
        writer.audit(actor, f"letter.{status}", f"{_name(key)}, {edition}")

    store.append(work)


def note_export(store: Store, key: LetterKey, form: str, *, actor: str = "") -> None:
    """Put on the record that a letter was taken out as a file."""
    store.append(lambda writer: writer.audit(actor, "letter.export", f"{_name(key)} {form}"))


def check_text(text: str) -> None:
    """Refuse a text that must not be kept.

    Raises:
        StoreError: ``letters.too_long`` or, with the line and never the value, ``letters.personal_data.…``.
    """
    words, most = len(text.split()), settings().letters.max_words
    if words > most or len(text) > 10 * most:
        raise StoreError("letters.too_long", words=words, most=most)
    for number, line in enumerate(text.splitlines(), 1):
        for kind in kinds_of_personal_data(line):
            if kind in REFUSED:
                raise StoreError(f"letters.personal_data.{kind}", line=number)


def _refuse_unless_open(letter: Letter, current: Version | None, base: int) -> None:
    if letter.status == PUBLISHED:
        raise StoreError("letters.locked")
    if current and current.id != base:
        raise EditConflict(current)


def _refuse_unless_next(letter: Letter, status: str, upto: int) -> None:
    steps = {CHECKED: (DRAFT,), PUBLISHED: (CHECKED,), DRAFT: (PUBLISHED,)}
    if letter.newest != upto:
        raise StoreError("letters.changed_meanwhile")
    if letter.empty:
        raise StoreError("letters.nothing")
    if letter.status not in steps[status]:
        raise StoreError("letters.wrong_step")


def _held(writer: Writer, key: LetterKey) -> Letter:
    """The letter as it stands inside this transaction."""
    versions = tuple(Version(**row) for row in writer.rows("text_versions", **key.asked()))
    return Letter(
        key, versions, tuple(Status(**row) for row in writer.rows("letter_statuses", **key.asked()))
    )


def _data_moment(writer: Writer, area: str) -> datetime:
    """The newest moment at which the area's figures changed; this moment where it has none."""
    rows: list[dict[str, Any]] = writer.rows("data_moments", area=area)
    return rows[0]["moment"] if rows else now()


def _behind(writer: Writer, letter: Letter) -> datetime:
    """What a letter stands on: the data of its statistics, else those of its newest section."""
    sections = letter.sections()
    if held := sections.get(GENERATED):
        return held.data_moment
    return max((one.data_moment for one in sections.values()), default=_data_moment(writer, letter.key.area))


def _tidy(body: str) -> str:
    """One kind of line ends, no blank lines around."""
    return body.replace("\r\n", "\n").replace("\r", "\n").strip()


def _signed(name: str) -> str:
    if not name.strip():
        raise StoreError("letters.no_name")
    check_text(name)
    return name.strip()


def _name(key: LetterKey) -> str:
    return f"{key.area} {key.period.key} {key.lang}"
