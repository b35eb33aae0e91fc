"""Looks a zipped workbook over before it is parsed: the bombs that would kill the parser are found here.

Every part is inflated once, counted, and searched; nothing is built from it. The bounds lie far above what
honest files hold, and low enough that what passes is parsed within the reader's limits.
"""

from __future__ import annotations

import io
import itertools
import re
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.readers.beside import Beside, Text
from etl.readers.refused import MAX_TEXT, Limits, Refused
from etl.readers.shared_texts import SharedTexts

_MAX_PARTS, _MAX_DIRECTORY = 5_000, 2 << 20
MAX_SHEETS, _MAX_FORMATS = 300, 65_490
# Elements that are neither cells nor rows nor shared strings: each becomes an object of its own.
_MAX_ELEMENTS = 400_000
_CHUNK = 1 << 18
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[ >/]")
# Ranges that the parser turns into one object per cell.
_SPREAD = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
_FORMAT = re.compile(rb"<(?:\w+:)?xf[ >/]")
# A character takes at most six bytes as an entity and four as itself.
_LONG_TEXT = re.compile(rb">[^<]{%d}" % (MAX_TEXT * 6 + 1))
# A list of ranges in one attribute becomes an object for each.
_LONG_ATTRIBUTE = re.compile(rb"=(?:\"[^\"<]{200001}|'[^'<]{200001})")
_XML = (".xml", ".rels", ".vml")
_DIRECTORY_END, _ENCRYPTED = b"PK\x05\x06", 1


@dataclass
class Contents:
    """What the parts of a workbook say about it. ``beside``: the texts outside its cells."""

    parts: set[str] = field(default_factory=set)
    formulas: bool = False
    beside: list[Text] = field(default_factory=list)

    @property
    def macros(self) -> bool:
        return any(name.endswith("vbaProject.bin") for name in self.parts)

    @property
    def persons(self) -> bool:
        """Whether it lists those who took part in threaded comments, with their accounts."""
        return any(name.startswith("xl/persons/") for name in self.parts)


def inspect(data: bytes, limits: Limits) -> Contents:
    """Inflate every part of an Excel workbook once, counting, and look for what no honest one holds.

    Raises:
        Refused: ``file_broken``, ``file_inflates``, ``file_entities``, ``file_too_heavy``,
            ``file_encrypted``, ``too_many_cells``, ``too_many_sheets``, ``cell_too_long`` or, for a zip that
            holds something else, ``file_unknown`` and ``file_xlsb``.
    """
    contents, cells, beside = Contents(), limits.max_cells, Beside()
    shared = SharedTexts(limits.max_inflated_mb * 2**20)
    with opened(data) as archive:
        contents.parts = set(archive.namelist())
        _must_be_workbook(contents.parts)
        for name, body in inflated(archive, limits):
            if not name.endswith(_XML):
                continue
            look_for_entities(body)
            # The cheapest searches first: a file made to harm is refused before the dear ones.
            _look_for_heaps(name, body)
            if name.startswith("xl/worksheets/"):
                cells -= _cells_in(body, cells)
                if cells < 0:
                    raise Refused("too_many_cells")
                contents.formulas |= _FORMULA.search(body) is not None
            shared.count(name, body)
            beside.take(name, body)
    contents.beside = beside.texts()
    return contents


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, once its list of parts is known to be short and plain.

    Raises:
        Refused: ``file_broken``, ``file_inflates`` or ``file_encrypted``.
    """
    end = data.rfind(_DIRECTORY_END)
    if end < 0 or len(data) < end + 22:
        raise Refused("file_broken")
    if struct.unpack_from("<L", data, end + 12)[0] > _MAX_DIRECTORY:
        raise Refused("file_inflates")
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = archive.infolist()
    if len(parts) > _MAX_PARTS:
        raise Refused("file_inflates")
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Refused("file_encrypted")
    names = [part.filename for part in parts]
    # Nothing is ever unpacked to a disk; yet no honest workbook names a part outside itself, or one twice.
    if len(set(names)) < len(names) or any(".." in name.split("/") or name[:1] == "/" for name in names):
        raise Refused("file_broken")
    return archive


def inflated(archive: zipfile.ZipFile, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Every part's name and bytes. The sizes that an archive states can lie, so the real bytes are counted.

    Raises:
        Refused: ``file_inflates``.
    """
    left = limits.max_inflated_mb * 2**20
    # Shared strings first: what the sheets make of them depends on their lengths.
    for part in sorted(archive.infolist(), key=lambda one: not one.filename.startswith("xl/sharedStrings")):
        body = bytearray()
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                body += chunk
                if len(body) > left:
                    raise Refused("file_inflates")
        left -= len(body)
        yield part.filename, bytes(body)


def look_for_entities(body: bytes) -> None:
    """Entities cannot stand in an honest part; a part in UTF-16 would hide them from the search.

    Raises:
        Refused: ``file_entities``.
    """
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or body[:1] == b"\0" or body[1:2] == b"\0":
        raise Refused("file_entities")
    if _ENTITY.search(body):
        raise Refused("file_entities")


def _must_be_workbook(parts: set[str]) -> None:
    if "xl/workbook.bin" in parts:
        raise Refused("file_xlsb")
    if "[Content_Types].xml" not in parts or not any(part.startswith("xl/") for part in parts):
        raise Refused("file_unknown")


def _look_for_heaps(name: str, body: bytes) -> None:
    """Texts, sheets, formats and other elements in numbers that only serve to exhaust the parser."""
    if _LONG_TEXT.search(body) and name.startswith(("xl/worksheets/", "xl/sharedStrings")):
        raise Refused("cell_too_long")
    if name == "xl/workbook.xml" and _count(_SHEET, body, MAX_SHEETS) > MAX_SHEETS:
        raise Refused("too_many_sheets")
    if name == "xl/styles.xml" and _count(_FORMAT, body, _MAX_FORMATS) > _MAX_FORMATS:
        raise Refused("file_too_heavy")
    if name.startswith("xl/sharedStrings"):
        return
    if _LONG_ATTRIBUTE.search(body):
        raise Refused("file_too_heavy")
    # Cells carry a value, a formula or an inline text: six tags at most, and rows two.
    excess = body.count(b"<") - 2 * _MAX_ELEMENTS
    if excess > 0 and name.startswith("xl/worksheets/"):
        excess -= 6 * _count(_CELL, body, excess // 6)
    if excess > 0:
        raise Refused("file_too_heavy")


def _count(pattern: re.Pattern[bytes], body: bytes, most: int) -> int:
    """How often it occurs, one beyond ``most`` at the highest."""
    return sum(1 for _ in itertools.islice(pattern.finditer(body), most + 1))


def _cells_in(body: bytes, most: int) -> int:
    count = _count(_CELL, body, most)
    if count > most:
        return count
    for left, top, right, bottom in _SPREAD.findall(body):
        count += (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)
    return count


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
