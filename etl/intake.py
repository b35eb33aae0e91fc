"""Receives a file: its size, what it really is, and its fingerprint. Nothing of it is parsed here."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from pathlib import PurePath

from crimestats.config import settings
from etl.kept_xls import OLE
from etl.readers.refused import Limits, Refused

_ZIP = b"PK\x03\x04"
# Office puts this stream into the container of a workbook with a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# The first part of an OpenDocument archive says what it is, uncompressed.
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_NAMES = {
    "workbook": (".xlsx", ".xlsm", ""),
    "xls": (".xls", ""),
    "ods": (".ods", ""),
    "text": (".csv", ".tsv", ".txt", ""),
}


@dataclass(frozen=True, slots=True)
class Received:
    """A file at the door: ``kind`` (``workbook xls ods text``) is from its bytes and not from its name."""

    name: str
    data: bytes
    kind: str
    sha256: str


def limits() -> Limits:
    """The limits of the settings, as the reader child takes them."""
    return Limits(**asdict(settings().upload))


def receive(name: str, data: bytes) -> Received:
    """Take a file in.

    Raises:
        Refused: for empty, too large, encrypted and unknown files, and for a name that lies.
    """
    if not data:
        raise Refused("file_empty")
    cap = settings().upload.max_file_mb
    if len(data) > cap * 2**20:
        raise Refused("file_too_large", megabytes=cap)
    base = PurePath(name.replace("\\", "/")).name
    kind = _kind(data)
    extension = PurePath(base).suffix.lower()
    if extension not in _NAMES[kind]:
        raise Refused(f"extension_of_{kind}", extension=extension)
    return Received(base, data, kind, hashlib.sha256(data).hexdigest())


def _kind(data: bytes) -> str:
    if data.startswith(_ZIP):
        bare = b"content.xml" in data and b"[Content_Types].xml" not in data
        return "ods" if bare or _OPEN_DOCUMENT in data[:200] else "workbook"
    if data.startswith(OLE):
        if _ENCRYPTED in data:
            raise Refused("file_encrypted")
        return "xls"
    head = data[:4096]
    if head.startswith((b"%PDF", b"{\\rtf", b"\x1f\x8b", b"\x89PNG", b"PK", b"7z", b"Rar!")):
        raise Refused("file_unknown")
    # Control characters stand in no text but in nearly everything else; UTF-16 is full of zeros.
    if sum(byte < 9 or 13 < byte < 32 for byte in head) - head.count(0) > len(head) // 50:
        raise Refused("file_unknown")
    return "text"
