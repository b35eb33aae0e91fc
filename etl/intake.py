"""Receives a file: its size, what it really is, and its fingerprint. Nothing of it is parsed here."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from pathlib import PurePath

from crimestats.config import settings
from etl.readers.refused import Limits, Refused

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Office puts this stream into the container of a workbook with a password.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NAMES = {"workbook": (".xlsx", ".xlsm", ""), "text": (".csv", ".tsv", ".txt", "")}


@dataclass(frozen=True, slots=True)
class Received:
    """A file at the door: ``kind`` is ``workbook`` or ``text``, from its bytes and not from its name."""

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
        Refused: for empty, too large, encrypted, old (.xls) and unknown files, and for a name that lies.
    """
    if not data:
        raise Refused("file_empty")
    cap = settings().upload.max_file_mb
    if len(data) > cap * 2**20:
        raise Refused("file_too_large", megabytes=cap)
    base = PurePath(name.replace("\\", "/")).name
    kind = _kind(data)
    extension = PurePath(base).suffix.lower()
    if extension == ".ods":
        raise Refused("file_ods")
    if extension not in _NAMES[kind]:
        raise Refused(f"extension_of_{kind}", extension=extension)
    return Received(base, data, kind, hashlib.sha256(data).hexdigest())


def _kind(data: bytes) -> str:
    if data.startswith(_ZIP):
        return "workbook"
    if data.startswith(_OLE):
        raise Refused("file_encrypted" if _ENCRYPTED in data else "file_xls")
    head = data[:4096]
    if head.startswith((b"%PDF", b"{\\rtf", b"\x1f\x8b", b"\x89PNG", b"PK", b"7z", b"Rar!")):
        raise Refused("file_unknown")
    # Control characters stand in no text but in nearly everything else; UTF-16 is full of zeros.
    if sum(byte < 9 or 13 < byte < 32 for byte in head) - head.count(0) > len(head) // 50:
        raise Refused("file_unknown")
    return "text"
