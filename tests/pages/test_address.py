from __future__ import annotations

import pytest

from crimestats.i18n import texts
from tests.pages.conftest import html


def address(at) -> dict[str, str]:
    return {
        name: values[0] if isinstance(values, list) else values for name, values in at.query_params.items()
    }


def test_the_whole_view_is_in_the_address(filled, app):
    assert address(app()) == {"area": "Lysekil", "period": "2021-W43--2021-W46", "lang": "sv"}


def test_an_address_is_kept_as_it_was_sent(filled, app):
    sent = {
        "area": "Lysekil",
        "period": "2021-W44--2021-W45",
        "asof": "2021-11-29T12:00:00+01:00",
        "lang": "en",
    }
    at = app("", **sent)
    assert address(at) == sent
    assert not at.exception


def test_it_follows_the_page(filled, app):
    at = app("trends", period="2021-W39--2021-W42", lang="en")
    assert address(at)["period"] == "2021-W39--2021-W42"
    assert address(at)["lang"] == "en"


def test_a_choice_changes_it(filled, app):
    at = app()
    at.selectbox(key="period").select("2021-W39--2021-W42").run()
    assert address(at)["period"] == "2021-W39--2021-W42"
    at.selectbox(key="area").select("Sotenäs").run()
    assert address(at)["area"] == "Sotenäs"
    assert not at.exception


def test_weeks_of_ones_own(filled, app):
    at = app()
    at.selectbox(key="period").select("custom").run()
    at.selectbox(key="first_week").select("2021-W40").run()
    at.selectbox(key="last_week").select("2021-W38").run()
    assert address(at)["period"] == "2021-W38--2021-W40"
    assert not at.exception


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    ("name", "value"), [("area", "Atlantis"), ("period", "2021-W53"), ("asof", "igår"), ("unknown_page", "x")]
)
def test_what_cannot_be_read_is_said_and_the_rest_is_shown(filled, app, name, value, lang):
    at = app("", **{name: value, "lang": lang})
    shown = html(at)
    assert texts(lang)(f"app.bad_address.{name}", value=value) in shown
    assert address(at) == {"area": "Lysekil", "period": "2021-W43--2021-W46", "lang": lang}
    at.run()
    assert texts(lang)(f"app.bad_address.{name}", value=value) not in html(at)


def test_an_unknown_language_is_said_in_swedish(filled, app):
    assert texts("sv")("app.bad_address.lang", value="xx") in html(app("", lang="xx"))


def test_another_language_is_one_press_away(filled, app):
    at = app()
    at.session_state["lang"] = "en"
    at.run()
    assert address(at)["lang"] == "en"
    assert 'data-lang="en"' in html(at)


def test_earlier_knowledge_is_told(filled, app):
    assert texts("sv")("app.seen_as_of", moment="29 november 2021 kl.\u00a012.00") in html(
        app("", asof="2021-11-29T12:00:00+01:00")
    )


def test_old_data_are_told_in_words(filled, app, monkeypatch):
    assert "lb-old" not in html(app())
    monkeypatch.setenv("CRIMESTATS_TODAY", "2022-02-01")
    shown = html(app())
    assert "lb-old" in shown
    assert texts("sv")("app.stale", days="72") in shown
