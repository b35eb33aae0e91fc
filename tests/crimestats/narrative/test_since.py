"""New levels, figures changed since a text was written, decisions: what is said, and when not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest

from crimestats.analysis.detection import detect
from crimestats.counts import WeeklyCounts
from crimestats.narrative.compose import compose
from crimestats.narrative.month import month_facts
from crimestats.narrative.since import EarlierText, Task
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

FIRST, LENGTH = IsoWeek(2018, 1), 200
MONTH = Period(FIRST + (LENGTH - 4), FIRST + (LENGTH - 1))
WRITTEN = datetime(2021, 11, 29, 8, tzinfo=UTC)


def record(make_record, **more: tuple[int, float]) -> WeeklyCounts:
    series = {"violence": 4.0, "theft": 9.0, "total": 33.0}
    held = {code: np.array([level + n % 3 for n in range(LENGTH)]) for code, level in series.items()}
    for code, (place, extra) in more.items():
        held[code][place:] += extra
    return make_record(FIRST, held)


def followup(found: WeeklyCounts, lang: str = "sv", **more: object) -> str:
    narrative = compose(month_facts(found, detect(found), MONTH, **more), lang)
    told = next((p.plain for p in narrative.paragraphs if p.key == "followup"), "")
    return told.replace("\u00a0", " ")


def test_nothing_to_follow_up_is_not_told(make_record) -> None:
    made = record(make_record)
    assert followup(made) == ""
    assert followup(made, earlier=[EarlierText(MONTH, WRITTEN, made)]) == ""


@pytest.mark.parametrize(("extra", "sv", "en"), [(25.0, "högre", "higher"), (-20.0, "lägre", "lower")])
def test_a_new_level_is_told_with_the_old_one(make_record, extra: float, sv: str, en: str) -> None:
    made = record(make_record, total=(LENGTH - 9, extra))
    assert f"ligger anmälningarna på en {sv} nivå:" in followup(made)
    assert "som väntades på den gamla nivån" in followup(made)
    assert f"at a {en} level:" in followup(made, "en")


def test_figures_changed_since_a_text_are_told_from_and_to(make_record) -> None:
    before, now = record(make_record), record(make_record, theft=(LENGTH - 1, 2.0))
    text = EarlierText(MONTH, WRITTEN, before)
    then, after = (int(one.values("theft", MONTH).sum()) for one in (before, now))
    told = followup(now, earlier=[text])
    assert told.startswith("Sedan texten om de här veckorna skrevs har uppgifterna ändrats:")
    assert f"stölder från {then} till {after}" in told
    assert "anmälningar från" not in told.replace("övriga anmälningar från", "")
    earlier = EarlierText(MONTH.before(), WRITTEN, record(make_record, total=(LENGTH - 8, 5.0)))
    assert "Since the text about weeks" in followup(now, "en", earlier=[earlier])


def test_decisions_not_finished_are_counted_and_those_past_their_day(make_record) -> None:
    made, today = record(make_record), date(2021, 11, 29)
    tasks = [Task(1, "open", date(2021, 11, 1)), Task(2, "under_way", None), Task(3, "open", today)]
    assert followup(made, tasks=tasks, today=today) == (
        "Styrgruppen har tre beslut som inte är avslutade, och tiden har gått ut för ett."
    )
    assert "the day set" in followup(made, "en", tasks=tasks, today=today)
    assert followup(made, tasks=tasks[1:2], today=today) == (
        "Styrgruppen har ett beslut som inte är avslutat; tiden har inte gått ut för något."
    )
    assert "none is past its day" in followup(made, "en", tasks=tasks[1:2], today=today)


def test_a_level_that_showed_itself_long_ago_is_not_told_again(make_record) -> None:
    """It ended unfollowed, or is usual by now: either way it is no news."""
    series = np.array([33.0 + n % 3 for n in range(LENGTH)])
    series[100:118] += 25
    made = make_record(FIRST, {"total": series})
    assert detect(made).shifts
    assert followup(made) == ""
