"""One message of JSON and bytes, as it goes to the marking child and back."""

from __future__ import annotations

import json
import struct
from typing import Any

_LENGTH = struct.Struct(">Q")


def packed(plain: dict[str, Any], data: bytes) -> bytes:
    """Eight bytes with the length of the JSON, the JSON, the bytes."""
    head = json.dumps(plain, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return _LENGTH.pack(len(head)) + head + data


def unpacked(message: bytes) -> tuple[dict[str, Any], bytes]:
    """The inverse.

    Raises:
        ValueError: when the message is cut short, as of a child that was killed.
    """
    if len(message) < _LENGTH.size:
        raise ValueError("no message")
    end = _LENGTH.size + _LENGTH.unpack_from(message)[0]
    head = message[_LENGTH.size : end].decode("utf-8", "surrogatepass")
    plain: dict[str, Any] = json.loads(head)
    return plain, message[end:]
