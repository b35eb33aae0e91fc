"""Looks a zipped workbook over before it is parsed: the bombs that would kill the parser are found here.

Measured on six real ones (docs/decisions): each is refused here in well under half a second.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field

from etl.readers.refused import Limits, Refused

_MAX_PARTS = 5_000
_CHUNK = 1 << 18
_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
# Ranges that the parser turns into one object per cell.
_SPREAD = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"
)
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


@dataclass
class Contents:
    """What the parts of a workbook say about it."""

    parts: set[str] = field(default_factory=set)
    formulas: bool = False

    @property
    def macros(self) -> bool:
        return any(name.endswith("vbaProject.bin") for name in self.parts)


def inspect(data: bytes, limits: Limits) -> Contents:
    """Inflate every part once, counting, and look for what no honest workbook holds.

    Raises:
        Refused: ``file_broken``, ``file_inflates``, ``file_entities``, ``too_many_cells`` or, for a zip that
            holds something else, ``file_unknown`` and ``file_ods``.
    """
    contents, left, cells = Contents(), limits.max_inflated_mb * 2**20, limits.max_cells
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MAX_PARTS:
            raise Refused("file_inflates")
        contents.parts = {part.filename for part in parts}
        _must_be_workbook(contents.parts, archive)
        for part in parts:
            body = _inflate(archive, part, left)
            left -= len(body)
            if part.filename.endswith((".xml", ".rels", ".vml")):
                _look_for_entities(body)
            if part.filename.startswith("xl/worksheets/"):
                cells -= _cells_in(body)
                contents.formulas |= _FORMULA.search(body) is not None
            if cells < 0:
                raise Refused("too_many_cells")
    return contents


def _must_be_workbook(parts: set[str], archive: zipfile.ZipFile) -> None:
    if "mimetype" in parts and b"opendocument" in archive.open("mimetype").read(100):
        raise Refused("file_ods")
    if "[Content_Types].xml" not in parts or not any(part.startswith("xl/") for part in parts):
        raise Refused("file_unknown")


def _inflate(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> bytes:
    # The sizes that the archive states can lie, so the real bytes are counted.
    body = bytearray()
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            body += chunk
            if len(body) > left:
                raise Refused("file_inflates")
    return bytes(body)


def _look_for_entities(body: bytes) -> None:
    # Entities cannot stand in an honest part; a part in UTF-16 would hide them from the search.
    if body[:2] in (b"\xff\xfe", b"\xfe\xff") or body[:1] == b"\0" or body[1:2] == b"\0":
        raise Refused("file_entities")
    if _ENTITY.search(body):
        raise Refused("file_entities")


def _cells_in(body: bytes) -> int:
    count = sum(1 for _ in _CELL.finditer(body))
    for left, top, right, bottom in _SPREAD.findall(body):
        count += (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)
    return count


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
