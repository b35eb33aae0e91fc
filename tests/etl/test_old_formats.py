""".xls and .ods say the same as their .xlsx twin, cell by cell, and tell what is hidden and noted."""

from __future__ import annotations

from datetime import date

import pytest
import xlwt

from etl.grid import Workbook
from etl.intake import receive
from etl.read import read_file
from etl.readers.refused import Refused
from etl.sandbox import read_in_child
from tests.etl.make_fixtures import ACROSS, LAYOUTS, xlsx
from tests.etl.make_old import cell, meta, ods, ods_of, table, xls
from tests.etl.reading import options

MAKERS = {"xls": xls, "ods": ods}


def read(name: str, data: bytes) -> Workbook:
    return read_in_child(receive(name, data))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", MAKERS)
def test_the_same_rows_as_the_twin(kind: str, layout: str) -> None:
    twin = read_file("a 2021.xlsx", xlsx(LAYOUTS[layout]), options=options())
    reading = read_file(f"a 2021.{kind}", MAKERS[kind](LAYOUTS[layout]), options=options())
    assert reading.rows == twin.rows
    assert len(reading.rows) == 16
    assert [p.code for p in reading.problems] == [p.code for p in twin.problems]


@pytest.mark.parametrize("kind", MAKERS)
def test_values_of_every_kind(kind: str) -> None:
    rows = [["å ä ö", 3, 2.5, date(2021, 10, 25), None, True], [], [None, "12  mellanslag"]]
    sheet = read(f"a.{kind}", MAKERS[kind](rows)).sheets[0]
    assert sheet.name == "Blad1"
    assert [sheet.at(0, n) for n in range(4)] == ["å ä ö", 3, 2.5, date(2021, 10, 25)]
    assert (sheet.at(0, 4), sheet.at(1, 0), sheet.at(2, 0)) == (None, None, None)
    assert str(sheet.at(2, 1)).startswith("12")


def test_what_an_xls_hides_and_notes() -> None:
    def change(book: xlwt.Workbook, sheet: xlwt.Worksheet) -> None:
        sheet.row(4).hidden = True
        sheet.col(2).hidden = True
        sheet.write_merge(9, 10, 0, 0, "ihop")
        sheet.write(10, 1, 1)
        book.add_sheet("Dolt").write(0, 0, 5)
        book.get_sheet(1).visibility = 1

    found = read("a.xls", xls(ACROSS, change=change))
    one, other = found.sheets
    assert (one.hidden_rows, one.hidden_columns) == (frozenset({4}), frozenset({2}))
    assert (one.hidden, other.hidden) == (False, True)
    assert one.merges == ((9, 0, 10, 0),)


def test_what_an_ods_hides_and_notes() -> None:
    note = "<office:annotation><dc:creator>anna</dc:creator><text:p>en not</text:p></office:annotation>"
    rows = (
        "<table:table-row>" + cell("a", note) + cell(1, attributes='table:number-columns-repeated="3"')
        + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="2">' + cell(7)
        + "</table:table-row>"
        "<table:table-row>" + cell("ihop", attributes='table:number-rows-spanned="2"')
        + cell(None, attributes='table:formula="of:=SUM([.B1:.C1];[.D1])"') + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )  # fmt: skip
    hidden = 'table:visibility="collapse" table:number-columns-repeated="2"'
    columns = f"<table:table-column/><table:table-column {hidden}/>"
    gone = '<style:style style:name="t2"><style:table-properties table:display="false"/></style:style>'
    tables = table("Blad1", rows, before=columns) + table("Dolt", "", style="t2")
    found = read(
        "a.ods", ods_of(tables, styles=gone, parts={"meta.xml": meta("<dc:creator>Anna</dc:creator>")})
    )
    one, other = found.sheets
    assert one.rows == [["a", 1, 1, 1], [], [], [7], [7], ["ihop"]]
    assert (one.hidden_rows, one.hidden_columns) == (frozenset({3, 4}), frozenset({1, 2}))
    assert one.comments == {"A1": "anna\nen not"}
    assert one.merges == ((5, 0, 6, 0),)
    assert one.formulas == {"B6": "=SUM(B1:C1;D1)"}
    assert (one.hidden, other.hidden) == (False, True)
    assert found.authors


def test_an_error_in_an_ods_is_no_count() -> None:
    stated = 'office:value-type="float" office:value="0"'
    error = f"<table:table-cell {stated}><text:p>#REF!</text:p></table:table-cell>"
    found = read("a.ods", ods_of(table("B", f"<table:table-row>{error}</table:table-row>")))
    assert found.sheets[0].rows == [["#REF!"]]


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("a.xlsx", lambda: xls(ACROSS), "extension_of_xls"),
        ("a.xls", lambda: ods(ACROSS), "extension_of_ods"),
        ("a.ods", lambda: xlsx(ACROSS), "extension_of_workbook"),
    ],
)
def test_a_name_that_lies(name: str, make: object, code: str) -> None:
    with pytest.raises(Refused) as caught:
        receive(name, make())  # type: ignore[operator]
    assert caught.value.code == code
