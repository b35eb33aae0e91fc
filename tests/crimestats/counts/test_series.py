"""What becomes of the rows: sums, derived series, injured parties, and the marks of a week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.counts import TILES, read_weekly_counts
from crimestats.counts.series import derived
from crimestats.store import Store

AddCounts = Callable[..., int]
RECEIVED = datetime(2021, 11, 29, 8, 0, tzinfo=UTC)


def same(found: object, wanted: list[float | None]) -> bool:
    """Equal arrays, None standing for a missing week."""
    return np.array_equal(np.asarray(found), np.array(wanted, dtype=float), equal_nan=True)


class TestDerived:
    def test_november_2021(self, store: Store, add_counts: AddCounts) -> None:
        """The published month: 167 - 15 - 7 - 23 leaves 122 that no published category explains."""
        month = {"total": 167, "violence": 15, "vandalism": 7, "theft": 23}
        add_counts(store, [("2021-W46", code, count) for code, count in month.items()])
        record = read_weekly_counts(store, "Lysekil")
        assert same(record.series["rest"], [122])
        assert "fraud_all" not in record.series
        assert not record.total_is_sum

    def test_fraud_with_and_without_benefit_fraud(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(
            store, [("2021-W45", "fraud", 8), ("2021-W46", "fraud", 9), ("2021-W46", "benefit_fraud", 6)]
        )
        series = read_weekly_counts(store, "Lysekil").series
        assert same(series["fraud"], [8, 9])
        assert same(series["fraud_all"], [None, 15]), "a missing part makes the sum missing, not smaller"

    def test_fraud_alone_where_benefit_fraud_is_never_told(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W45", "fraud", 8)])
        assert same(read_weekly_counts(store, "Lysekil").series["fraud_all"], [8])

    def test_rest_is_missing_where_a_named_category_is(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W45", "total", 30), ("2021-W46", "total", 40), ("2021-W46", "theft", 5)])
        assert same(read_weekly_counts(store, "Lysekil").series["rest"], [None, 35])

    def test_a_total_that_was_not_reported_is_summed_and_said(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(
            store, [("2021-W46", "theft", 5), ("2021-W46", "other", 7), ("2021-W46", "fraud.phone", 2)]
        )
        record = read_weekly_counts(store, "Lysekil")
        assert record.total_is_sum
        assert same(record.series["total"], [12]), "kinds belong to their parent and add nothing"
        assert same(record.series["rest"], [7])

    def test_kinds_alone_make_no_total(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W46", "fraud.phone", 2)])
        record = read_weekly_counts(store, "Lysekil")
        assert set(record.series) == {"fraud.phone"}
        assert not record.total_is_sum

    @given(st.dictionaries(
        st.sampled_from(["total", "violence", "vandalism", "theft", "fraud", "benefit_fraud", "other"]),
        st.lists(st.one_of(st.none(), st.integers(0, 99)), min_size=3, max_size=3),
        min_size=1,
    ))  # fmt: skip
    def test_tiles_add_up_to_the_total(self, reported: dict[str, list[int | None]]) -> None:
        """Each tile's category once, the rest what is left: never a report counted twice or lost."""
        arrays = {code: np.array(values, dtype=float) for code, values in reported.items()}
        series, total_is_sum = derived(arrays)
        assert total_is_sum == ("total" not in reported)
        tiles = np.sum([series[code] for code in TILES if code in series], axis=0)
        known = np.isfinite(series["rest"])
        assert np.array_equal(tiles[known], series["total"][known])
        assert all(np.array_equal(series[code], arrays[code], equal_nan=True) for code in arrays)


