"""Mötet: one press makes the meeting; slides, decisions, parties, closing, and what is known afterwards."""

from __future__ import annotations

import pytest

from crimestats.i18n import texts
from crimestats.store.uploads import withdraw
from tests.conftest import append_counts
from tests.pages.conftest import html

SAY = texts("sv")
BODY = "Information på träffpunkterna"


def press(at, label: str, form: str = ""):
    """Press the button of that label, of a form whose name begins so where one is named."""
    found = [one for one in at.button if one.label == SAY(label) and (one.form_id or "").startswith(form)]
    at = found[0].click().run()
    assert not at.exception
    return at


def made(app, lang: str = "sv"):
    at = app("", area="Lysekil", period="2021-W43--2021-W46", lang=lang)
    at = at.button(key="make_meeting").click().run()
    assert not at.exception
    return at


def opened(app, slide: str = "", lang: str = "sv"):
    address = {"area": "Lysekil", "period": "2021-W43--2021-W46", "meeting": "1", "lang": lang}
    return app("meeting", **address, **({"slide": slide} if slide else {}))


def decide(at, body: str, responsible: str, due: str = ""):
    turn = at.session_state["decision_round"]
    at.text_area(key=f"decision_body_{turn}").input(body)
    at.text_input(key=f"decision_responsible_{turn}").input(responsible)
    at.text_input(key=f"decision_due_{turn}").input(due)
    return press(at, "meeting.decision.save", "decision_new")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_one_press_on_the_month_makes_the_meeting(filled, app, lang):
    at = made(app, lang)
    name = "november 2021" if lang == "sv" else "November 2021"
    assert texts(lang)("meeting.title.month", name=name) in html(at)
    assert len(at.radio(key="meeting_pick").options) >= 3
    assert at.query_params["meeting"] == "1"
    assert len(at.get("plotly_chart")) == 1
    (row,) = filled.rows("meetings", area="Lysekil")
    assert (row["kind"], row["status"]) == ("month", "open")


def test_the_agenda_is_ordered_and_shown_full_screen_without_notes(filled, app):
    at = made(app)
    first, second, *rest = at.radio(key="meeting_pick").options
    at = at.button(key="agenda_down").click().run()
    assert at.radio(key="meeting_pick").options == [second, first, *rest]
    at = at.button(key="agenda_drop").click().run()
    assert at.radio(key="meeting_pick").options == [second, *rest]
    at = at.button(key="agenda_add").click().run()
    assert at.radio(key="meeting_pick").options == [second, *rest, first]

    at.text_area(key="note_1_month:note").input("Fråga banken")
    at = press(at, "meeting.note_save")
    at = at.button(key="stage_show").click().run()
    shown = html(at)
    assert shown.count("<h1") == 1
    assert "data-slide" in shown
    assert "Fråga banken" not in shown
    assert all(not area.value for area in at.text_area)
    at = at.button(key="stage_first").click().run()
    assert SAY("meeting.of", n=1, all=len(rest) + 2) in html(at)
    at = at.button(key="stage_leave").click().run()
    assert at.radio(key="meeting_pick").value == "categories"
    assert not at.exception


def test_a_decision_is_refused_politely_written_changed_and_undone(filled, app):
    at = decide(made(app), BODY, "  ")
    assert SAY("meeting.no_responsible") in html(at)
    assert at.text_area(key="decision_body_0").value == BODY
    at = decide(at, BODY, "socialförvaltningen", "i morgon")
    assert SAY("meeting.bad_day", value="i morgon") in html(at)
    at = decide(at, "Ring 19900101-0017", "kommunen")
    assert SAY("meeting.personal.number") in html(at)
    assert "0017" not in html(at)
    assert filled.rows("decisions", area="Lysekil") == []

    at = decide(at, "<script>alert(1)</script>", "socialförvaltningen", "2021-12-10")
    (row,) = filled.rows("decisions", area="Lysekil")
    assert (row["responsible"], row["chart"], row["meeting"]) == ("socialförvaltningen", "month", "1")
    assert "<script>" not in html(at)
    assert "&lt;script&gt;" in html(at)
    assert at.text_area(key="decision_body_1").value == ""

    at.radio(key="decision_1:status").set_value("dropped")
    at = press(at, "meeting.decision.save", "form_decision")
    assert SAY("meeting.no_reason") in html(at)
    at.text_input(key="decision_1:reason").input("ersatt")
    at = press(at, "meeting.decision.save", "form_decision")
    assert "nedlagt: ersatt" in html(at)
    at = press(at, "meeting.decision.undo", "form_decision")
    (row,) = filled.rows("decisions", area="Lysekil")
    assert (row["status"], row["edit"]) == ("open", 3)


