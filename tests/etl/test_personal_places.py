"""Personal data beside the cells: every place of a workbook is searched, and look-alikes there pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from etl.grid import workbook
from etl.intake import limits
from etl.personal import scan
from etl.readers.beside import Beside
from etl.readers.ods import read_ods
from etl.readers.workbook import read_workbook
from etl.readers.xls import read_xls
from tests.etl.hostile import RELATION, altered
from tests.etl.make_fixtures import ACROSS
from tests.etl.make_old import cell, meta, ods_of, table, xls

NUMBER, ALIKE = "811218-9876", "811218-9877"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def related(target: str, kind: str, outside: bool = False) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    relation = f'<Relationship Id="rId9" Type="{_KIND}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode()


def sheet_with(after: str) -> bytes:
    rows = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    return f"<worksheet {_MAIN} {RELATION}>{rows}{after}</worksheet>".encode()


# Place → the parts that put a text there, and where it is told to stand.
PLACES = {
    "text box in runs": (
        lambda text: {
            "xl/drawings/drawing1.xml":
                f"<x><a:p><a:t>{text[:4]}</a:t><a:t>{text[4:]}</a:t></a:p></x>".encode(),
            "xl/worksheets/_rels/sheet1.xml.rels": related("../drawings/drawing1.xml", "none"),
        }, ("Blad1", "shape")),
    "alternative text": (
        lambda text: {"xl/drawings/drawing1.xml": f'<x><xdr:cNvPr id="2" descr="om {text}"/></x>'.encode()},
        ("", "shape")),
    "chart title": (
        lambda text: {"xl/charts/chart1.xml": f"<x><a:p><a:t>{text}</a:t></a:p></x>".encode()},
        ("", "chart")),
    "chart's kept values": (
        lambda text: {"xl/charts/chart1.xml": f"<x><c:v>{text}</c:v></x>".encode()}, ("", "chart")),
    "pivot cache": (
        lambda text: {"xl/pivotCache/pivotCacheDefinition1.xml": f'<x><s v="{text}"/></x>'.encode()},
        ("", "pivot")),
    "link to another book": (
        lambda text: {"xl/externalLinks/externalLink1.xml": f"<x><v>{text}</v></x>".encode()}, ("", "link")),
    "hyperlink": (
        lambda text: {"xl/drawings/_rels/drawing1.xml.rels": related(f"http://x/{text}", "hyperlink", True)},
        ("", "link")),
    "threaded comment": (
        lambda text: {
            "xl/threadedComments/threadedComment1.xml":
                f'<x><threadedComment ref="C4" id="1"><text>{text}</text></threadedComment></x>'.encode(),
        }, ("", "C4")),
    "validation": (
        lambda text: {_SHEET: sheet_with(
            f'<dataValidations><dataValidation sqref="A1" prompt="{text}"/></dataValidations>')},
        ("Blad1", "rule")),
    "header of another page": (
        lambda text: {
            _SHEET: sheet_with(f"<headerFooter><evenHeader>&amp;L{text}</evenHeader></headerFooter>")},
        ("Blad1", "edge")),
    "formula with a stored value": (
        lambda text: {_SHEET: f'<worksheet {_MAIN}><sheetData><row r="1"><c r="A1"><f>IF(1,5,"{text}")</f>'
                              "<v>5</v></c></row></sheetData></worksheet>".encode()}, ("Blad1", "A1")),
    "company": (
        lambda text: {"docProps/app.xml": f"<Properties><Company>{text}</Company></Properties>".encode()},
        ("", "property")),
    "slicer": (lambda text: {"xl/slicers/slicer1.xml": f'<x caption="{text}"/>'.encode()}, ("", "control")),
    "custom data": (
        lambda text: {"customXml/item1.xml": f"<x><y>{text}</y></x>".encode()}, ("", "hidden_data")),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_found_in_every_place_of_a_workbook(place: str) -> None:
    parts, told = PLACES[place]
    found = scan(workbook(read_workbook(altered(parts(NUMBER)), limits())))
    assert [(problem.sheet, problem.cell) for problem in found] == [told]
    assert "9876" not in repr(found)
    assert "9876" not in found[0].message()


@pytest.mark.parametrize("place", PLACES)
def test_what_merely_looks_alike_passes_there(place: str) -> None:
    parts, _ = PLACES[place]
    for alike in (ALIKE, "202143-1", "12345678901"):
        assert scan(workbook(read_workbook(altered(parts(alike)), limits()))) == []


def test_a_text_left_over_is_told_when_nothing_else_is() -> None:
    beside = Beside()
    beside.take("xl/sharedStrings.xml", f"<sst><si><t>{NUMBER}</t></si></sst>".encode())
    assert beside.texts() == [("", "leftover", NUMBER)]
    found = scan(workbook({"sheets": [], "beside": beside.texts()}))
    assert [problem.cell for problem in found] == ["leftover"]
    rows = [{"name": "Blad1", "rows": [[NUMBER]]}]
    both = scan(workbook({"sheets": rows, "beside": beside.texts()}))
    assert [problem.cell for problem in both] == ["A1"]


def test_in_an_xls() -> None:
    def change(book: object, sheet: object) -> None:
        sheet.header_str = f"om {NUMBER}".encode()  # type: ignore[attr-defined]

    found = scan(workbook(read_xls(xls(ACROSS, change=change), limits())))
    assert [problem.cell for problem in found] == ["edge"]
    assert scan(workbook(read_xls(xls(ACROSS), limits()))) == []


NOTE = f"<office:annotation><text:p>{NUMBER}</text:p></office:annotation>"
FRAME = f"<table:shapes><draw:frame><text:p>{NUMBER}</text:p></draw:frame></table:shapes>"


@pytest.mark.parametrize(
    ("build", "where"),
    [
        (lambda: ods_of(table("B", f"<table:table-row>{cell(NUMBER)}</table:table-row>")), ("B", "A1")),
        (
            lambda: ods_of(table("B", ""), parts={"meta.xml": meta(f"<dc:title>{NUMBER}</dc:title>")}),
            ("", "property:title"),
        ),
        (
            lambda: ods_of(table("B", ""), parts={"styles.xml": f"<x><p>{NUMBER}</p></x>".encode()}),
            ("", "edge"),
        ),
        (
            lambda: ods_of(
                table("B", f"<table:table-row>{cell(1, NOTE)}</table:table-row>")
            ), ("B", "A1"),
        ),
        (
            lambda: ods_of(table("B", FRAME)),
            ("B", "shape"),
        ),
    ],
)  # fmt: skip
def test_in_an_ods(build: object, where: tuple[str, str]) -> None:
    found = scan(workbook(read_ods(build(), limits())))  # type: ignore[operator]
    assert [(problem.sheet, problem.cell) for problem in found] == [where]


def with_check_digit(nine: str) -> str:
    doubled = [int(d) * (2 if n % 2 == 0 else 1) for n, d in enumerate(nine)]
    return nine + str(-sum(d // 10 + d % 10 for d in doubled) % 10)


NINE = st.from_regex(r"\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\d{3}", fullmatch=True)


@hypothesis_settings(max_examples=60, deadline=None)
@given(
    NINE,
    st.sampled_from(["", "-", "+", " "]),
    st.sampled_from(["", "19", "20"]),
    st.sampled_from(sorted(PLACES)),
)
def test_every_valid_number_at_every_place(nine: str, between: str, century: str, place: str) -> None:
    ten = with_check_digit(nine)
    right = f"{century}{ten[:6]}{between}{ten[6:]}"
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    parts, told = PLACES[place]
    for text, expected in ((right, [told]), (wrong, [])):
        beside = Beside()
        for name, body in parts(text).items():
            beside.take(name, body)
        book = workbook({"sheets": [{"name": "Blad1", "rows": []}], "beside": beside.texts()})
        kinds = [(problem.cell, problem.values["kind"]) for problem in scan(book)]
        if expected:
            assert kinds == [(told[1], "number")]
        else:
            assert "number" not in [kind for _, kind in kinds]
