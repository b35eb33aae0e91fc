"""One cell of an OpenDocument sheet: its value, its texts, and how often it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from openpyxl.utils import get_column_letter

_REFERENCE = re.compile(r"\[\.?([^\].]*?)(?::\.?([^\].]*?))?\]")
_NUMBERS = ("float", "percentage", "currency")
# Texts that stand at a cell but are not its own.
_APART = ("annotation", "frame", "custom-shape", "shape", "line", "rect")


def tag(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace, "" when absent."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def number(element: Element, name: str) -> int:
    """How many times, or over how many rows or columns; 1 when not said."""
    text = attribute(element, name)
    return int(text) if text.isdigit() else 1


def spot(row: int, column: int) -> str:
    """``(4, 2)`` → ``C5``."""
    return f"{get_column_letter(column + 1) if column < 18_278 else '?'}{row + 1}"


def plain(cell: Element) -> object:
    """A value that JSON carries, None for a cell that says nothing."""
    kind, stated = attribute(cell, "value-type"), attribute(cell, "value")
    own = [text for child in cell if tag(child) == "p" for text in [_text(child)]]
    text = "\n".join(own)
    if kind == "date":
        return {"d": attribute(cell, "date-value")[:10]}
    if kind == "boolean":
        return attribute(cell, "boolean-value") == "true"
    if kind in _NUMBERS and stated:
        amount = float(stated)
        # An error carries the value 0 and shows itself only in the text.
        if text.startswith(("#", "Err:", "Fel:")):
            return text.replace("Err:", "#ERR/").replace("Fel:", "#ERR/")
        return int(amount) if amount.is_integer() and abs(amount) < 1e15 else amount
    return text or attribute(cell, "string-value") or None


def formula(stored: str) -> str:
    """``of:=SUM([.B4:.B5])`` → ``=SUM(B4:B5)``."""
    bare = stored.partition(":")[2] if stored.startswith(("of:", "oooc:", "msoxl:")) else stored
    return _REFERENCE.sub(lambda found: ":".join(part for part in found.groups() if part), bare)


def joined(element: Element) -> str:
    """All texts inside, one line per paragraph."""
    return "\n".join(paragraphs(element)) or "".join(element.itertext()).strip()


def paragraphs(element: Element) -> Iterator[str]:
    """The paragraphs inside, at any depth, and single texts such as titles."""
    for one in element.iter():
        if tag(one) == "p":
            yield _text(one)
        elif one.text and one.text.strip():
            yield one.text.strip()


def _text(paragraph: Element) -> str:
    """A paragraph's text; runs of spaces, tabs and line breaks are elements there."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        name = tag(child)
        if name == "s":
            parts.append(" " * min(number(child, "c"), 1_000))
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif name not in _APART:
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
