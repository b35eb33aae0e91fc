"""Takes an upload back, and puts it back again. Nothing is deleted: each is a row with who, when and why."""

from __future__ import annotations

from crimestats.personal import personal_data
from crimestats.store.errors import StoreError
from crimestats.store.store import Store
from crimestats.store.writer import Writer


def withdraw(store: Store, upload_id: int, actor: str, reason: str) -> None:
    """Take an upload back: from now on its counts are not known, as known earlier they still are.

    Raises:
        StoreError: ``store.unknown_upload``, ``store.no_reason``, ``store.personal_data`` or
            ``store.already_withdrawn``.
    """
    _act(store, upload_id, "withdraw", actor, reason)


def reinstate(store: Store, upload_id: int, actor: str, reason: str) -> None:
    """Put a withdrawn upload back; it is again as new as the day it was received.

    Raises:
        StoreError: ``store.unknown_upload``, ``store.no_reason``, ``store.personal_data`` or
            ``store.not_withdrawn``.
    """
    _act(store, upload_id, "reinstate", actor, reason)


def _act(store: Store, upload_id: int, action: str, actor: str, reason: str) -> None:
    if not reason.strip():
        raise StoreError("store.no_reason")
    if personal_data(reason):
        raise StoreError("store.personal_data")

    def work(writer: Writer) -> None:
        # Asked inside the transaction: two people may press the button at the same time.
        _refuse_unless_changed(writer, upload_id, action)
        row = {"upload_id": upload_id, "action": action, "actor": actor, "reason": reason.strip()}
        writer.insert("withdrawal", [{**row, "at": writer.moment()}])
        writer.audit(actor, f"upload.{action}", f"upload {upload_id}")

    store.append(work)


def _refuse_unless_changed(writer: Writer, upload_id: int, action: str) -> None:
    found = {row["id"]: row["withdrawn"] for row in writer.rows("uploads")}
    if upload_id not in found:
        raise StoreError("store.unknown_upload", upload=upload_id)
    if action == "withdraw" and found[upload_id]:
        raise StoreError("store.already_withdrawn", upload=upload_id)
    if action == "reinstate" and not found[upload_id]:
        raise StoreError("store.not_withdrawn", upload=upload_id)
