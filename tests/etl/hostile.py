"""Builds files made to harm, each small, each for one way of harming. None comes from anywhere else."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import xlwt

from tests.etl.make_fixtures import ACROSS, xlsx
from tests.etl.make_old import cell, ods_of, packed, table, xls

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
BOOK, STYLES, TYPES = "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATION = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = '<!DOCTYPE x [<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def altered(parts: Mapping[str, bytes], without: str = "") -> bytes:
    """An honest workbook with parts replaced or added."""
    old = zipfile.ZipFile(io.BytesIO(xlsx(ACROSS)))
    return packed({**{name: old.read(name) for name in old.namelist() if name != without}, **parts})


def with_strings() -> bytes:
    """The list of content types with shared strings in it."""
    types = zipfile.ZipFile(io.BytesIO(xlsx(ACROSS))).read(TYPES).decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/>'
    return (types if STRINGS in types else types.replace("</Types>", f"{override}</Types>")).encode()


def sheet(rows: str, after: str = "") -> bytes:
    return altered({SHEET: f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>".encode()})


def inflating(name: str, head: bytes, chunk: bytes, times: int, base: bytes) -> bytes:
    """The archive with one more part that inflates to ``times`` chunks, made without inflating it here."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = press.compress(head) + press.flush(zlib.Z_FULL_FLUSH)
    block = press.compress(chunk) + press.flush(zlib.Z_FULL_FLUSH)
    body = start + block * times + press.flush()
    size = min(len(head) + len(chunk) * times, 0xFFFFFFFE)
    end = base.rfind(b"PK\x05\x06")
    count, length, at = struct.unpack_from("<HLL", base, end + 10)
    sizes = struct.pack("<LLL", 0, len(body), size)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes + struct.pack("<HH", len(name), 0)
    entry = (
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
        + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, at) + name.encode()
    )  # fmt: skip
    added = local + name.encode() + body
    directory = base[at : at + length] + entry
    tail = struct.pack("<HHHHLLH", 0, 0, count + 1, count + 1, len(directory), at + len(added), 0)
    return base[:at] + added + directory + b"PK\x05\x06" + tail


def many_parts() -> bytes:
    out = io.BytesIO(xlsx(ACROSS))
    with zipfile.ZipFile(out, "a") as archive:
        for n in range(30_000):
            archive.writestr(f"xl/media/{n}", b"")
    return out.getvalue()


def zip_of_zips() -> bytes:
    inner = inflating("x", b"", bytes(1 << 20), 1000, packed({"y": b""}))
    return packed({f"{n}.zip": inner for n in range(10)})


def many_sheets() -> bytes:
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 10_001))
    return altered({BOOK: f"<workbook {MAIN} {RELATION}><sheets>{listed}</sheets></workbook>".encode()})


def loops() -> bytes:
    """Sheets, drawings and the book itself that lead to one another."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    name = "http://schemas.openxmlformats.org/package/2006/relationships"

    def relations(target: str, what: str) -> bytes:
        return (
            f'<Relationships xmlns="{name}"><Relationship Id="rId1" Type="{kind}/{what}" Target="{target}"/>'
            "</Relationships>"
        ).encode()

    return altered(
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relations("/xl/drawings/drawing1.xml", "drawing"),
            "xl/drawings/_rels/drawing1.xml.rels": relations("/xl/worksheets/sheet1.xml", "chart"),
            "xl/drawings/drawing1.xml": b"<x/>",
            "xl/_rels/workbook.xml.rels": relations("/xl/workbook.xml", "worksheet"),
        }
    )


def flagged_as_encrypted() -> bytes:
    data = bytearray(xlsx(ACROSS))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def traversing() -> bytes:
    return altered({"../../../../tmp/ondska.txt": b"x"})


def locked_xls() -> bytes:
    """A FILEPASS record put in behind the first record of the workbook's stream."""
    data = bytearray(xls(ACROSS))
    at = data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    data[at + 20 : at + 20 + 10] = struct.pack("<HHHHH", 0x2F, 6, 0, 1, 1)
    return bytes(data)


def looping_xls() -> bytes:
    """Its sectors lead round in a circle."""
    data = bytearray(xls([*ACROSS, *[["x" * 60] for _ in range(300)]]))
    table_at = 512 + 512 * struct.unpack_from("<L", data, 76)[0]
    for n in range(20):
        struct.pack_into("<L", data, table_at + 4 * n, (n + 1) % 3)
    return bytes(data)


def xls_of_many_sheets() -> bytes:
    book = xlwt.Workbook()
    for n in range(600):
        book.add_sheet(str(n))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def repeated(rows: int, columns: int) -> bytes:
    many = cell(1, attributes=f'table:number-columns-repeated="{columns}"')
    return ods_of(
        table("B", f'<table:table-row table:number-rows-repeated="{rows}">{many}</table:table-row>')
    )


def far_ods() -> bytes:
    empty = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    gap = '<table:table-cell table:number-columns-repeated="16383"/>'
    row = f"<table:table-row>{gap}{cell(1)}</table:table-row>"
    return ods_of(table("B", (empty + row) * 130))


def no_spreadsheet(kind: str) -> bytes:
    return packed({f"{kind}/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"})


def part(name: str, text: str) -> bytes:
    """An honest workbook with one part replaced by a text."""
    return altered({name: text.encode()})
