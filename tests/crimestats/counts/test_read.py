"""The record of an area: gaps, moments, cuts, the cells behind it, and which areas there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from crimestats.counts import addresses, areas, read_weekly_counts
from crimestats.periods import parse_period
from crimestats.store import Store
from crimestats.store.uploads import withdraw
from crimestats.weeks import IsoWeek, parse_week

AddCounts = Callable[..., int]
NOVEMBER = parse_period("2021-W43--2021-W46")
RECEIVED = datetime(2021, 11, 29, 8, 0, tzinfo=UTC)


def same(found: object, wanted: list[float | None]) -> bool:
    """Equal arrays, None standing for a missing week."""
    return np.array_equal(np.asarray(found), np.array(wanted, dtype=float), equal_nan=True)


def test_an_area_without_counts_has_an_empty_record(store: Store) -> None:
    record = read_weekly_counts(store, "Lysekil")
    assert record.empty
    assert (dict(record.series), record.received_at, record.file_name) == ({}, None, "")
    assert same(record.values("total", NOVEMBER), [None] * 4)


def test_absent_weeks_are_missing_and_reported_zeros_are_zero(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [("2021-W43", "total", 42), ("2021-W45", "total", 0), ("2021-W46", "total", 40)])
    record = read_weekly_counts(store, "Lysekil")
    assert [str(week) for week in record.weeks] == ["2021-W43", "2021-W44", "2021-W45", "2021-W46"]
    assert same(record.series["total"], [42, None, 0, 40])


def test_the_record_runs_over_week_53(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [("2020-W52", "total", 1), ("2020-W53", "total", 2), ("2021-W01", "total", 3)])
    assert same(read_weekly_counts(store, "Lysekil").series["total"], [1, 2, 3])


class TestAsOf:
    def test_an_earlier_moment(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W45", "total", 1)])
        add_counts(store, [("2021-W45", "total", 2)], received_at=RECEIVED + timedelta(days=1))
        record = read_weekly_counts(store, "Lysekil", as_of=RECEIVED)
        assert same(record.series["total"], [1])
        assert record.as_of == RECEIVED
        assert record.revised.tolist() == [False], "nobody knew of the revision then"
        assert read_weekly_counts(store, "Lysekil", as_of=RECEIVED - timedelta(seconds=1)).empty

    def test_withdrawn_uploads_are_not_known_now_but_were(self, store: Store, add_counts: AddCounts) -> None:
        number = add_counts(store, [("2021-W45", "total", 1)])
        withdraw(store, number, "anna", "fel")
        assert read_weekly_counts(store, "Lysekil").empty
        assert not read_weekly_counts(store, "Lysekil", as_of=RECEIVED).empty

    def test_a_version_that_goes_live_between_the_two_questions(
        self, store: Store, add_counts: AddCounts, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        number = add_counts(store, [("2021-W45", "total", 1)])
        real = store.columns

        def then_withdraw(name: str, /, **values: object) -> object:
            told = real(name, **values)
            withdraw(store, number, "anna", "fel")
            return told

        monkeypatch.setattr(store, "columns", then_withdraw)
        assert same(read_weekly_counts(store, "Lysekil").series["total"], [1])


class TestCut:
    def test_a_cut_is_the_same_numbers(self, store: Store, add_counts: AddCounts) -> None:
        """Also when what decides a derived series lies outside the cut."""
        add_counts(store, [(IsoWeek(2021, n), "total", n) for n in range(40, 47)])
        add_counts(
            store, [("2021-W40", "benefit_fraud", 1), *[(f"2021-W{n}", "fraud", 2) for n in range(40, 47)]]
        )
        whole = read_weekly_counts(store, "Lysekil")
        cut = read_weekly_counts(store, "Lysekil", first=parse_week("2021-W43"), last=parse_week("2021-W45"))
        assert [str(week) for week in cut.weeks] == ["2021-W43", "2021-W44", "2021-W45"]
        assert set(cut.series) == set(whole.series)
        for code in whole.series:
            assert same(cut.series[code], whole.series[code][3:6].tolist())
        assert len(cut.preliminary) == len(cut.revised) == 3

    @pytest.mark.parametrize(
        ("first", "last", "weeks"),
        [("2020-W01", "2030-W01", 2), ("2021-W46", None, 1), (None, "2021-W45", 1), ("2022-W01", None, 0)],
    )
    def test_never_beyond_the_record(
        self, store: Store, add_counts: AddCounts, first: str | None, last: str | None, weeks: int
    ) -> None:
        add_counts(store, [("2021-W45", "total", 1), ("2021-W46", "total", 2)])
        ends = {"first": first and parse_week(first), "last": last and parse_week(last)}
        record = read_weekly_counts(store, "Lysekil", **ends)  # type: ignore[arg-type]
        assert len(record.weeks) == weeks
        assert all(len(values) == weeks for values in record.series.values())


class TestAddresses:
    def test_file_sheet_and_cell_of_each_count(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W42", "total", 9), ("2021-W43", "total", 42), ("2021-W44", "total", 40)])
        add_counts(store, [("2021-W44", "total", 41)], file_name="rättad.xlsx")
        found = addresses(store, "Lysekil", NOVEMBER, ["total"])
        assert [(a.file_name, a.sheet, a.cell, str(a.week), a.count) for a in found] == [
            ("fil1.xlsx", "Blad1", "B3", "2021-W43", 42),
            ("rättad.xlsx", "Blad1", "B2", "2021-W44", 41),
        ]
        assert {field.name for field in fields(found[0])} == {
            "upload_id", "file_name", "sheet", "cell",
            "week", "category", "injured_party", "count", "received_at",
        }  # fmt: skip

    def test_a_derived_series_answers_with_what_it_is_made_of(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        codes = ("total", "violence", "fraud", "benefit_fraud", "fraud.phone", "other")
        add_counts(store, [("2021-W43", code, 9) for code in codes])

        def behind(code: str) -> set[str]:
            return {a.category for a in addresses(store, "Lysekil", NOVEMBER, [code])}

        assert behind("fraud_all") == {"fraud", "benefit_fraud"}
        assert behind("rest") == {"total", "violence", "fraud", "benefit_fraud"}
        assert behind("fraud.phone") == {"fraud.phone"}

    def test_a_summed_total_answers_with_its_parts(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W43", code, 9) for code in ("theft", "other", "fraud.phone")])
        found = addresses(store, "Lysekil", NOVEMBER, ["total"])
        assert {a.category for a in found} == {"theft", "other"}

    def test_a_reported_total_outside_the_period_still_makes_it_no_sum(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(store, [("2021-W42", "total", 9), ("2021-W43", "theft", 3)])
        assert addresses(store, "Lysekil", NOVEMBER, ["total"]) == ()

    def test_the_addressed_counts_are_the_counts_of_the_record(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(store, [("2021-W43", "fraud", 4, "private"), ("2021-W43", "fraud", 7, "company")])
        add_counts(store, [("2021-W44", "fraud", 9)])
        found = addresses(store, "Lysekil", NOVEMBER, ["fraud"])
        record = read_weekly_counts(store, "Lysekil")
        assert sum(a.count for a in found) == np.nansum(record.values("fraud", NOVEMBER))


class TestAreas:
    def test_the_default_area_first_then_by_the_swedish_alphabet(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        for area in ("Örebro", "Åre", "Zinkgruvan", "Lysekil", "Ängelholm", "alingsås"):
            add_counts(store, [("2021-W43", "total", 1)], area=area)
        assert areas(store) == ["Lysekil", "alingsås", "Zinkgruvan", "Åre", "Ängelholm", "Örebro"]

    def test_areas_of_withdrawn_or_later_uploads_are_not_known(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        number = add_counts(store, [("2021-W43", "total", 1)], area="Orust")
        add_counts(store, [("2021-W43", "total", 1)], area="Tjörn", received_at=RECEIVED + timedelta(days=1))
        assert areas(store, as_of=RECEIVED) == ["Orust"]
        withdraw(store, number, "anna", "fel")
        assert areas(store) == ["Tjörn"]

    def test_other_parties_counts_are_never_added_to_the_polices(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(store, [("2021-W43", "total", 42)])
        add_counts(store, [("2021-W43", "total", 5), ("2021-W44", "total", 6)], source="guards")
        assert same(read_weekly_counts(store, "Lysekil").series["total"], [42])
        (row,) = store.rows("weekly_counts", area="Lysekil", source="guards", last=IsoWeek(2021, 43).ordinal)
        assert row["count"] == 5
