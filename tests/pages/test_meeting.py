"""Mötet: one press makes the meeting; slides, decisions, parties, closing, and what is known afterwards."""

from __future__ import annotations

import pytest

from crimestats.i18n import texts
from tests.pages.conftest import html

SAY = texts("sv")


def press(at, label: str):
    """Press the button of that label, in a form or not."""
    return next(one for one in at.button if one.label == SAY(label)).click().run()


def made(app, lang: str = "sv"):
    at = app("", area="Lysekil", period="2021-W43--2021-W46", lang=lang)
    at = at.button(key="make_meeting").click().run()
    assert not at.exception
    return at


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_one_press_on_the_month_makes_the_meeting(filled, app, lang):
    at = made(app, lang)
    say = texts(lang)
    shown = html(at)
    assert say("meeting.title.month", name="november 2021" if lang == "sv" else "November 2021") in shown
    assert len(at.radio(key="meeting_pick").options) >= 3
    assert at.query_params["meeting"] == "1"
    (row,) = filled.rows("meetings", area="Lysekil")
    assert (row["kind"], row["status"]) == ("month", "open")
