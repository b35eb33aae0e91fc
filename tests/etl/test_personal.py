"""Personal data is found wherever it stands, and look-alikes pass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from crimestats.personal import personal_data
from etl.personal import scan_name
from etl.read import read_file
from tests.etl.make_fixtures import ACROSS, book, changed, saved, text_file, xlsx

# The tax authority's well-known example number; no living person's.
NUMBER = "811218-9876"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NUMBER, "number"), ("19811218-9876", "number"), ("8112189876", "number"), ("811218 9876", "number"),
        ("811218+9876", "number"), ("811218\u20139876", "number"), ("anmält av 811218-9876 i går", "number"),
        ("811278-9873", "number"), ("2200-K1276-14", "case"), ("dnr 5000-k123456-21", "case"),
        ("070-123 45 67", "phone"), ("0701234567", "phone"), ("0523-61 30 00", "phone"),
        ("+46 70 123 45 67", "phone"),
        ("08-123 456 78", "phone"), ("anna.ek@polisen.se", "email"),
    ],
)  # fmt: skip
def test_found(text: str, kind: str) -> None:
    assert personal_data(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "811218-9877", "811318-9876", "202143", "20211025", "2021-10-25", "2021-10-25 08:00:00", "01-02-2021",
        "112",
        "114 14", "1177", "1 234 567", "81121898765", "12345678901", "0114 Upplands Väsby", "v. 01 202143",
        "070123-1234", "2021-W43--2021-W46", "25/10 2021 08 12 14", "2020-2021", "8 kap. 1-6 §§",
    ],
)  # fmt: skip
def test_look_alikes_pass(text: str) -> None:
    assert personal_data(text) == ""


@given(
    st.from_regex(
        r"(19|20)?\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?\d{4}", fullmatch=True
    )
)
def test_the_check_digit_decides(text: str) -> None:
    digits = [int(d) for d in text if d.isdigit()][-10:]
    doubled = [d * 2 if n % 2 == 0 else d for n, d in enumerate(digits)]
    right = sum(d // 10 + d % 10 for d in doubled) % 10 == 0
    assert (personal_data(text) == "number") == right


def _with(place: str) -> bytes:
    if place == "cell":
        return xlsx(changed(ACROSS, 7, 0, f"se {NUMBER}"))
    workbook = book({"Blad1": ACROSS, "Anteckningar": [["inget här"]]})
    sheet = workbook["Blad1"]
    if place == "comment":
        sheet["C4"].comment = Comment(f"ring {NUMBER}", "x")
    elif place == "hidden sheet":
        workbook["Anteckningar"]["B9"] = NUMBER
        workbook["Anteckningar"].sheet_state = "hidden"
    elif place == "defined name":
        workbook.defined_names["Person"] = DefinedName("Person", attr_text=f'"{NUMBER}"')
    elif place == "property":
        workbook.properties.description = f"om {NUMBER}"
    elif place == "footer":
        sheet.oddFooter.center.text = NUMBER
    elif place == "sheet name":
        sheet.title = NUMBER
    elif place == "number":
        sheet["H9"] = 8112189876
    return saved(workbook)


@pytest.mark.parametrize(
    ("place", "sheet", "cell"),
    [
        ("cell", "Blad1", "A8"), ("comment", "Blad1", "C4"), ("hidden sheet", "Anteckningar", "B9"),
        ("defined name", "", "name"), ("property", "", "property:description"), ("footer", "Blad1", "edge"),
        ("sheet name", "(1)", ""), ("number", "Blad1", "H9"),
    ],
)  # fmt: skip
def test_the_place_is_told_never_the_value(place: str, sheet: str, cell: str) -> None:
    reading = read_file("siffror 2021.xlsx", _with(place))
    assert [(p.level, p.code, p.sheet, p.cell) for p in reading.problems] == [
        ("error", "personal_data", sheet, cell)
    ]
    told = repr(reading) + reading.problems[0].message("sv") + reading.problems[0].message("en")
    assert "9876" not in told.replace("-", "").replace(" ", "")
    assert not reading.rows
    assert not reading.sheets


def test_in_a_text_file() -> None:
    reading = read_file("siffror 2021.csv", text_file(changed(ACROSS, 7, 2, "070-123 45 67")))
    assert [(p.code, p.cell) for p in reading.problems] == [("personal_data", "C8")]


def test_in_the_name_of_the_file() -> None:
    reading = read_file(f"{NUMBER}.csv", text_file(ACROSS))
    assert [p.code for p in reading.problems] == ["personal_data_name"]
    assert NUMBER not in repr(reading)
    assert not scan_name("anmälda brott 2021 v43-46.xlsx")
