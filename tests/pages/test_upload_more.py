"""Ladda upp: several files, counts typed by hand, corrected files, other areas, two people at once."""

from __future__ import annotations

from crimestats.i18n import texts
from crimestats.store.uploads import withdraw
from tests.pages.conftest import html
from tests.pages.test_upload import GOOD, button, field, hand_in, n_uploads

SAY = texts("sv")
BAD = "vecka;kategori;antal\n2021-W47;Totalt;ca 7\n2021-W46;Totalt;<5\n"


def hand_in_many(at, **contents: str):
    at.file_uploader[0].set_value(
        [(f"{name}.csv", content.encode(), "text/csv") for name, content in contents.items()]
    )
    return at.run()


def test_of_several_files_the_good_ones_are_loaded_and_the_others_stay(filled, app):
    at = hand_in_many(app("upload", area="Lysekil"), ny=GOOD, fel=BAD, gammal=GOOD.replace("2021", "2020"))
    shown = html(at)
    assert SAY("upload.many_some", n="två", all="tre") in shown
    assert [one.label.replace("\\", "") for one in at.expander][1:4] == [
        "ny.csv · 3 värden · kan läsas in", "fel.csv · att rätta: 2", "gammal.csv · 3 värden · kan läsas in",
    ]  # fmt: skip
    assert SAY("upload.confirm_left", files="fel.csv") in shown
    button(at, "Läs in två filer, 6 värden").click().run()
    assert not at.exception
    assert [one["file_name"] for one in filled.rows("uploads")][:2] == ["gammal.csv", "ny.csv"]
    assert n_uploads(filled) == 4
    shown = html(at)
    assert SAY("upload.receipt_left") in shown
    assert SAY("upload.read_errors", n="två") in shown
    assert len(at.get("page_link")) == 2


def test_the_latest_week_is_typed_by_hand_and_is_an_upload_like_any_other(filled, app):
    at = app("upload", area="Lysekil")
    button(at, SAY("upload.typed_show")).click().run()
    assert SAY("upload.typed_empty") in html(at)
    field(at, "Totalt").input("31")
    field(at, "Våldsbrott").input("fyra")
    button(at, SAY("upload.typed_show")).click().run()
    shown = html(at)
    assert "Fel · Våldsbrott" in shown
    assert "”fyra” är inget antal" in shown
    assert n_uploads(filled) == 2
    field(at, "Våldsbrott").input("4")
    button(at, SAY("upload.typed_show")).click().run()
    assert SAY("upload.changes_lead", new="2", changed="0", unchanged="0") in html(at)
    button(at, "Läs in 2").click().run()
    upload = filled.rows("uploads")[0]
    assert upload["file_name"].startswith("Inskrivet v. 47 2021 Lysekil")
    counts = {row["category"]: row["count"] for row in filled.rows("upload_rows", upload_id=upload["id"])}
    assert counts == {"total": 31, "violence": 4}
    assert field(at, "Totalt").value == ""


def test_a_corrected_file_tells_what_was_mended_and_what_remains(filled, app):
    at = hand_in(app("upload", area="Lysekil"), BAD, "siffror.csv")
    hand_in(at, BAD.replace("<5", "5"), "siffror, rättningar.csv")
    shown = html(at)
    assert "Rättade: 1. Kvar: 1. Nya: 0." in shown
    assert SAY("upload.mended_still") in shown
    hand_in(at, BAD.replace("<5", "5").replace("ca 7", "7"), "siffror.csv")
    assert "Rättade: 1. Kvar: 0. Nya: 0." in html(at)
    assert SAY("upload.read_ok") in html(at)


