"""The plain text of a file that someone wrote: Word, Markdown or text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from crimestats.checking import CheckError

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

# A month's text with its pictures; what a small file may unpack to.
MOST_MB, MOST_INFLATED_MB = 20, 100
_MB = 1_000_000
_WORD = b"PK\x03\x04"


def text_of(name: str, data: bytes) -> str:
    """The text of a file: paragraphs parted by blank lines, rows of tables by tabs.

    Args:
        name: the file's name, for its ending and for messages. data: its bytes.

    Raises:
        CheckError: ``checking.unreadable`` or ``checking.too_big``.
    """
    if len(data) > MOST_MB * _MB:
        raise CheckError("checking.too_big", place=name, size=len(data) // _MB, most=MOST_MB)
    if data.startswith(_WORD) or PurePath(name).suffix.lower() == ".docx":
        return _docx(name, data)
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise CheckError("checking.unreadable", place=name)


def _docx(name: str, data: bytes) -> str:
    from docx import Document  # late: a pasted text needs no Word

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inflated = sum(part.file_size for part in archive.infolist())
        if inflated > MOST_INFLATED_MB * _MB:
            raise CheckError("checking.too_big", place=name, size=inflated // _MB, most=MOST_INFLATED_MB)
        document = Document(io.BytesIO(data))
        return "\n\n".join(text for block in document.iter_inner_content() if (text := _block(block)).strip())
    except CheckError:
        raise
    except Exception as fault:  # python-docx and its XML reader raise what they like on a broken file
        raise CheckError("checking.unreadable", place=name) from fault


def _block(block: Paragraph | Table) -> str:
    from docx.table import Table

    if isinstance(block, Table):
        return "\n".join(_rows(block))
    listed = (block.style.name if block.style is not None else "") or ""
    return f"- {block.text}" if listed.startswith("List") else block.text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)
