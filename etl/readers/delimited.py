"""Text files with separators: encoding and separator found from the bytes, cells kept by position."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from typing import Any

from etl.readers.refused import MAX_TEXT, Limits, Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In order of preference where two fit equally well: Swedish Excel writes semicolons.
_SEPARATORS = ";\t|,"
_SAMPLE_LINES, _SAMPLE_TEXT = 200, 1 << 18
_SPACED = re.compile(r"[;,|\t] +\"")
_DECLARED = re.compile(r"sep=(.)")


def read_delimited(data: bytes, limits: Limits) -> dict[str, Any]:
    """One sheet named "" with every cell as text.

    Raises:
        Refused: for bytes that are no text, or text too large for a sheet.
    """
    text = decode(data)
    separator = find_separator(text)
    csv.field_size_limit(MAX_TEXT)
    rows: list[list[str]] = []
    cells = 0
    try:
        spaced = _SPACED.search(text[:_SAMPLE_TEXT]) is not None
        lines = io.StringIO(text, newline="")
        for row in csv.reader(lines, delimiter=separator, skipinitialspace=spaced):
            cells += len(row) + 1
            if cells > limits.max_cells:
                raise Refused("too_many_cells")
            rows.append(row)
    except csv.Error as fault:
        raise Refused("cell_too_long", cell=f"A{len(rows) + 1}") from fault
    if rows and _DECLARED.fullmatch(text.split("\n", 1)[0].strip()):
        rows[0] = []
    return {"sheets": [{"name": "", "rows": rows}]}


def decode(data: bytes) -> str:
    """Text from UTF-8, UTF-16, UTF-32 or Windows-1252 (Latin-1 where that fails)."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _unmarked(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise Refused("file_broken") from fault
    if "\0" in text:
        raise Refused("file_unknown")
    return text


def _unmarked(data: bytes) -> str:
    head = data[:4000]
    if head.count(0) > len(head) // 4:
        # Mostly Latin letters in two bytes each: the empty half says which end comes first.
        return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
    for encoding in ("utf-8", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def find_separator(text: str) -> str:
    """The separator that cuts most lines into the same number of cells, title lines notwithstanding."""
    lines = text[:_SAMPLE_TEXT].splitlines()[:_SAMPLE_LINES]
    if lines and (declared := _DECLARED.fullmatch(lines[0].strip())):
        return declared[1]
    return max(_SEPARATORS, key=lambda separator: _fit(lines, separator))


def _fit(lines: list[str], separator: str) -> int:
    # Lines of one length that are cut alike, counted once per cell beyond the first.
    try:
        lengths = Counter(len(row) for row in csv.reader(lines, delimiter=separator) if len(row) > 1)
    except csv.Error:
        return 0
    return max((count * (length - 1) for length, count in lengths.items()), default=0)