def test_one_answer_for_all_cells_of_a_kind_and_back_again(filled, app):
    dashes = "vecka;kategori;antal\n" + "".join(f"2021-W{week};Totalt;-\n" for week in range(30, 40))
    at = hand_in(app("upload", area="Lysekil"), dashes + "2021-W40;Totalt;3\n")
    assert SAY("upload.read_questions", n="tio") in html(at)
    assert SAY("upload.answer_all", n="10") in html(at)
    button(at, "Noll anmälningar").click().run()
    assert SAY("upload.read_ok") in html(at)
    assert "Läs in 11" in button(at, "Läs in").label
    button(at, SAY("upload.answered_undo")).click().run()
    assert SAY("upload.read_questions", n="tio") in html(at)


def test_what_a_sender_answered_is_remembered_said_and_can_be_changed(filled, app):
    at = app("upload", area="Lysekil")
    field(at, SAY("upload.who")).input("Ada Ek").run()
    hand_in(at, GOOD.replace("Våldsbrott", "Våldsbrtt"))
    button(at, SAY("upload.answer_yes", label="Våldsbrott")).click().run()
    button(at, "Läs in").click().run()
    hand_in(at, GOOD.replace("Våldsbrott;4", "Våldsbrtt;5"), "nästa.csv")
    shown = html(at)
    assert SAY("upload.read_ok") in shown
    assert "”Våldsbrtt” är läst som Våldsbrott enligt ditt tidigare svar." in shown
    change = next(one for one in at.selectbox if one.placeholder == SAY("upload.change_answer"))
    change.select("theft").run()
    assert "Tillgrepp/stöld enligt ditt svar" in html(at)


def test_a_file_about_another_area_than_the_one_on_screen_is_asked_about(filled, app):
    other = GOOD.replace("vecka;", "område;vecka;").replace("\n2021", "\nSotenäs;2021")
    at = hand_in(app("upload", area="Lysekil"), other)
    assert SAY("upload.confirm_area", area="Sotenäs", chosen="Lysekil") in html(at)
    hand_in(at, other.replace("Sotenäs", "Tanum"), "tanum.csv")
    assert SAY("upload.confirm_new_area", area="Tanum") in html(at)
    hand_in(at, GOOD, "eget.csv")
    assert "men du tittar på" not in html(at)


def test_a_button_pressed_after_another_has_taken_the_file_back_says_so(filled, app):
    at = app("upload", area="Lysekil")
    newest = filled.rows("uploads")[0]["id"]
    at.text_input(key="history_reason").input("fel fil")
    withdraw(filled, newest, "Bo", "redan gjort")
    at.button(key="history_withdraw").click().run()
    assert not at.exception
    assert SAY("store.already_withdrawn", upload=newest) in html(at)
    assert filled.rows("uploads")[0]["withdrawn_reason"] == "redan gjort"
    assert [row["action"] for row in filled.rows("upload_actions", upload_id=newest)] == ["withdraw"]


def test_the_history_tells_what_a_file_changed_and_gives_it_back(filled, app):
    at = hand_in(app("upload", area="Lysekil"), GOOD)
    button(at, "Läs in").click().run()
    shown = html(at)
    assert SAY("report.upload.changed") in shown
    assert SAY("upload.original") in [one.proto.label for one in at.get("download_button")]
    earlier = app("upload", area="Lysekil", asof="2021-11-29T08:00:00+00:00")
    assert "ny.csv" not in html(earlier)
    assert not [one for one in earlier.button if one.key == "history_withdraw"]


def test_any_file_name_is_shown_as_it_is(filled, app):
    name = "a\"b'<img src=x> åäö *fet* [länk](x) :red[y] $x$ `y`.csv"
    at = app("upload", area="Lysekil")
    at.file_uploader[0].set_value([(name, GOOD.encode(), "text/csv"), ("b.csv", BAD.encode(), "text/csv")])
    at.run()
    assert not at.exception
    assert "<img" not in html(at)
    button(at, "Läs in").click().run()
    assert filled.rows("uploads")[0]["file_name"] == name


def test_english(filled, app):
    at = hand_in(app("upload", area="Lysekil", lang="en"), BAD)
    shown = html(at)
    assert "Before the file can be loaded, two things must be mended" in shown
    assert "Fel" not in shown.replace("Felix", "")
