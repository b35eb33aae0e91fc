"""What the municipality edits: periods, events, explanations. Every edit is a new row."""

from __future__ import annotations

import pytest

from crimestats.i18n import texts
from tests.pages.conftest import html

SAY = texts("sv")


def save(at, which: str, **fields: str):
    for name, value in fields.items():
        at.text_input(key=f"{which}_{name}_0").input(value)
    return (
        next(
            one for one in at.button if one.form_id == f"{which}_0" and one.label == SAY("screens.data.save")
        )
        .click()
        .run()
    )


def periods(store):
    return [
        (row["name"], row["last_week"] - row["first_week"] + 1)
        for row in store.rows("periods", area="Lysekil")
    ]


def test_a_period_is_named_changed_and_taken_away(filled, app):
    at = save(
        app("data_methods", area="Lysekil"),
        "period",
        name="november 2021",
        first="2021-W43",
        last="v. 46 2021",
    )
    assert periods(filled) == [("november 2021", 4)]
    assert "november 2021 · v.\u00a043–46" in at.selectbox(key="period").options

    number = filled.rows("periods", area="Lysekil")[0]["id"]
    at.selectbox(key="period_which").select(number).run()
    at.text_input(key=f"period_last_{number}").input("2021-W47")
    buttons = [one for one in at.button if one.form_id == f"period_{number}"]
    buttons[0].click().run()
    assert periods(filled) == [("november 2021", 5)]

    at.selectbox(key="period_which").select(number).run()
    next(
        one
        for one in at.button
        if one.form_id == f"period_{number}" and one.label == SAY("screens.data.remove")
    ).click().run()
    assert periods(filled) == []
    assert not at.exception


def test_gaps_and_overlaps_are_flagged(filled, app):
    at = app("data_methods", area="Lysekil")
    save(at, "period", name="a", first="2021-W01", last="2021-W04")
    save(at, "period", name="b", first="2021-W06", last="2021-W09")
    save(at, "period", name="c", first="2021-W09", last="2021-W12")
    shown = html(at)
    assert SAY("screens.data.gap", before="a", after="b", weeks="vecka\u00a05 2021") in shown
    assert SAY("screens.data.overlap", before="b", after="c", weeks="vecka\u00a09 2021") in shown


def test_a_week_that_does_not_exist_is_refused_in_words(filled, app):
    at = save(app("data_methods"), "period", name="x", first="2021-W53", last="2021-W53")
    assert SAY("week.not_in_year", week=53, year=2021) in html(at)
    assert periods(filled) == []


def test_a_period_without_a_name_is_refused_in_words(filled, app):
    at = save(app("data_methods"), "period", name=" ", first="2021-W43", last="2021-W46")
    assert SAY("store.no_name") in html(at)


def test_an_event_is_recorded_and_shown(filled, app):
    at = save(app("data_methods", area="Lysekil"), "event", name="Marknad", first="2021-W44", last="")
    row = filled.rows("calendar_events", area="Lysekil")[0]
    assert (row["name"], row["kind"], row["last_week"] - row["first_week"]) == ("Marknad", "break", 0)
    assert "Marknad" in html(at)


def explained(at, words: str):
    at.text_area[0].input(words)
    return next(one for one in at.button if one.label == SAY("notes.save")).click().run()


def test_an_unusual_week_is_explained(filled, app):
    at = app("peaks", area="Lysekil", period="2021-W43--2021-W46")
    explained(at, "Telefonbedragare ringde runt.")
    note = filled.rows("notes", area="Lysekil")[0]
    assert (note["body"], note["status"]) == ("Telefonbedragare ringde runt.", "explained")
    assert "Telefonbedragare ringde runt." in html(at)
    assert "Sparat: " in html(at)
    assert at.text_area[0].value == ""
    explained(at, "Telefonbedragare, flera på samma gata.")
    newest = filled.rows("notes", area="Lysekil")[0]
    assert (newest["body"], newest["id"]) == ("Telefonbedragare, flera på samma gata.", note["id"] + 1)


@pytest.mark.parametrize(
    ("words", "code"), [(" ", "notes.empty"), ("Ring 070-123 45 67", "notes.personal_data")]
)
def test_what_may_not_be_kept_is_refused_and_stays_in_its_box(filled, app, words: str, code: str):
    at = explained(app("peaks", area="Lysekil", period="2021-W43--2021-W46"), words)
    assert SAY(code) in html(at)
    assert at.text_area[0].value == words
    assert filled.rows("notes", area="Lysekil") == []
