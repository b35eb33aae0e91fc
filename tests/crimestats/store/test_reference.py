"""Periods, calendar events and notes: every edit a row, the newest one shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crimestats.i18n.texts import texts
from crimestats.periods import Period, parse_period
from crimestats.store import Store, StoreError
from crimestats.store.reference import remove_event, remove_period, save_event, save_note, save_period
from crimestats.weeks import IsoWeek

NOVEMBER = Period(IsoWeek(2021, 43), IsoWeek(2021, 46), "november 2021")
W44 = IsoWeek(2021, 44)


def edits(store: Store, table: str) -> int:
    row = store._cursor().execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row
    return int(row[0])


def test_a_period_is_saved_edited_and_removed(store: Store) -> None:
    number = save_period(store, NOVEMBER, actor="anna")
    longer = Period(NOVEMBER.first, NOVEMBER.last + 1, "november 2021")
    assert save_period(store, longer, actor="bo", id=number) == number
    (shown,) = store.rows("periods", area="Lysekil")
    assert (shown["first_week"], shown["last_week"]) == (longer.first.ordinal, longer.last.ordinal)
    remove_period(store, number, actor="bo")
    assert store.rows("periods", area="Lysekil") == []
    assert edits(store, "period") == 3, "no edit is overwritten"
    assert [row["action"] for row in store.rows("audit_log")] == [
        "period.remove", "period.save", "period.save",
    ]  # fmt: skip


def test_an_areas_own_periods_and_those_of_all(store: Store) -> None:
    save_period(store, NOVEMBER)
    save_period(store, Period(NOVEMBER.first, NOVEMBER.last, "egen"), area="Orust")
    assert [row["name"] for row in store.rows("periods", area="Lysekil")] == ["november 2021"]
    assert [row["name"] for row in store.rows("periods", area="Orust")] == ["november 2021", "egen"]


def test_an_event_is_saved_edited_and_removed(store: Store) -> None:
    number = save_event(store, "break", "Höstlov", parse_period("2021-W44"), name_en="Autumn break")
    save_event(store, "break", "Höstlovet", parse_period("2021-W44"), name_en="Autumn break", id=number)
    (shown,) = store.rows("calendar_events", area="Lysekil")
    assert (shown["kind"], shown["name"], shown["name_en"]) == ("break", "Höstlovet", "Autumn break")
    assert shown["first_week"] == W44.ordinal == shown["last_week"]
    remove_event(store, number)
    assert store.rows("calendar_events", area="Lysekil") == []


def test_a_measure_keeps_what_it_is_against_until_that_is_edited(store: Store) -> None:
    def against() -> str:
        (shown,) = store.rows("calendar_events", area="Lysekil")
        return str(shown["categories"])

    weeks = parse_period("2021-W28--2021-W37")
    number = save_event(store, "measure", "Ordningsvakter", weeks, categories=["violence", "vandalism"])
    assert against() == "violence,vandalism"
    save_event(store, "measure", "Ordningsvakter sommar", weeks, id=number)
    assert against() == "violence,vandalism"
    save_event(store, "measure", "Ordningsvakter sommar", weeks, id=number, categories=[])
    assert against() == ""
    with pytest.raises(StoreError) as fault:
        save_event(store, "measure", "Ordningsvakter", weeks, categories=["violens"])
    assert fault.value.code == "store.unknown_category"


def test_the_newest_note_of_a_week_is_shown(store: Store) -> None:
    save_note(store, "Lysekil", "fraud", W44, "en våg", author="anna")
    save_note(store, "Lysekil", "fraud", W44, " en samlad anmälan ", status="batch", author="bo")
    save_note(store, "Lysekil", "total", W44, "se bedrägeri")
    save_note(store, "Orust", "fraud", W44, "annat")
    shown = [
        (row["category"], row["body"], row["status"], row["author"])
        for row in store.rows("notes", area="Lysekil")
    ]
    assert shown == [
        ("fraud", "en samlad anmälan", "batch", "bo"),
        ("total", "se bedrägeri", "explained", ""),
    ]


REFUSALS: list[tuple[str, Callable[[Store], object]]] = [
    ("store.no_name", lambda store: save_period(store, Period(W44, W44, " "))),
    ("store.no_name", lambda store: save_event(store, "event", "", parse_period("2021-W44"))),
    ("store.unknown_kind", lambda store: save_event(store, "party", "Fest", parse_period("2021-W44"))),
    ("notes.empty", lambda store: save_note(store, "A", "fraud", W44, " ")),
    ("notes.personal_data", lambda store: save_note(store, "A", "fraud", W44, "a@b.se ringde")),
    ("store.unknown_status", lambda store: save_note(store, "A", "fraud", W44, "x", status="sure")),
    ("store.unknown_period", lambda store: remove_period(store, 9)),
    ("store.unknown_period", lambda store: save_period(store, NOVEMBER, id=9)),
    ("store.unknown_event", lambda store: remove_event(store, 9)),
]


@pytest.mark.parametrize(("code", "act"), REFUSALS)
def test_refusals(store: Store, code: str, act: Callable[[Store], object]) -> None:
    before = store.version
    with pytest.raises(StoreError) as caught:
        act(store)
    assert caught.value.code == code
    assert texts("sv")(code, **caught.value.values)
    assert store.version == before


def test_what_was_removed_cannot_be_edited(store: Store) -> None:
    number = save_period(store, NOVEMBER)
    remove_period(store, number)
    with pytest.raises(StoreError) as caught:
        save_period(store, NOVEMBER, id=number)
    assert caught.value.code == "store.unknown_period"
