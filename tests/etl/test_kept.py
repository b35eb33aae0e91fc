"""The copy that is kept names nobody who made the file, in any format, and reads as the original does."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from etl.kept import without_authors
from etl.kept_xls import without_xls_authors
from etl.read import read_file
from tests.etl.hostile import altered
from tests.etl.make_fixtures import ACROSS
from tests.etl.make_old import cell, meta, ods_of, table, xls
from tests.etl.reading import options

PERSONS = b'<personList><person displayName="Anna Ek" id="{1}" userId="S::anna@polisen.se::2"/></personList>'


def parts(data: bytes) -> dict[str, bytes]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


def test_those_of_threaded_comments_are_taken_out() -> None:
    data = altered({"xl/persons/person.xml": PERSONS})
    reading = read_file("a 2021.xlsx", data, options=options())
    assert reading.authors
    assert len(reading.rows) == 16
    kept = parts(without_authors(data))
    assert kept["xl/persons/person.xml"] == (
        b'<personList><person displayName="" id="{1}" userId=""/></personList>'
    )
    assert kept["xl/workbook.xml"] == parts(data)["xl/workbook.xml"]


def test_of_an_ods() -> None:
    people = "<dc:creator>Anna Ek</dc:creator><meta:initial-creator>Bo</meta:initial-creator>"
    about = f"{people}<dc:title>Brott</dc:title>"
    data = ods_of(
        table("B", f"<table:table-row>{cell(1)}</table:table-row>"), parts={"meta.xml": meta(about)}
    )
    kept = parts(without_authors(data))
    assert b"Anna" not in kept["meta.xml"]
    assert b"Bo<" not in kept["meta.xml"]
    assert b"Brott" in kept["meta.xml"]
    assert next(iter(kept)) == "mimetype"
    assert without_authors(data) == without_authors(data)


def test_of_an_xls_in_place() -> None:
    data = xls(ACROSS)
    named = data.replace(
        struct.pack("<HH", 0x5C, 112) + b"\4\0\0None", struct.pack("<HH", 0x5C, 112) + b"\4\0\0Anna"
    )
    kept = without_xls_authors(named)
    assert len(kept) == len(named)
    assert b"Anna" not in kept
    one, other = (read_file("a 2021.xls", each, options=options()) for each in (data, kept))
    assert one.rows == other.rows
    assert len(one.rows) == 16


@pytest.mark.parametrize("key", [4, 8])
def test_the_authors_among_an_xls_files_properties(key: int) -> None:
    text = b"Anna Ek\0"
    properties = struct.pack("<LLLL", 0, 1, key, 16) + struct.pack("<LL", 30, len(text)) + text
    stream = (
        bytes(28) + bytes.fromhex("E0859FF2F94F6810AB9108002B27B3D9") + struct.pack("<L", 48) + properties
    )
    assert b"Anna" not in without_xls_authors(b"before" + stream + b"after")
    assert without_xls_authors(b"before" + stream[:60]) == b"before" + stream[:60]
