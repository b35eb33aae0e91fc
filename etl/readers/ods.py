"""OpenDocument sheets (.ods) from their own XML: values, comments, merges, and what is hidden.

Read here and not by a library: those at hand tell neither hidden rows and columns nor comments, and both
decide what may be read. Cells and rows that state how often they repeat are counted before they are made.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from etl.readers.beside import Text, could_be_personal, written
from etl.readers.inspection import MAX_SHEETS, inflated, look_for_entities, opened
from etl.readers.ods_cells import attribute, formula, joined, number, paragraphs, plain, spot, tag
from etl.readers.refused import MAX_TEXT, Limits, Refused

_BODY = "content.xml"
_TABLE = re.compile(rb"<table:table[ >]")
_MOST_TAGS = 4_000_000
_LONG_TEXT = re.compile(rb">[^<]{%d}" % (MAX_TEXT * 6 + 1))
_AUTHOR = re.compile(r"<(?:dc:creator|meta:initial-creator|meta:printed-by)>[^<]+<")
_AUTHORS = re.compile(r"<(dc:creator|meta:initial-creator|meta:printed-by)>[^<]*</\1>")
_PROPERTY = re.compile(r"<(?:dc|meta):([\w-]+)[^>]*>([^<]+)<")


def read_ods(data: bytes, limits: Limits) -> dict[str, Any]:
    """Every sheet as rows of plain values, and the texts that stand beside the cells.

    Raises:
        Refused: ``file_broken``, ``file_inflates``, ``file_entities``, ``file_encrypted``, ``file_unknown``,
            ``too_many_sheets``, ``too_many_cells`` or ``cell_too_long``.
    """
    parts: dict[str, bytes] = {}
    with opened(data) as archive:
        if _BODY not in archive.namelist():
            raise Refused("file_unknown")
        for name, body in inflated(archive, limits):
            if name.endswith(".xml"):
                parts[name] = body
    _look_over(parts)
    sheets = _Sheets(limits.max_cells)
    sheets.read(parts.pop(_BODY))
    meta = parts.pop("meta.xml", b"").decode("utf-8", "replace")
    return {
        "sheets": sheets.done,
        "texts": _properties(meta) | sheets.names,
        "beside": [*sheets.beside, *_around(parts)],
        "authors": _AUTHOR.search(meta) is not None,
    }


def _look_over(parts: dict[str, bytes]) -> None:
    if b"encryption-data" in parts.pop("META-INF/manifest.xml", b""):
        raise Refused("file_encrypted")
    for body in parts.values():
        look_for_entities(body)
    if len(_TABLE.findall(parts[_BODY])) > MAX_SHEETS:
        raise Refused("too_many_sheets")
    if parts[_BODY].count(b"<") > _MOST_TAGS:
        raise Refused("file_too_heavy")
    if _LONG_TEXT.search(parts[_BODY]):
        raise Refused("cell_too_long")


def _properties(meta: str) -> dict[str, str]:
    return {f"property:{name}": text for name, text in _PROPERTY.findall(_AUTHORS.sub("", meta))}


def _around(parts: dict[str, bytes]) -> Iterator[Text]:
    """Headers and footers stand among the styles; charts and other objects are parts of their own."""
    for name, body in parts.items():
        place = "edge" if name == "styles.xml" else "chart" if name.startswith("Object") else "hidden_data"
        for text in written(body.decode("utf-8", "replace")):
            if could_be_personal(text):
                yield "", place, text


class _Sheets:
    """Walks through the tables, one row at a time; what a row was built of is let go at once."""

    def __init__(self, max_cells: int) -> None:
        self.left = max_cells
        self.done: list[dict[str, Any]] = []
        self.names: dict[str, str] = {}
        self.beside: list[Text] = []
        self.hidden_styles: set[str] = set()
        self.sheet: dict[str, Any] = {}
        self.column = self.empty = 0

    def read(self, body: bytes) -> None:
        """Fill ``done`` with the sheets of a document."""
        for event, element in iterparse(io.BytesIO(body), events=("start", "end")):
            if event == "start" and tag(element) == "table" and not self.sheet:
                self._begin(element)
            elif event == "end" and (step := getattr(self, f"_end_{tag(element).replace('-', '_')}", None)):
                step(element)

    def _begin(self, table: Element) -> None:
        hidden = attribute(table, "style-name") in self.hidden_styles
        self.sheet = {
            "name": attribute(table, "name"), "rows": [], "formulas": {}, "comments": {}, "merges": [],
            "hidden": hidden, "hidden_rows": [], "hidden_columns": [],
        }  # fmt: skip
        self.column = self.empty = 0

    def _end_style(self, style: Element) -> None:
        if any(attribute(child, "display") == "false" for child in style if tag(child) == "table-properties"):
            self.hidden_styles.add(attribute(style, "name"))

    def _end_table(self, table: Element) -> None:
        if attribute(table, "name") == self.sheet.get("name"):
            self.done.append(self.sheet)
            self.sheet = {}
            table.clear()

    def _end_table_column(self, column: Element) -> None:
        repeated = number(column, "number-columns-repeated")
        if attribute(column, "visibility") in ("collapse", "filter"):
            # More columns than a sheet can have say nothing.
            self.sheet["hidden_columns"] += range(self.column, min(self.column + repeated, 16_384))
        self.column += repeated

    def _end_table_row(self, row: Element) -> None:
        repeated = number(row, "number-rows-repeated")
        start = len(self.sheet["rows"]) + self.empty
        values = self._values(row, start)
        hidden = attribute(row, "visibility") in ("collapse", "filter")
        row.clear()
        if not values:
            self.empty += repeated
            return
        self._count((self.empty + repeated) + len(values) * repeated, start, len(values))
        self.sheet["rows"] += [[] for _ in range(self.empty)] + [list(values) for _ in range(repeated)]
        self.empty = 0
        if hidden:
            self.sheet["hidden_rows"] += range(start, start + repeated)

    def _values(self, row: Element, at: int) -> list[Any]:
        """A row's values up to the last cell that holds something."""
        values: list[Any] = []
        column = 0
        for cell in (one for one in row.iter() if tag(one) in ("table-cell", "covered-table-cell")):
            repeated = number(cell, "number-columns-repeated")
            value = plain(cell)
            self._beside(cell, at, column, value)
            if value is not None:
                if isinstance(value, str) and len(value) > MAX_TEXT:
                    raise Refused("cell_too_long", sheet=self.sheet["name"], cell=spot(at, column))
                self._count(column - len(values) + repeated, at, column + repeated)
                values += [None] * (column - len(values)) + [value] * repeated
            column += repeated
        return values

    def _beside(self, cell: Element, row: int, column: int, value: object) -> None:
        """What stands at a cell besides its value: a merge, a comment, a drawing, an uncomputed formula."""
        down, across = number(cell, "number-rows-spanned"), number(cell, "number-columns-spanned")
        if down * across > 1:
            self.sheet["merges"].append([row, column, row + down - 1, column + across - 1])
        if value is None and attribute(cell, "formula"):
            self.sheet["formulas"][spot(row, column)] = formula(attribute(cell, "formula"))
        for child in cell:
            if tag(child) == "annotation":
                self.sheet["comments"][spot(row, column)] = joined(child)

    def _end_frame(self, frame: Element) -> None:
        self._shape(frame)

    def _end_custom_shape(self, shape: Element) -> None:
        self._shape(shape)

    def _shape(self, shape: Element) -> None:
        texts = [
            joined(shape),
            *(paragraphs(shape)),
            *(text for one in shape.iter() for text in one.attrib.values()),
        ]
        name = self.sheet.get("name", "")
        self.beside += [(name, "shape", text) for text in texts if could_be_personal(text)]

    def _end_content_validation(self, rule: Element) -> None:
        texts = [*paragraphs(rule), *(text for one in rule.iter() for text in one.attrib.values())]
        self.beside += [("", "rule", text) for text in texts if could_be_personal(text)]

    def _end_named_expression(self, defined: Element) -> None:
        name = attribute(defined, "name")
        self.names[f"name:{name}"] = " ".join([name, *defined.attrib.values()])

    def _end_named_range(self, defined: Element) -> None:
        self._end_named_expression(defined)

    def _count(self, cells: int, row: int, column: int) -> None:
        self.left -= cells
        if self.left < 0:
            raise Refused(
                "too_many_cells",
                sheet=self.sheet["name"],
                cell=spot(min(row, 1_048_575), min(column, 16_383)),
            )
