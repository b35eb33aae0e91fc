"""What an old Excel workbook says beside its cells: record by record, and its document properties.

Record numbers: Microsoft, [MS-XLS], section 2.3; property sets: [MS-OLEPS].
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from xlrd.compdoc import CompDoc, CompDocError

from etl.readers.beside import Text, could_be_personal

# Records with texts of people, and the kind of place they stand in.
_RECORDS = {
    0x0014: "edge", 0x0015: "edge", 0x0338: "edge", 0x0018: "name", 0x01BE: "rule", 0x01B1: "rule",
    0x01B8: "link", 0x0059: "link", 0x01AE: "link", 0x0800: "link", 0x100D: "chart", 0x00CD: "pivot",
    0x01B6: "shape", 0x005D: "shape", 0x00EC: "shape",
}  # fmt: skip
_CONTINUED = 0x003C
# Shared strings, their continuations included, stand in cells; the parts of a text box continue it.
_TEXTS_GO_ON = {0x01B6, 0x00EC, 0x005D}
_LATIN = re.compile(rb"[\x20-\x7e\xa0-\xff]{7,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00){7,}")
_PROPERTIES = {2: "title", 3: "subject", 5: "keywords", 6: "description"}
_AUTHORS = (4, 8)
_TEXT_KINDS = (30, 31)


def texts_beside(data: bytes) -> list[Text]:
    """Every text outside the cells that could hold personal data: sheet (not told here), place, text."""
    found: dict[Text, None] = {}
    last = 0
    for number, body in _records(_stream(data, "Workbook") or _stream(data, "Book")):
        place = _RECORDS.get(number, "")
        if number == _CONTINUED and last in _TEXTS_GO_ON:
            place = "shape"
        elif number != _CONTINUED:
            last = number
        for text in _texts(body) if place else ():
            if could_be_personal(text):
                found["", place, text] = None
    return list(found)


def properties(data: bytes) -> tuple[dict[str, str], bool]:
    """The document properties by place, and whether they name who made the file."""
    stream = _stream(data, "\x05SummaryInformation")
    held = dict(_property_set(stream)) if stream else {}
    texts = {f"property:{name}": held[key] for key, name in _PROPERTIES.items() if held.get(key, "").strip()}
    more = _stream(data, "\x05DocumentSummaryInformation")
    for n, text in enumerate(_texts(more)):
        texts[f"property:{n}"] = text
    return texts, any(held.get(key, "").strip() for key in _AUTHORS)


def _stream(data: bytes, name: str) -> bytes:
    try:
        return bytes(CompDoc(data).get_named_stream(name) or b"")
    except (CompDocError, IndexError, struct.error):
        return b""


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, at)
        yield number, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _texts(body: bytes) -> Iterator[str]:
    """Runs of letters in one byte each, or in two."""
    yield from (found[0].decode("cp1252", "replace") for found in _LATIN.finditer(body))
    for found in _WIDE.finditer(body):
        yield found[0].decode("utf-16-le", "replace")


def _property_set(stream: bytes) -> Iterator[tuple[int, str]]:
    """(property, text) of the first section; what is cut short is passed over."""
    try:
        section = struct.unpack_from("<L", stream, 44)[0]
        count = min(struct.unpack_from("<L", stream, section + 4)[0], 200)
        for n in range(count):
            key, offset = struct.unpack_from("<LL", stream, section + 8 + 8 * n)
            kind, size = struct.unpack_from("<LL", stream, section + offset)
            if kind in _TEXT_KINDS:
                wide = kind == 31
                raw = stream[section + offset + 8 : section + offset + 8 + size * (2 if wide else 1)]
                yield key, raw.decode("utf-16-le" if wide else "cp1252", "replace").strip("\0")
    except struct.error:
        return
