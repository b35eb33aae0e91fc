"""A meeting's slides, what it opens with, what closing freezes, and what is known afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from crimestats.periods import parse_period
from crimestats.reporting.document_markdown import document_markdown
from crimestats.reporting.meeting.frozen import freeze, thaw
from crimestats.reporting.meeting.minutes import file_name, minutes
from crimestats.reporting.meeting.view import close, meeting_view, meetings_of
from crimestats.store import StoreError
from crimestats.store.decisions import DecisionWords, Ground, edit_decision, take_decision
from crimestats.store.meetings import make_meeting, reopen_meeting, save_attendance, save_note
from crimestats.store.parties import save_party_counts
from crimestats.store.uploads import withdraw
from crimestats.weeks import IsoWeek
from tests.conftest import append_counts
from tests.crimestats.reporting.meeting.conftest import LAST, rows

LATER = datetime(2021, 12, 27, 8, tzinfo=UTC)
PEAK = "peak:total:2021-W45"


def decide(store, meeting: int, category: str = "fraud_all") -> int:
    ground = Ground("Lysekil", meeting, PEAK, category)
    return take_decision(store, DecisionWords("Information", "socialförvaltningen"), ground)


def keys(view) -> list[str]:
    return [slide.key for slide in view.seen.slides]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_agenda_is_the_findings_by_importance_each_with_chart_and_words(filled, meeting, lang):
    view = meeting_view(filled, "Lysekil", meeting, lang=lang)
    assert keys(view)[:3] == ["month", "categories", PEAK]
    ranks = [slide.rank for slide in view.seen.slides]
    assert ranks == sorted(ranks)
    for slide in view.seen.slides:
        assert slide.title
        assert not slide.title[0].isdigit()
        assert slide.chart is not None
        assert len(slide.chart.sentence) > 20
        assert len(slide.sentences) <= 3
    # The same findings in both languages, so that a note or a decision holds for both.
    assert keys(view) == keys(meeting_view(filled, "Lysekil", meeting, lang="sv"))


def test_what_was_seen_comes_back_from_json_as_it_was(filled, meeting):
    decide(filled, meeting)
    save_attendance(filled, meeting, "police", "Lugnt", present=True, seen=0)
    save_party_counts(filled, "Lysekil", "housing", LAST, {"Klotter": 3}, file_name="egna.csv")
    seen = meeting_view(filled, "Lysekil", meeting).seen
    assert thaw(freeze(seen)) == seen
    with pytest.raises(ValueError):
        thaw('{"form": 99, "seen": {}}')


def test_revised_data_leave_a_closed_meeting_as_it_was_and_are_told_beside_it(filled, meeting):
    number = decide(filled, meeting)
    close(filled, "Lysekil", meeting)
    before = meeting_view(filled, "Lysekil", meeting)
    assert before.known is not None
    assert before.known.slides == ()
    append_counts(filled, [("2021-W45", "total", 41), ("2021-W45", "fraud", 5)], file_name="rättad.xlsx")
    with pytest.raises(StoreError, match=r"meeting\.closed"):
        close(filled, "Lysekil", meeting)
    after = meeting_view(filled, "Lysekil", meeting)
    assert after.seen == before.seen
    assert after.known.of(PEAK)[0] == "Fyndet finns inte kvar med det som är känt nu."
    assert any("totalt" in words and "41 nu" in words for words in after.known.of(PEAK))
    # The decision goes on living; what the meeting saw of it does not change.
    words = DecisionWords("Information", "socialförvaltningen", None, "done")
    edit_decision(filled, number, words, seen=1)
    later = meeting_view(filled, "Lysekil", meeting)
    assert later.seen == before.seen
    assert later.known.of(f"decision:{number}") == ("Läge nu: genomfört.",)


def test_a_withdrawn_upload_under_a_closed_meeting_is_told_and_the_slides_stay(filled, meeting):
    close(filled, "Lysekil", meeting)
    before = meeting_view(filled, "Lysekil", meeting)
    withdraw(filled, 1, "", "fel fil")
    after = meeting_view(filled, "Lysekil", meeting)
    assert after.seen == before.seen
    assert [notice for notice in after.notices if "lysekil.xlsx" in notice]
    assert any("ingen uppgift nu" in words for words in after.known.of("month"))


def test_a_meeting_opened_again_goes_on_with_the_data_it_had(filled, meeting):
    close(filled, "Lysekil", meeting)
    titles = [slide.title for slide in meeting_view(filled, "Lysekil", meeting).seen.slides]
    append_counts(filled, [("2021-W45", "total", 41), ("2021-W45", "fraud", 5)], received_at=LATER)
    reopen_meeting(filled, meeting)
    assert [slide.title for slide in meeting_view(filled, "Lysekil", meeting).seen.slides] == titles


def test_the_next_meeting_opens_with_decisions_and_revisions(filled, meeting):
    decide(filled, meeting)
    close(filled, "Lysekil", meeting)
    weeks = parse_period("2021-W47--2021-W50")
    newer = [("2021-W44", "total", 99), *rows(IsoWeek(2021, 47), IsoWeek(2021, 50))]
    append_counts(filled, newer, received_at=LATER)
    following = make_meeting(filled, "Lysekil", "month", weeks, date(2021, 12, 20))
    first, second, *_ = meeting_view(filled, "Lysekil", following).seen.slides
    assert first.title == "Att följa upp: ett beslut"
    (decision,) = first.decisions
    assert decision.body == "Information"
    assert decision.outcome[0].startswith("Efter beslutet, vecka\u00a049–50 2021, gjordes ")
    assert second.title == "Ändrat sedan förra mötet: en siffra"
    assert [row[0] for row in second.table.rows] == ["v.\u00a044 2021"]
    # A decision that came to an end before the meeting before is not followed up for ever.
    edit_decision(filled, 1, DecisionWords("Information", "socialförvaltningen", None, "done"), seen=1)
    close(filled, "Lysekil", following)
    third = make_meeting(filled, "Lysekil", "month", weeks, date(2021, 12, 21))
    assert not meeting_view(filled, "Lysekil", third).seen.slides[0].decisions


def test_before_any_week_has_come_in_it_is_too_early_to_say(filled, meeting):
    decide(filled, meeting)
    week = make_meeting(filled, "Lysekil", "week", parse_period("2021-W46"), date(2021, 11, 30))
    slides = meeting_view(filled, "Lysekil", week).seen.slides
    assert [slide.key for slide in slides] == ["week", "decisions"]
    assert "för tidigt att säga" in slides[1].decisions[0].outcome[0]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_minutes_hold_charts_decisions_and_parties_and_no_notes(filled, meeting, lang):
    decide(filled, meeting)
    save_note(filled, meeting, "month", "Hemlig anteckning", seen=0)
    save_attendance(filled, meeting, "housing", "Lugnt i <trapphusen>", present=True, seen=0)
    save_party_counts(filled, "Lysekil", "housing", LAST, {"Klotter": 3}, file_name="egna.csv")
    view = meeting_view(filled, "Lysekil", meeting, lang=lang)
    told = document_markdown(minutes(view))
    assert view.seen.slides[0].chart.sentence[:40] in told.replace("\\", "")
    for words in ("Information", "socialförvaltningen", "Klotter", "trapphusen"):
        assert words in told
    assert "Hemlig" not in told
    assert "<trapphusen>" not in told
    name = "Protokoll Lysekil 2021-11-29" if lang == "sv" else "Minutes Lysekil 2021-11-29"
    assert file_name(view) == name


def test_the_list_is_the_latest_first_and_each_area_has_its_own(filled, meeting):
    week = make_meeting(filled, "Lysekil", "week", parse_period("2021-W46"), date(2021, 12, 6))
    make_meeting(filled, "Sotenäs", "month", parse_period("2021-W46"), date(2021, 12, 6))
    assert [one.id for one in meetings_of(filled, "Lysekil")] == [week, meeting]
    assert [one.state_text for one in meetings_of(filled, "Lysekil")] == ["planerat", "pågår"]
    with pytest.raises(StoreError, match=r"meeting\.unknown"):
        meeting_view(filled, "Lysekil", 99)


def test_a_lasting_change_of_level_is_a_finding_of_its_own(filled, meeting):
    higher = [
        (week, code, count + 12) for week, code, count in rows(IsoWeek(2021, 39), LAST) if code == "theft"
    ]
    append_counts(filled, higher, received_at=LATER)
    view = meeting_view(filled, "Lysekil", meeting)
    shift = next(slide for slide in (*view.seen.slides, *view.others) if slide.key.startswith("shift:theft:"))
    assert shift.title.startswith("Stölderna ligger på en högre nivå sedan vecka\u00a0")
    assert shift.sentences
    assert shift.category == "theft"
