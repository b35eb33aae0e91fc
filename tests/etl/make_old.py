"""The twins of a table in other formats: .xls through xlwt, .ods written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from html import escape

import xlwt

from tests.etl.make_fixtures import Rows

ODS = "application/vnd.oasis.opendocument.spreadsheet"
_DAY = xlwt.easyxf(num_format_str="yyyy-mm-dd")
_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in {
        "office": "office", "table": "table", "text": "text", "style": "style", "draw": "drawing",
        "meta": "meta",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def xls(
    rows: Rows, name: str = "Blad1", change: Callable[[xlwt.Workbook, xlwt.Worksheet], None] | None = None
) -> bytes:
    """An .xls of one sheet; ``change`` may add to it."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(name)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                sheet.write(r, c, value, *([_DAY] if isinstance(value, date) else []))
    if change:
        change(book, sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(rows: Rows, name: str = "Blad1") -> bytes:
    """An .ods of one sheet."""
    return ods_of(
        table(name, "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows))
    )


def table(name: str, rows: str, *, style: str = "", before: str = "") -> str:
    """One sheet's XML from its rows' XML."""
    styled = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="{escape(name)}"{styled}>{before}{rows}</table:table>'


def cell(value: object, inside: str = "", attributes: str = "") -> str:
    """One cell's XML."""
    if value is None:
        return f"<table:table-cell {attributes}>{inside}</table:table-cell>"
    if isinstance(value, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f"<table:table-cell {kind} {attributes}>{inside}{text}</table:table-cell>"


def ods_of(
    tables: str,
    *,
    styles: str = "",
    parts: Mapping[str, bytes] | None = None,
    extra: str = "",
    head: str = "",
) -> bytes:
    """A document from its tables' XML; ``parts`` replace or add files of the archive."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {_NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{extra}{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return packed({"mimetype": ODS.encode(), "content.xml": content.encode(), **(parts or {})})


def meta(inside: str) -> bytes:
    """The part with the document's properties."""
    return (
        f"<office:document-meta {_NAMES}><office:meta>{inside}</office:meta></office:document-meta>".encode()
    )


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return out.getvalue()