def test_two_people_write_the_same_note_and_the_second_sees_both(filled, app):
    one, two = made(app), opened(app, "month")
    key = "note_1_month:note"
    one.text_area(key=key).input("Börja med helheten")
    one = press(one, "meeting.note_save")
    two.text_area(key=key).input("Börja med vecka 45")
    two = press(two, "meeting.note_save")
    assert "Börja med helheten" in html(two)
    assert two.text_area(key=key).value == "Börja med vecka 45"
    # Told of the other's words, the second may now replace them.
    two.text_area(key=key).input("Helheten, sedan vecka 45")
    two = press(two, "meeting.note_save")
    assert [row["note"] for row in filled.rows("agenda_items", meeting_id=1)] == ["Helheten, sedan vecka 45"]


def test_a_partys_words_and_counts_stand_apart(filled, app):
    at = made(app)
    at.selectbox(key="party_which").select("housing").run()
    at.text_area(key="party_1_housing:note").input("Lugnt i trapphusen")
    at = press(at, "meeting.save", "form_party")
    at.selectbox(key="counts_which").select("housing").run()
    at.text_input(key="name_housing_None_0").input("Klotter, sanerat")
    at.number_input(key="new_housing_None_0").set_value(4)
    at = press(at, "meeting.party.counts_save", "counts_")
    shown = html(at)
    assert "Lugnt i trapphusen" in shown
    assert "Klotter, sanerat" in shown
    assert SAY("meeting.party.own") in shown
    assert [row["category"] for row in filled.rows("weekly_counts", area="Lysekil", first=10**6)] == []
    at = press(at, "meeting.party.counts_undo")
    assert "Klotter, sanerat" not in html(at)


def test_a_closed_meeting_shows_what_was_seen_beside_what_is_known_now(filled, app):
    at = press(decide(made(app), BODY, "kommunen"), "meeting.close.button")
    before = html(at)
    assert SAY("meeting.known.same") in before
    slide = before[before.index("lb-slide-head") :][:400]
    append_counts(filled, [("2021-W45", "total", 90)], file_name="rättad.xlsx")
    withdraw(filled, 1, "", "fel fil")
    at = at.run()
    after = html(at)
    assert slide in after
    assert "90" in after[after.index("lb-known") :][:600]
    assert SAY("meeting.known.withdrawn", file="lysekil.xlsx") in after
    assert [one for one in at.button if one.label == SAY("meeting.note_save")] == []
    english = html(opened(app, "month", "en"))
    assert texts("en")("meeting.now_known") in english
    assert texts("en")("meeting.known.withdrawn", file="lysekil.xlsx") in english


def test_a_closed_meeting_is_opened_again_moved_and_taken_off_the_list(filled, app):
    at = press(press(made(app), "meeting.close.button"), "meeting.close.reopen")
    at.text_input(key="day_1").input("den nionde")
    at = press(at, "meeting.close.move")
    assert SAY("meeting.bad_day", value="den nionde") in html(at)
    at.text_input(key="day_1").input("2021-12-06")
    at = press(at, "meeting.close.move")
    assert SAY("meeting.state.planned") in html(at)
    at = press(at, "meeting.close.remove")
    assert SAY("meeting.removed") in html(at)
    assert SAY("meeting.list.empty_title") in html(at)


def test_the_weekly_picture_is_one_page(filled, app):
    at = app("meeting", area="Lysekil", period="2021-W43--2021-W46")
    at = at.button(key="meeting_make_week").click().run()
    assert not at.exception
    assert SAY("meeting.title.week", name="vecka\u00a046 2021") in html(at)
    assert len(at.get("plotly_chart")) == 1
    assert filled.rows("meetings", area="Lysekil")[0]["kind"] == "week"


def test_a_meeting_that_is_not_there_leads_to_the_list(filled, app):
    at = app("meeting", area="Lysekil", period="2021-W43--2021-W46", meeting="17")
    assert SAY("meeting.unknown_address", area="Lysekil") in html(at)
    assert not at.exception