class TestInjuredParty:
    def test_parties_are_summed_and_kept_apart(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W46", "fraud", 4, "private"), ("2021-W46", "fraud", 7, "authority")])
        record = read_weekly_counts(store, "Lysekil")
        assert same(record.series["fraud"], [11])
        assert same(record.by_party["fraud", "private"], [4])
        assert same(record.by_party["fraud", "authority"], [7])

    def test_an_unsplit_count_as_new_as_the_split_ones_replaces_them(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(store, [("2021-W46", "fraud", 4, "private"), ("2021-W46", "fraud", 12)])
        record = read_weekly_counts(store, "Lysekil")
        assert same(record.series["fraud"], [12])
        assert record.by_party == {}

    def test_newer_split_counts_replace_an_unsplit_one(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W46", "fraud", 12)])
        add_counts(store, [("2021-W46", "fraud", 4, "private")])
        assert same(read_weekly_counts(store, "Lysekil").series["fraud"], [4])

    def test_split_counts_of_several_uploads_complete_each_other(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(store, [("2021-W46", "fraud", 4, "private"), ("2021-W46", "fraud", 1, "company")])
        add_counts(store, [("2021-W46", "fraud", 5, "private")])
        record = read_weekly_counts(store, "Lysekil")
        assert same(record.series["fraud"], [6])
        assert record.revised.tolist() == [True]

    def test_split_counts_older_than_the_unsplit_one_stay_out(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(store, [("2021-W46", "fraud", 4, "private")])
        add_counts(store, [("2021-W46", "fraud", 12)])
        add_counts(store, [("2021-W46", "fraud", 7, "company")])
        assert same(read_weekly_counts(store, "Lysekil").series["fraud"], [7])


class TestMarks:
    @pytest.mark.parametrize(
        ("received", "preliminary"),
        [
            ("2021-11-22T08:14+00:00", True),  # one day after the Sunday of W46
            ("2021-11-27T22:59+00:00", True),  # 23.59 on the sixth day, in Sweden
            ("2021-11-27T23:00+00:00", False),  # midnight: the seventh day
            ("2021-12-24T08:00+00:00", False),
            ("2021-11-20T08:00+00:00", True),  # before the week was over
        ],
    )
    def test_a_week_is_preliminary_until_it_has_settled(
        self, store: Store, add_counts: AddCounts, received: str, preliminary: bool
    ) -> None:
        add_counts(store, [("2021-W46", "total", 1)], received_at=datetime.fromisoformat(received))
        assert read_weekly_counts(store, "Lysekil").preliminary.tolist() == [preliminary]

    def test_missing_weeks_are_not_preliminary(self, store: Store, add_counts: AddCounts) -> None:
        early = datetime(2021, 11, 22, tzinfo=UTC)
        add_counts(store, [("2021-W44", "total", 1), ("2021-W46", "total", 1)], received_at=early)
        assert read_weekly_counts(store, "Lysekil").preliminary.tolist() == [False, False, True]

    def test_only_changed_weeks_are_revised(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W44", "total", 1), ("2021-W45", "total", 2), ("2021-W46", "theft", 3)])
        add_counts(store, [("2021-W44", "total", 1), ("2021-W45", "total", 3), ("2021-W46", "total", 9)])
        assert read_weekly_counts(store, "Lysekil").revised.tolist() == [False, True, False]

    def test_a_split_that_keeps_the_sum_is_no_revision(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W45", "fraud", 10), ("2021-W46", "fraud", 10)])
        split = [("2021-W45", "fraud", 4, "private"), ("2021-W45", "fraud", 6, "company")]
        add_counts(store, [*split, ("2021-W46", "fraud", 4, "private")])
        assert read_weekly_counts(store, "Lysekil").revised.tolist() == [False, True]

    def test_whose_data_and_from_when(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [("2021-W45", "total", 1)], sample=True, file_name="a.xlsx")
        later = RECEIVED + timedelta(days=1)
        add_counts(store, [("2021-W46", "total", 1)], received_at=later, file_name="b.xlsx")
        record = read_weekly_counts(store, "Lysekil")
        assert (record.received_at, record.file_name, record.sample) == (later, "b.xlsx", True)

    def test_sample_data_that_nothing_rests_on_any_more_are_not_told(
        self, store: Store, add_counts: AddCounts
    ) -> None:
        add_counts(store, [("2021-W45", "total", 1)], sample=True)
        add_counts(store, [("2021-W45", "total", 2)])
        assert not read_weekly_counts(store, "Lysekil").sample
