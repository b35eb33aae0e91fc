"""Several categories so far this year, told beside each other."""

from __future__ import annotations

import numpy as np

from crimestats.counts import WeeklyCounts
from crimestats.narrative.to_date import to_date_fact, to_date_facts
from crimestats.weeks import IsoWeek

FIRST, LAST = IsoWeek(2020, 1), IsoWeek(2021, 10)


def record() -> WeeklyCounts:
    """Theft falls from 70 to 46 in ten weeks; four others stay where they are."""
    weeks = tuple(FIRST + n for n in range(LAST - FIRST + 1))
    series = {code: np.full(len(weeks), 5.0) for code in ("violence", "vandalism", "fraud", "rest", "theft")}
    series["theft"][:10] = 7.0
    series["theft"][-10:] = [5, 4, 5, 5, 4, 5, 4, 5, 5, 4]
    return WeeklyCounts("Lysekil", weeks, series)


def test_a_difference_that_stands_alone_may_not_stand_among_five() -> None:
    made = record()
    alone = to_date_fact(made, "theft", LAST)
    assert (alone.numbers["count"], alone.numbers["before"], alone.numbers["verdict"]) == (46, 70, "fewer")
    among = {fact.subject: fact for fact in to_date_facts(made, list(made.series), LAST)}
    assert among["theft"].numbers["verdict"] == "same"
    assert float(among["theft"].evidence["p_value"]) > float(alone.evidence["p_value"])
    assert list(among) == list(made.series)
