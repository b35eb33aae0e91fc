"""The marked workbook: the sender's own, with colours, comments and a list; never stored."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font

from crimestats.store import open_store
from etl.__main__ import run
from etl.mark import in_two, mark_file, marked_name
from etl.read import read_file
from etl.readers.refused import Refused
from tests.etl.make_fixtures import ACROSS, LONG, book, changed, saved, text_file, xlsx
from tests.etl.make_old import ods, xls
from tests.etl.reading import options, stops

NUMBER = "811218-9876"
FAULTY = changed(changed(changed(ACROSS, 3, 1, "<5"), 4, 2, "-"), 5, 3, "7*")


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def listed(data: bytes) -> list[tuple[str, ...]]:
    """The lines of the list of corrections: kind, sheet, cell, what is wrong, what to do."""
    rows = list(opened(data).worksheets[0].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if row[0] == "Slag")
    return [tuple(str(value or "") for value in row[:5]) for row in rows[head + 1 :]]


def test_cells_are_coloured_commented_and_listed_with_links() -> None:
    marked = mark_file("a 2021.xlsx", xlsx(FAULTY), options=options())
    workbook = opened(marked.data)
    assert workbook.sheetnames == ["Rättningar", "Blad1"]
    assert workbook.active.title == "Rättningar"
    assert [(line[:3], bool(line[3] and line[4])) for line in listed(marked.data)] == [
        (("Fel", "Blad1", "B4"), True), (("Fråga", "Blad1", "C5"), True), (("Att veta", "Blad1", "D6"), True),
    ]  # fmt: skip
    links = [cell.hyperlink.location for cell in workbook.worksheets[0]["C"] if cell.hyperlink]
    assert links == ["'Blad1'!B4", "'Blad1'!C5", "'Blad1'!D6"]
    sheet = workbook["Blad1"]
    kinds = [sheet[cell].comment.text.split(":")[0] for cell in ("B4", "C5", "D6")]
    assert kinds == ["FEL", "FRÅGA", "ATT VETA"]
    looks = {(sheet[cell].fill.fgColor.rgb, sheet[cell].border.left.style) for cell in ("B4", "C5", "D6")}
    assert len(looks) == 3
    assert len({style for _, style in looks}) == 3
    assert sheet["B5"].fill.patternType is None
    assert sheet["B5"].comment is None


def test_formats_formulas_widths_and_comments_stay() -> None:
    workbook = book({"Blad1": FAULTY, "Mer's": [["hej"]]})
    sheet = workbook["Blad1"]
    sheet["F4"] = "=SUM(B4:E4)"
    sheet["A4"].font = Font(bold=True, color="00FF0000")
    sheet.column_dimensions["A"].width = 33
    sheet["B4"].comment = Comment("kolla med Eva", "Eva")
    sheet.merge_cells("A1:E1")
    workbook["Mer's"].sheet_state = "hidden"
    marked = opened(mark_file("a 2021.xlsx", saved(workbook), options=options()).data)
    again = marked["Blad1"]
    assert again["F4"].value == "=SUM(B4:E4)"
    assert (again["A4"].font.b, again["A4"].font.color.rgb) == (True, "00FF0000")
    assert again.column_dimensions["A"].width == 33
    assert again["B4"].comment.text.startswith("kolla med Eva\n\nLägesbild: FEL: ")
    assert [str(span) for span in again.merged_cells.ranges] == ["A1:E1"]
    assert marked["Mer's"].sheet_state == "hidden"


@pytest.mark.parametrize(("kind", "make"), [("csv", text_file), ("xls", xls), ("ods", ods)])
def test_other_formats_become_a_workbook_with_the_same_places(kind: str, make: object) -> None:
    marked = mark_file(f"a 2021.{kind}", make(FAULTY), options=options())  # type: ignore[operator]
    assert marked.name == "a 2021, rättningar.xlsx"
    twin = read_file("a 2021.xlsx", xlsx(FAULTY), options=options())
    again = read_file(marked.name, marked.data, options=options())
    assert stops(again) == stops(twin)
    assert [(row.week, row.category, row.count, row.cell) for row in again.rows] == [
        (row.week, row.category, row.count, row.cell) for row in twin.rows
    ]


def test_the_list_is_not_read_and_is_replaced_in_the_next_round() -> None:
    first = mark_file("a 2021.xlsx", xlsx(FAULTY), options=options())
    workbook = opened(first.data)
    workbook["Blad1"]["B4"] = 4
    workbook["Blad1"]["C5"] = 1
    again = read_file(first.name, saved(workbook), options=options())
    assert stops(again) == []
    assert len(again.rows) == 16
    second = opened(mark_file(first.name, saved(workbook), options=options()).data)
    assert second.sheetnames == ["Rättningar", "Blad1"]
    assert second["Blad1"]["B4"].comment is None
    assert second["Blad1"]["B4"].fill.patternType is None
    assert second["Blad1"]["D6"].comment is not None


def test_personal_data_are_marked_never_repeated_never_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))
    marked = mark_file("a 2021.xlsx", xlsx(changed(ACROSS, 7, 0, NUMBER)))
    assert opened(marked.data)["Blad1"]["A8"].value == NUMBER
    assert opened(marked.data)["Blad1"]["A8"].comment is not None
    (line,) = listed(marked.data)
    assert line[:3] == ("Fel", "Blad1", "A8")
    parts = zipfile.ZipFile(io.BytesIO(marked.data))
    holding = [name for name in parts.namelist() if NUMBER.encode() in parts.read(name)]
    assert len(holding) == 1
    assert parts.read(holding[0]).count(NUMBER.encode()) == 1
    assert not (tmp_path / "store").exists()


def test_texts_of_the_file_never_become_formulas() -> None:
    rows = changed(LONG, 3, 3, "=1+1|cmd")
    data = text_file(rows)
    marked = opened(mark_file("a.csv", data, options=options()).data)
    for sheet in marked.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
    assert marked["Blad1"]["D4"].quotePrefix


def test_what_cannot_come_along_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workbook = book({"Blad1": FAULTY})
    chart = BarChart()
    chart.add_data(Reference(workbook["Blad1"], min_col=2, min_row=4, max_row=6))
    workbook["Blad1"].add_chart(chart, "H2")
    data = with_parts(
        saved(workbook),
        {
            "xl/vbaProject.bin": b"x", "xl/slicers/slicer1.xml": b"<x/>",
            "xl/ctrlProps/ctrlProp1.xml": b"<x/>", "xl/threadedComments/threadedComment1.xml": b"<x/>",
        },
    )  # fmt: skip
    (tmp_path / "a 2021.xlsm").write_bytes(data)
    out = tmp_path / "ut.xlsx"
    assert run(["mark", str(tmp_path / "a 2021.xlsm"), "-o", str(out)]) == 0
    said = capsys.readouterr().err
    for word in ("makron", "utsnitt", "formulärkontroller", "kommentarstrådar", "omritade"):
        assert word in said
    text = " ".join(str(cell.value) for cell in opened(out.read_bytes()).worksheets[0]["A"])
    assert "Saknas i den här kopian: makron" in text
    assert len(opened(out.read_bytes())["Blad1"]._charts) == 1


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The workbook with parts added."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def test_a_chart_that_openpyxl_cannot_read_is_left_out_and_said() -> None:
    workbook = book({"Blad1": FAULTY})
    chart = BarChart()
    chart.add_data(Reference(workbook["Blad1"], min_col=2, min_row=4, max_row=6))
    workbook["Blad1"].add_chart(chart, "H2")
    data = saved(workbook)
    old, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<nonsense/>" if name.startswith("xl/charts/") else old.read(name))
    marked = mark_file("a 2021.xlsx", out.getvalue(), options=options())
    assert stops(read_file(marked.name, marked.data, options=options()))
    assert any("diagram" in sentence for sentence in marked.lost)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx(ACROSS)[:3000])
    assert run(["mark", str(tmp_path / "a.xlsx"), "-o", str(tmp_path / "ut.xlsx")]) == 2
    assert "a.xlsx: Filen går inte att öppna, den är skadad" in capsys.readouterr().err
    assert not (tmp_path / "ut.xlsx").exists()
    assert run(["mark", str(tmp_path / "a.xlsx"), "-o", str(tmp_path / "ut.xlsx"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["refused"]["code"] == "file_broken"


def test_a_bomb_is_refused_at_the_marker_too() -> None:
    bomb = with_parts(xlsx(ACROSS), {"xl/media/x.bin": bytes(101 * 2**20)})
    with pytest.raises(Refused) as caught:
        mark_file("a.xlsx", bomb)
    assert caught.value.code == "file_inflates"


def test_a_file_without_faults_comes_back_saying_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a 2021.csv").write_bytes(text_file(ACROSS))
    assert run(["mark", str(tmp_path / "a 2021.csv"), "-o", "-", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["problems"] == []
    assert answer["name"] == "a 2021, rättningar.xlsx"


@pytest.mark.parametrize(
    ("message", "wrong"),
    [
        ("Totalt v.\u00a045 är 61, delarna 70. Delar: B4. Rätta.", "Totalt v.\u00a045 är 61, delarna 70."),
        ("”St. Olof. 5” är inget antal. Skriv antalet.", "”St. Olof. 5” är inget antal."),
        ("Menas Skadegörelse? Svara.", "Menas Skadegörelse?"),
        ("Tecknet är borttaget.", "Tecknet är borttaget."),
        ("utan punkt", "utan punkt"),
    ],
)  # fmt: skip
def test_a_sentence_in_what_and_what_to_do(message: str, wrong: str) -> None:
    first, rest = in_two(message)
    assert first == wrong
    assert f"{first} {rest}".strip() == message


def test_the_copy_is_named_after_the_file_once() -> None:
    once = marked_name("anmälda brott 2021.csv", "sv")
    assert once == "anmälda brott 2021, rättningar.xlsx"
    assert marked_name(once, "sv") == once
    assert marked_name("", "en") == "File, corrections.xlsx"


def test_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))
    marked = mark_file("a 2021.xlsx", xlsx(FAULTY), options=options(), lang="en")
    assert opened(marked.data).sheetnames == ["Corrections", "Blad1"]
    assert stops(read_file(marked.name, marked.data, options=options())) == [
        ("count_masked", "B4"), ("count_unclear", "C5"),
    ]  # fmt: skip
    assert open_store().rows("uploads") == []
