"""Uploaded bytes, kept untouched beside the store under their fingerprint."""

from __future__ import annotations

import contextlib
import hashlib
import re
import time
from pathlib import Path

from crimestats.store import files
from crimestats.store.errors import StoreError

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_ORPHAN_SECONDS = 3600


def put(folder: Path, data: bytes) -> str:
    """Keep the bytes and give their SHA-256 in hex. The same bytes are kept once."""
    fingerprint = hashlib.sha256(data).hexdigest()
    path = _path(folder, fingerprint)
    if not path.exists() or path.stat().st_size != len(data):
        path.parent.mkdir(parents=True, exist_ok=True)
        files.write_whole(path, data)
    return fingerprint


def get(folder: Path, fingerprint: str) -> bytes:
    """The bytes of a fingerprint.

    Raises:
        StoreError: ``store.file_missing``, or ``store.file_damaged`` when they no longer fit it.
    """
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise StoreError("store.file_missing", fingerprint=fingerprint[:12])
    try:
        data = _path(folder, fingerprint).read_bytes()
    except FileNotFoundError:
        raise StoreError("store.file_missing", fingerprint=fingerprint[:12]) from None
    if hashlib.sha256(data).hexdigest() != fingerprint:
        raise StoreError("store.file_damaged", fingerprint=fingerprint[:12])
    return data


def clean(folder: Path) -> None:
    """Remove half-written files of killed processes; young ones may still be being written."""
    for file in (folder / "files").glob("*/tmp-*"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - file.stat().st_mtime > _ORPHAN_SECONDS:
                file.unlink()


def _path(folder: Path, fingerprint: str) -> Path:
    return folder / "files" / fingerprint[:2] / fingerprint
