"""Readers: every encoding and separator, what a workbook holds beside its values, and files made to harm."""

from __future__ import annotations

import io
import os
import time
import zipfile
from datetime import date

import pytest
from openpyxl.comments import Comment

from etl.grid import Workbook
from etl.intake import limits, receive
from etl.readers.delimited import decode, find_separator, read_delimited
from etl.readers.refused import MAX_TEXT, Refused
from etl.sandbox import read_in_child
from tests.etl.make_fixtures import ACROSS, book, saved, text_file, xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def read(name: str, data: bytes) -> Workbook:
    return read_in_child(receive(name, data))


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(name, data)
    return caught.value.code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings(encoding: str) -> None:
    assert "Skadegörelse" in decode(text_file(ACROSS, encoding=encoding))


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_separators_and_line_ends(separator: str, newline: str) -> None:
    data = text_file(ACROSS, separator=separator, newline=newline)
    rows = read_delimited(data, limits())["sheets"][0]["rows"]
    assert rows[3] == ["Våldsbrott", "4", "5", "3", "3", "15"]
    assert len(rows) == len(ACROSS)


def test_separators_are_not_taken_from_titles_or_decimals() -> None:
    assert find_separator("Anmälda brott, Lysekil, vecka 43, 44\na;1,0;2,0\nb;3,0;4,0") == ";"
    assert find_separator("sep=|\na;b|c") == "|"
    assert find_separator("bara en rad") == ";"


def test_cells_by_position_also_with_line_breaks_in_quotes() -> None:
    data = b'"en\nrubrik";x\n\n"a ""b""";2\n'
    assert read_delimited(data, limits())["sheets"][0]["rows"] == [["en\nrubrik", "x"], [], ['a "b"', "2"]]


def test_a_workbook_with_all_that_stands_beside_its_values() -> None:
    workbook = book({"Blad1": ACROSS, "Dolt": [[1]]})
    sheet = workbook["Blad1"]
    sheet["A1"].comment = Comment("en not", "anna")
    sheet["H1"] = date(2021, 11, 22)
    sheet["H2"] = "=SUM(B4:B5)"
    sheet["H3"] = "#REF!"
    sheet.merge_cells("A4:A5")
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["D"].hidden = True
    workbook["Dolt"].sheet_state = "veryHidden"
    workbook.properties.creator = "Anna"
    found = read("a.xlsx", saved(workbook))
    one, other = found.sheets
    assert one.comments == {"A1": "anna\nen not"}
    assert (one.at(0, 7), one.at(1, 7), one.at(2, 7)) == (date(2021, 11, 22), None, "#REF!")
    assert one.formulas == {"H2": "=SUM(B4:B5)"}
    assert one.spread == {(4, 0): (3, 0)}
    assert (one.hidden_rows, one.hidden_columns) == (frozenset({5}), frozenset({3}))
    assert (one.hidden, other.hidden) == (False, True)
    assert found.authors
    assert not found.macros


def test_formats_far_away_do_not_make_a_sheet_large() -> None:
    workbook = book({"Blad1": ACROSS})
    workbook["Blad1"]["XFD1048576"].number_format = "0.00"
    assert len(read("a.xlsx", saved(workbook)).sheets[0].rows) == len(ACROSS)


# --- files that are refused


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"", "file_empty"),
        ("a.xls", OLE + bytes(600), "file_broken"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
        ("a.xlsx", b"vecka;antal\n43;5\n", "extension_of_text"),
        ("a.csv", xlsx(ACROSS), "extension_of_workbook"),
        ("a.json", b'{"a": 1}', "extension_of_text"),
        ("a.ods", xlsx(ACROSS), "extension_of_workbook"),
        ("a.csv", b"%PDF-1.7 ...", "file_unknown"),
        ("a.csv", bytes(range(1, 32)) * 50, "file_unknown"),
        ("a.xlsx", xlsx(ACROSS)[:2000], "file_broken"),
        ("a.csv", b"a;" + b"x" * (MAX_TEXT + 10), "cell_too_long"),
    ],
)  # fmt: skip
def test_refused_with_its_own_sentence(name: str, data: bytes, code: str) -> None:
    assert refused(name, data) == code


