from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from crimestats.periods import Period
from crimestats.weeks import IsoWeek
from ui.address import LONGEST, View, Wanted, read_address

weeks = some.integers(IsoWeek(2000, 1).ordinal, IsoWeek(2040, 1).ordinal).map(IsoWeek.from_ordinal)
periods = some.builds(lambda first, n: Period(first, first + n), weeks, some.integers(0, LONGEST - 1))
moments = some.none() | some.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=some.just(UTC))
# As a browser sends it: no lone surrogates.
names = some.text(some.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@settings(max_examples=60)
@given(some.builds(View, names, periods, moments, some.sampled_from(["sv", "en"])))
def test_what_is_written_is_read_back(view):
    assert read_address(view.address()) == Wanted(view.area, view.period, view.as_of, view.lang)


@settings(max_examples=100)
@given(some.dictionaries(some.sampled_from(["area", "period", "asof", "lang", "x"]), some.text(max_size=90)))
def test_no_address_is_a_fault_of_ours(parameters):
    wanted = read_address(parameters)
    assert all(len(value) <= 60 for _, value in wanted.faults)


@pytest.mark.parametrize(
    "text", ["2021-W53", "2021-W46--2021-W43", "1990-W01--2021-W46", "igår", "<b>", "2021-W43--"]
)
def test_a_period_that_is_none_is_a_fault(text):
    wanted = read_address({"period": text})
    assert wanted.period is None
    assert wanted.faults == (("period", text),)


@pytest.mark.parametrize("text", ["2021-11-22T08:14:00+01:00", "2021-11-22T08:14:00 01:00"])
def test_a_plus_sign_that_became_a_space_is_read(text):
    assert read_address({"asof": text}).as_of == datetime(2021, 11, 22, 7, 14, tzinfo=UTC)


def test_a_moment_without_a_zone_is_swedish_time():
    assert read_address({"asof": "2021-11-22T08:14"}).as_of == datetime(2021, 11, 22, 7, 14, tzinfo=UTC)


def test_an_empty_address_asks_for_nothing():
    assert read_address({}) == Wanted()


def test_a_view_without_counts_has_no_period_in_its_address():
    assert View("Lysekil", None, None, "sv").address() == {"area": "Lysekil", "lang": "sv"}
