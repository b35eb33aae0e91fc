"""Ladda upp: choose, read, confirm, history, take back, put back; and files that are refused."""

from __future__ import annotations

import io

import openpyxl

from crimestats.i18n import texts
from tests.pages.conftest import html
from ui import upload_giving_back
from ui.etl_process import run_etl
from ui.upload_read import ChosenFile

SAY = texts("sv")
GOOD = "vecka;kategori;antal\n2021-W46;Totalt;99\n2021-W47;Totalt;31\n2021-W47;Våldsbrott;4\n"


def hand_in(at, content: str, name: str = "ny.csv"):
    at.file_uploader[0].set_value((name, content.encode(), "text/csv"))
    return at.run()


def button(at, label: str):
    return next(one for one in at.button if one.label.startswith(label))


def field(at, label: str):
    return next(one for one in at.text_input if one.label == label)


def n_uploads(store) -> int:
    return len(store.rows("uploads"))


def test_a_file_is_read_but_not_stored_before_it_is_confirmed(filled, app):
    at = hand_in(app("upload", area="Lysekil"), GOOD)
    shown = html(at)
    assert SAY("upload.read_ok") in shown
    assert 'class="lb-is-count number"' in shown
    assert "Våldsbrott" in shown
    assert SAY("upload.changes_lead", new="2", changed="1", unchanged="0") in shown
    assert n_uploads(filled) == 2


def test_confirm_receipt_history_withdraw_and_reinstate(filled, app):
    at = hand_in(app("upload", area="Lysekil"), GOOD)
    field(at, SAY("upload.who")).input("Ada Ek").run()
    field(at, SAY("upload.comment")).input("vecka 47 är ny")
    button(at, "Läs in").click().run()
    assert not at.exception
    upload = filled.rows("uploads")[0]
    assert (upload["file_name"], upload["sender"], upload["comment"]) == (
        "ny.csv",
        "Ada Ek",
        "vecka 47 är ny",
    )
    told = SAY("upload.load_loaded", file="ny.csv", id=upload["id"], new="2", changed="1", unchanged="0")
    assert told in html(at)
    link = at.get("page_link")[0].proto
    assert "2021-W47" in link.query_string

    at.text_input(key="history_reason").input("fel fil")
    at.text_input(key="history_by").input("Bo")
    at.button(key="history_withdraw").click().run()
    assert SAY("upload.withdrawn", file="ny.csv") in html(at)
    upload = filled.rows("uploads")[0]
    assert (upload["withdrawn"], upload["withdrawn_reason"], upload["withdrawn_by"]) == (
        True,
        "fel fil",
        "Bo",
    )

    at.text_input(key="history_reason").input("rätt ändå")
    at.button(key="history_reinstate").click().run()
    assert SAY("upload.reinstated", file="ny.csv") in html(at)
    assert not filled.rows("uploads")[0]["withdrawn"]


def test_taking_back_needs_a_reason(filled, app):
    at = app("upload")
    at.button(key="history_withdraw").click().run()
    assert SAY("upload.no_reason") in html(at)
    assert not any(upload["withdrawn"] for upload in filled.rows("uploads"))


def test_the_same_bytes_twice_are_nothing_new(filled, app):
    at = hand_in(app("upload", area="Lysekil"), GOOD)
    button(at, "Läs in").click().run()
    hand_in(at, GOOD)
    assert SAY("upload.changes_same", n="3") in html(at)
    button(at, "Läs in").click().run()
    assert n_uploads(filled) == 3
    assert "redan" in html(at)


def test_a_withdrawn_file_is_not_loaded_again_in_silence(filled, app):
    at = hand_in(app("upload", area="Lysekil"), GOOD)
    button(at, "Läs in").click().run()
    at.text_input(key="history_reason").input("fel fil")
    at.button(key="history_withdraw").click().run()
    hand_in(at, GOOD)
    button(at, "Läs in").click().run()
    assert SAY("upload.load_withdrawn", file="ny.csv") in html(at)


def test_a_wrong_cell_is_marked_and_stops_the_file(filled, app):
    at = hand_in(app("upload"), GOOD.replace("31", "ca 31"))
    shown = html(at)
    assert SAY("upload.read_one_error") in shown
    assert 'class="lb-is-fault"' in shown
    assert SAY("upload.where_cell", cell="C3") in shown
    assert not [one for one in at.button if one.label.startswith("Läs in")]
    assert n_uploads(filled) == 2


def test_a_question_is_answered_on_the_screen(filled, app):
    at = hand_in(app("upload"), GOOD.replace("Våldsbrott", "Våldsbrtt"))
    assert 'class="lb-is-question"' in html(at)
    assert button(at, SAY("upload.answer_yes", label="Våldsbrott"))
    others = next(one for one in at.selectbox if one.placeholder == SAY("upload.other_answer"))
    assert "Skadegörelse" in others.options
    button(at, SAY("upload.answer_yes", label="Våldsbrott")).click().run()
    assert SAY("upload.read_ok") in html(at)
    button(at, "Läs in").click().run()
    upload = filled.rows("uploads")[0]
    assert "violence" in {row["category"] for row in filled.rows("upload_rows", upload_id=upload["id"])}


def test_year_and_area_may_be_said_beside_the_file(filled, app):
    at = app("upload")
    hand_in(at, "vecka;kategori;antal\nv. 47;Totalt;31\n")
    assert "lb-problem lb-fault" in html(at)
    field(at, SAY("upload.year")).input("2021")
    field(at, SAY("upload.area")).input("Tanum")
    at.run()
    assert SAY("upload.read_ok") in html(at)
    button(at, "Läs in").click().run()
    assert filled.rows("uploads")[0]["areas"] == ["Tanum"]


def test_what_is_no_spreadsheet_gets_a_plain_answer(filled, app):
    at = app("upload")
    at.file_uploader[0].set_value(("bild.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200), "image/png"))
    at.run()
    assert not at.exception
    assert "lb-problem lb-fault" in html(at)


def test_a_sheet_that_tries_to_be_html_stays_text(filled, app):
    at = hand_in(app("upload"), GOOD.replace("Våldsbrott", "<b onclick=x>Våld</b>"))
    assert "<b onclick" not in html(at)


def test_a_refused_file_comes_back_marked_and_a_template_is_at_hand(filled, app):
    at = app("upload", area="Lysekil")
    assert SAY("upload.template", year="2026")[:20] in at.get("download_button")[0].proto.label
    at = hand_in(at, "vecka;kategori;antal\n2021-W47;Totalt;ca 7\n", "vecka 47.csv")
    labels = [one.proto.label for one in at.get("download_button")]
    assert labels == [SAY("upload.marked"), SAY("upload.original")]


def test_the_marked_copy_and_the_template_are_workbooks():
    file = ChosenFile("vecka 47.csv", b"vecka;kategori;antal\n2021-W47;Totalt;ca 7\n")
    words = ("mark", "-", f"--name={file.name}", "-o", "-", "--json")
    book = openpyxl.load_workbook(io.BytesIO(upload_giving_back._content(run_etl(*words, data=file.data))))
    assert book.sheetnames[0] == "Rättningar"
    book = openpyxl.load_workbook(
        io.BytesIO(upload_giving_back._content(run_etl("template", "-o", "-", "--json", "--year=2026")))
    )
    assert len(book.sheetnames) >= 2
