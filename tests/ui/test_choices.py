from __future__ import annotations

import numpy as np

from crimestats.counts import WeeklyCounts
from crimestats.periods import Period, parse_period
from crimestats.weeks import IsoWeek, week_range
from ui.choices import Choices, newest_period, period_choices, period_label


def record(first: IsoWeek, last: IsoWeek) -> WeeklyCounts:
    weeks = tuple(week_range(first, last))
    return WeeklyCounts("Lysekil", weeks, {"total": np.ones(len(weeks))})


def choices(first: IsoWeek, last: IsoWeek, *named: Period) -> Choices:
    held = record(first, last)
    return Choices(("Lysekil",), period_choices(held, named, "sv"), tuple(reversed(held.weeks)), ())


def test_months_come_newest_first_under_their_names():
    offered = choices(IsoWeek(2021, 34), IsoWeek(2021, 46))
    assert [period.name for period in offered.periods] == ["november 2021", "oktober 2021", "september 2021"]
    assert offered.periods[0].key == "2021-W43--2021-W46"


def test_a_name_of_ones_own_takes_the_place_of_the_month():
    own = Period(IsoWeek(2021, 43), IsoWeek(2021, 46), "höstlovsmånaden")
    names = [period.name for period in choices(IsoWeek(2021, 39), IsoWeek(2021, 46), own).periods]
    assert names == ["höstlovsmånaden", "oktober 2021"]


def test_a_period_of_other_weeks_stands_beside_the_months():
    own = Period(IsoWeek(2021, 28), IsoWeek(2021, 37), "ordningsvakter")
    names = {period.name for period in choices(IsoWeek(2021, 26), IsoWeek(2021, 46), own).periods}
    assert {"ordningsvakter", "november 2021"} <= names


def test_the_default_is_the_newest_period_that_is_complete():
    offered = choices(IsoWeek(2021, 34), IsoWeek(2021, 44))
    assert offered.periods[0].name == "november 2021"
    assert offered.default_period().name == "oktober 2021"


def test_a_record_of_a_few_weeks_still_has_a_default():
    assert choices(IsoWeek(2021, 43), IsoWeek(2021, 44)).default_period().name == "november 2021"


def test_no_record_no_periods():
    empty = Choices((), period_choices(WeeklyCounts("x", (), {}), [], "sv"), (), ())
    assert empty.periods == ()
    assert empty.default_period() is None


def test_labels_in_both_languages():
    november = Period(IsoWeek(2021, 43), IsoWeek(2021, 46), "november 2021")
    assert period_label(november, "sv") == "november 2021 · v.\u00a043–46"
    assert period_label(parse_period("2021-W44--2021-W45"), "sv") == "v.\u00a044–45 2021"
    assert period_label(parse_period("2021-W44--2021-W45"), "en") == "W44–45 2021"


def test_the_receipt_leads_to_the_month_of_the_last_week():
    assert newest_period(IsoWeek(2020, 1), IsoWeek(2021, 44)).key == "2021-W43--2021-W46"
