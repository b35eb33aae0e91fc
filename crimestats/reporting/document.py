"""A document as a list of blocks: told once, rendered as Word, HTML and Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from crimestats.charts.model import Chart, Table


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph. ``href`` is an https address or ""; ``note`` the number of a note, 0 = none.

    A span with a note number is the reference itself; its text is not shown.
    """

    text: str = ""
    bold: bool = False
    href: str = ""
    note: int = 0


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the document's title, which is the only one of level 1. ``level`` is 2, 3 or 4."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. Roles: "" for text, ``lead``, ``quiet`` (source, remarks), ``notice`` (read first)."""

    spans: Spans
    role: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list, with bullets or numbered."""

    items: tuple[Spans, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with its caption."""

    table: Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart; its ``sentence`` is the alternative text."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was frozen as it was seen: PNG bytes and what they show, for one who cannot see them."""

    png: bytes
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """Numbered notes, counted from 1, that spans refer to."""

    heading: str
    items: tuple[Spans, ...]


Block = Heading | Paragraph | Items | TableBlock | Figure | Picture | Notes


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language."""

    title: str
    lang: str
    blocks: tuple[Block, ...]


def plain(words: str, role: str = "") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Span(words),), role)
