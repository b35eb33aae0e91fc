"""Insatser: measures are shown in both languages, and written, changed and taken away by form."""

from __future__ import annotations

import pytest

from crimestats.i18n import texts
from crimestats.periods import parse_period
from crimestats.store.reference import save_event
from tests.pages.conftest import html

SAY = texts("sv")
PATROL = parse_period("2021-W28--2021-W37")


def measures(store):
    return [
        (row["name"], row["categories"], row["last_week"] - row["first_week"] + 1)
        for row in store.rows("calendar_events", area="Lysekil")
        if row["kind"] == "measure"
    ]


def press(at, form: str, label: str):
    button = next(one for one in at.button if one.form_id == form and one.label == SAY(label))
    return button.click().run()


@pytest.mark.parametrize(("lang", "name"), [("sv", "Ordningsvakter"), ("en", "Guard patrol")])
def test_a_measure_is_told_with_its_verdict_chart_and_tables(filled, app, lang, name):
    codes = ["violence", "vandalism"]
    save_event(
        filled, "measure", "Ordningsvakter", PATROL, name_en="Guard patrol", area="Lysekil", categories=codes
    )
    at = app("measures", area="Lysekil", lang=lang)
    shown, say = html(at), texts(lang)
    assert not at.exception
    assert f"{name}: " in shown
    assert any(say(f"measures.verdict.{one}") in shown for one in ("fewer", "as_expected", "too_early"))
    assert shown.count("<table") >= 3
    for phase in ("before", "during", "after"):
        assert say(f"measures.phase.{phase}") in shown
    assert len(at.get("plotly_chart")) == 1


def test_without_measures_the_page_says_what_to_do(filled, app):
    at = app("measures", area="Lysekil")
    assert SAY("measures.empty_title") in html(at)
    assert not at.exception


def test_a_measure_is_written_changed_and_taken_away(filled, app):
    at = app("measures", area="Lysekil")
    at.text_input(key="measure_name_0").input("Ordningsvakter")
    at.text_input(key="measure_first_0").input("2021-W28")
    at.text_input(key="measure_last_0").input("v. 37 2021")
    at.multiselect(key="measure_categories_0").select("violence").select("vandalism")
    at = press(at, "measure_0", "measures.form.save")
    assert measures(filled) == [("Ordningsvakter", "violence,vandalism", 10)]
    assert "Ordningsvakter: " in html(at)

    number = filled.rows("calendar_events", area="Lysekil")[0]["id"]
    at.selectbox(key="measure_which").select(number).run()
    at.text_input(key=f"measure_last_{number}").input("2021-W35")
    at.multiselect(key=f"measure_categories_{number}").unselect("vandalism")
    at = press(at, f"measure_{number}", "measures.form.save")
    assert measures(filled) == [("Ordningsvakter", "violence", 8)]

    at.selectbox(key="measure_which").select(number).run()
    at = press(at, f"measure_{number}", "measures.form.remove")
    assert measures(filled) == []
    assert not at.exception


@pytest.mark.parametrize(
    ("name", "first", "wanted"),
    [("Vakter", "vecka sjutton", "vecka sjutton"), ("  ", "2021-W28", SAY("store.no_name"))],
)
def test_what_cannot_be_read_is_said_and_nothing_saved(filled, app, name, first, wanted):
    at = app("measures", area="Lysekil")
    at.text_input(key="measure_name_0").input(name)
    at.text_input(key="measure_first_0").input(first)
    at = press(at, "measure_0", "measures.form.save")
    assert wanted in html(at)
    assert measures(filled) == []
