"""Meetings, decisions and parties: every change is a row more, nobody's words are written over."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crimestats.counts import read_weekly_counts
from crimestats.periods import parse_period
from crimestats.store import Store, StoreError
from crimestats.store.decisions import (
    STATUSES,
    DecisionWords,
    Ground,
    edit_decision,
    take_decision,
    undo_decision,
)
from crimestats.store.meetings import (
    arrange,
    close_meeting,
    make_meeting,
    remove_meeting,
    reopen_meeting,
    save_attendance,
    save_note,
)
from crimestats.store.parties import save_party_counts
from crimestats.store.uploads import withdraw
from crimestats.weeks import IsoWeek
from tests.conftest import RECEIVED, append_counts

NOVEMBER = parse_period("2021-W43--2021-W46")
DAY = date(2021, 11, 29)
WEEK = IsoWeek(2021, 46)


@pytest.fixture
def meeting(store: Store, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    return make_meeting(store, "Lysekil", "month", NOVEMBER, DAY)


def ground(meeting: int) -> Ground:
    return Ground("Lysekil", meeting, "peak:total:2021-W45", "fraud_all")


def decisions(store: Store) -> list[tuple[str, str, str]]:
    return [
        (row["body"], row["responsible"], row["status"]) for row in store.rows("decisions", area="Lysekil")
    ]


def refused(code: str):
    return pytest.raises(StoreError, match=rf"^meeting\.{code}")


def test_making_the_same_meeting_twice_is_one_meeting(store, meeting):
    assert make_meeting(store, "Lysekil", "month", NOVEMBER, DAY) == meeting
    assert make_meeting(store, "Lysekil", "week", parse_period("2021-W46"), DAY) == meeting + 1
    assert make_meeting(store, "Sotenäs", "month", NOVEMBER, DAY) == meeting + 2


def test_a_decision_needs_words_a_role_and_when_dropped_a_reason(store, meeting):
    for words, code in [
        (DecisionWords("  ", "kommunen"), "no_body"),
        (DecisionWords("Fler kvällar", " "), "no_responsible"),
        (DecisionWords("Fler kvällar", "kommunen", status="dropped"), "no_reason"),
        (DecisionWords("Fler kvällar", "kommunen", status="kanske"), "unknown_status"),
        (DecisionWords("Ring 070-123 45 67", "kommunen"), r"personal\.phone"),
        (DecisionWords("Fler kvällar", "19900101-0017"), r"personal\.number"),
        (DecisionWords("x" * 4001, "kommunen"), "too_long"),
    ]:
        with refused(code) as told:
            take_decision(store, words, ground(meeting))
        assert "070" not in str(told.value)
    assert decisions(store) == []


def test_a_decision_keeps_what_it_rests_on_through_every_edit(store, meeting):
    number = take_decision(store, DecisionWords("Information", "socialförvaltningen", DAY), ground(meeting))
    (before,) = store.rows("decisions", area="Lysekil")
    edit_decision(store, number, DecisionWords("Information", "socialförvaltningen", None, "done"), seen=1)
    (after,) = store.rows("decisions", area="Lysekil")
    rests = ("meeting", "chart", "category", "data_moment", "taken_at")
    assert [after[name] for name in rests] == [before[name] for name in rests]
    assert (after["status"], after["due"]) == ("done", None)
    undo_decision(store, number)
    assert decisions(store) == [("Information", "socialförvaltningen", "open")]
    assert [row["edit"] for row in store.rows("decision_history", id=number)] == [3, 2, 1]


def test_undoing_a_new_decision_takes_it_away_and_undoing_that_brings_it_back(store, meeting):
    number = take_decision(store, DecisionWords("Information", "kommunen"), ground(meeting))
    undo_decision(store, number)
    assert decisions(store) == []
    undo_decision(store, number)
    assert decisions(store) == [("Information", "kommunen", "open")]


def test_the_second_of_two_editors_is_told_what_the_first_wrote(store, meeting):
    number = take_decision(store, DecisionWords("Information", "kommunen"), ground(meeting))
    edit_decision(store, number, DecisionWords("Information på träffpunkter", "kommunen"), seen=1)
    with refused("edited_meanwhile") as told:
        edit_decision(store, number, DecisionWords("Information i brev", "kommunen"), seen=1)
    assert told.value.values["theirs"] == "Information på träffpunkter (kommunen)"
    # The same words from both are no conflict.
    edit_decision(store, number, DecisionWords("Information på träffpunkter", "kommunen"), seen=1)

    save_note(store, meeting, "month", "Börja med vecka 45", seen=0)
    with refused("edited_meanwhile"):
        save_note(store, meeting, "month", "Börja med helheten", seen=0)
    save_attendance(store, meeting, "police", "Lugnt i hamnen", present=True, seen=0)
    with refused("edited_meanwhile"):
        save_attendance(store, meeting, "police", "Stökigt i hamnen", present=True, seen=0)


def test_ordering_the_agenda_keeps_notes_and_a_note_keeps_the_order(store, meeting):
    save_note(store, meeting, "fraud", "Fråga banken", seen=0)
    arrange(store, meeting, ["fraud", "month"], shown={"change": False})
    (fraud,) = [row for row in store.rows("agenda_items", meeting_id=meeting) if row["slide"] == "fraud"]
    assert (fraud["note"], fraud["position"], fraud["shown"]) == ("Fråga banken", 0.0, True)
    save_note(store, meeting, "fraud", "Fråga kommunen", seen=fraud["edit"])
    held = {row["slide"]: row for row in store.rows("agenda_items", meeting_id=meeting)}
    assert (held["fraud"]["note"], held["fraud"]["position"]) == ("Fråga kommunen", 0.0)
    assert not held["change"]["shown"]


def test_a_closed_meeting_takes_no_changes_until_it_is_opened_again(store, meeting):
    close_meeting(store, meeting, {"sv": "{}", "en": "{}"}, RECEIVED)
    for change in (
        lambda: save_note(store, meeting, "month", "Sent", seen=0),
        lambda: arrange(store, meeting, ["month"]),
        lambda: save_attendance(store, meeting, "police", "", present=True, seen=0),
        lambda: close_meeting(store, meeting, {"sv": "{1}"}, RECEIVED),
        lambda: remove_meeting(store, meeting),
    ):
        with refused("closed"):
            change()
    reopen_meeting(store, meeting)
    (row,) = store.rows("meetings", area="Lysekil")
    assert (row["status"], row["data_moment"]) == ("open", RECEIVED)
    with refused("not_closed"):
        reopen_meeting(store, meeting)
    remove_meeting(store, meeting)
    assert store.rows("meetings", area="Lysekil") == []


@given(
    counts=st.dictionaries(
        st.sampled_from(["total", "violence", "fraud", "Klotter", "=SUM(A1)", "Oro i trapphus"]),
        st.integers(0, 9999),
        min_size=1,
    ),
    source=st.sampled_from(["housing", "guards", "youth"]),
)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_partys_counts_never_enter_police_reports(store, meeting, counts, source):
    """Whatever a party calls its categories, also by our own codes."""
    if not store.rows("areas"):
        append_counts(store, [("2021-W46", "total", 31), ("2021-W46", "violence", 4)])
    before = read_weekly_counts(store, "Lysekil")
    number = save_party_counts(store, "Lysekil", source, WEEK, counts, file_name="egna.csv")
    after = read_weekly_counts(store, "Lysekil")
    assert {code: list(v) for code, v in after.series.items()} == {
        code: list(v) for code, v in before.series.items()
    }
    assert after.file_name == before.file_name
    kept = store.rows("party_counts", area="Lysekil", first=WEEK.ordinal, last=WEEK.ordinal)
    assert {row["category"]: row["count"] for row in kept} == counts
    assert {row["source"] for row in kept} == {source}
    withdraw(store, number, "", "fel")
    assert store.rows("party_counts", area="Lysekil", first=WEEK.ordinal, last=WEEK.ordinal) == []


def test_an_area_with_only_a_partys_counts_has_no_police_record(store, meeting):
    save_party_counts(store, "Sotenäs", "youth", WEEK, {"Ungdomar ute": 40}, file_name="egna.csv")
    assert store.rows("areas") == []
    with refused("week_ahead"):
        save_party_counts(store, "Lysekil", "youth", IsoWeek(2021, 50), {"A": 1}, file_name="x.csv")
    with refused("unknown_party"):
        save_party_counts(store, "Lysekil", "police", WEEK, {"A": 1}, file_name="x.csv")
    with refused("no_counts"):
        save_party_counts(store, "Lysekil", "youth", WEEK, {}, file_name="x.csv")


@given(steps=st.lists(st.tuples(st.sampled_from(["edit", "undo"]), st.sampled_from(STATUSES)), max_size=4))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_history_of_a_decision_only_grows(store, meeting, steps):
    number = take_decision(store, DecisionWords("Information", "kommunen"), ground(meeting))
    history = store.rows("decision_history", id=number)
    for action, status in steps:
        held = history[0]
        words = DecisionWords(f"Nytt {len(history)}", "kommunen", None, status, "därför")
        if action == "undo":
            undo_decision(store, number)
        elif held["removed"]:
            with refused("unknown_decision"):
                edit_decision(store, number, words, seen=held["edit"])
        else:
            edit_decision(store, number, words, seen=held["edit"])
        longer = store.rows("decision_history", id=number)
        assert longer[-len(history) :] == history
        history = longer
