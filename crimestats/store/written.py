"""What every table of people's words shares: no personal data, the newest edit by number, no lost edit."""

from __future__ import annotations

from typing import Any

from crimestats.personal import personal_data
from crimestats.store.errors import StoreError
from crimestats.store.writer import Writer

# A note or a decision is a paragraph, not a report.
LONGEST = 4000


def checked(words: str) -> str:
    """Words that may be stored, without space around them. What was found is never repeated.

    Raises:
        StoreError: ``meeting.personal`` or ``meeting.too_long``.
    """
    bare = words.strip()
    if len(bare) > LONGEST:
        raise StoreError("meeting.too_long", n=len(bare), most=LONGEST)
    if kind := personal_data(bare):
        raise StoreError(f"meeting.personal.{kind}")
    return bare


def newest(writer: Writer, question: str, **key: object) -> dict[str, Any] | None:
    """The newest edit that a question gives first; None where there is none yet."""
    rows = writer.rows(question, **key)
    return rows[0] if rows else None


def refuse_unless_seen(held: dict[str, Any] | None, seen: int, *, same: bool, theirs: str) -> None:
    """Refuse to write over what its writer never saw. The same words written twice are no conflict.

    Args:
        held: the newest edit. seen: the edit that the writer had before them, 0 = none.
        same: whether the newest edit already says what is to be written.
        theirs: what it says.

    Raises:
        StoreError: ``meeting.edited_meanwhile`` with the other's words.
    """
    if held and held["edit"] != seen and not same:
        raise StoreError("meeting.edited_meanwhile", theirs=theirs)