def test_too_large_a_file() -> None:
    assert refused("a.csv", b"a" * (limits().max_file_mb * 2**20 + 1)) == "file_too_large"


def altered(part: str, body: bytes) -> bytes:
    """A workbook with one of its parts replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx(ACROSS))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            if info.filename != part:
                new.writestr(info, old.read(info))
        new.writestr(part, body)
    return out.getvalue()


def sheet_of(rows: str, after: str = "") -> bytes:
    return altered(SHEET, f"<worksheet {_NS}><sheetData>{rows}</sheetData>{after}</worksheet>".encode())


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return out.getvalue()


HOSTILE = {
    "zip bomb": (lambda: altered("xl/media/x.bin", bytes(101 * 2**20)), "file_inflates"),
    "billion laughs": (
        lambda: altered("xl/sharedStrings.xml", b'<!DOCTYPE x [<!ENTITY a "aa">]><sst>&a;</sst>'),
        "file_entities",
    ),
    "external entity": (
        lambda: altered(SHEET, b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'),
        "file_entities",
    ),
    "hidden in UTF-16": (
        lambda: altered(SHEET, '<!DOCTYPE x [<!ENTITY a "a">]><x/>'.encode("utf-16")),
        "file_entities",
    ),
    "far cell": (
        lambda: sheet_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "too_many_cells",
    ),
    "giant merge": (
        lambda: sheet_of("", '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        "too_many_cells",
    ),
    "giant link": (
        lambda: sheet_of("", '<hyperlinks><hyperlink ref="A1:XFD1048576" display="x"/></hyperlinks>'),
        "too_many_cells",
    ),
    "countless cells": (lambda: sheet_of("<row>" + "<c/>" * 2_100_000 + "</row>"), "too_many_cells"),
    "giant string": (
        lambda: sheet_of(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 40_000_000}</t></is></c></row>'),
        "cell_too_long",
    ),
    "no workbook": (other_zip, "file_unknown"),
    "nonsense": (lambda: altered("xl/workbook.xml", b"<x>"), "file_broken"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_refused_and_the_next_file_is_read(kind: str) -> None:
    build, code = HOSTILE[kind]
    assert refused("bomb.xlsx", build()) == code
    assert read("a.csv", b"a;b\n1;2\n").sheets[0].rows == [["a", "b"], ["1", "2"]]


def test_the_reader_that_meets_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    tight = limits().__class__(**{**{f: getattr(limits(), f) for f in limits().__slots__}, "memory_mb": 60})
    monkeypatch.setattr("etl.sandbox.limits", lambda: tight)
    assert refused("a.csv", b"a;b\n" * 3_000_000) == "file_too_heavy"


def test_the_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = limits().__class__(**{**{f: getattr(limits(), f) for f in limits().__slots__}, "wall_seconds": 0})
    monkeypatch.setattr("etl.sandbox.limits", lambda: hasty)
    before = time.monotonic()
    assert refused("a.csv", b"a;b\n") == "file_too_heavy"
    assert time.monotonic() - before < limits().wall_seconds


def test_the_reader_gets_nothing_of_our_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRIMESTATS_SECRET", "x")
    seen: dict[str, str] = {}
    real = os.environ.copy()

    class Recorded:
        def __init__(self, *_: object, env: dict[str, str], **__: object) -> None:
            seen.update(env)
            raise Refused("stopped")

    monkeypatch.setattr("etl.sandbox.subprocess.Popen", Recorded)
    assert refused("a.csv", b"a;b\n") == "stopped"
    assert real["CRIMESTATS_SECRET"] == "x"
    assert not [name for name in seen if name.startswith("CRIMESTATS")]
