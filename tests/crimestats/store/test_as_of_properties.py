"""Append-only rules over random histories: the store against a plain Python model of the same rules.

The rules: the newest known upload counts; a count that is not split by injured party replaces split ones
that are not newer, otherwise the split ones newer than it are summed; as known at T never changes afterwards.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from crimestats.counts import read_weekly_counts
from crimestats.store import Store, open_store
from crimestats.weeks import IsoWeek

START = datetime(2021, 11, 1, tzinfo=UTC)
FIRST = IsoWeek(2020, 52)
PARTIES = ("", "private", "company", "authority")

Key = tuple[int, str]  # week number from FIRST, category

counts = st.dictionaries(
    st.tuples(st.integers(0, 2), st.sampled_from(["fraud", "theft"]), st.sampled_from(PARTIES)),
    st.integers(0, 3),
    min_size=1,
    max_size=8,
)
# An upload, or "change the state of an earlier upload" (by number, taken modulo how many there are).
steps = st.lists(st.one_of(counts, st.integers(0, 20)), min_size=1, max_size=7)


@dataclass
class Model:
    """The uploads in order of arrival, and whether each is withdrawn."""

    uploads: list[dict[tuple[int, str, str], int]] = field(default_factory=list)
    withdrawn: set[int] = field(default_factory=set)

    def known(self, key: Key) -> list[dict[str, int]]:
        """What each known upload says of a key, oldest first: injured party → count."""
        said = [
            {party: n for (week, code, party), n in upload.items() if (week, code) == key}
            for number, upload in enumerate(self.uploads)
            if number not in self.withdrawn
        ]
        return [one for one in said if one]

    def standing(self, key: Key) -> dict[str, int]:
        """The counts that stand, by walking through the uploads one by one."""
        now: dict[str, int] = {}
        for one in self.known(key):
            split = {party: n for party, n in now.items() if party} | one
            now = {"": one[""]} if "" in one else split
        return now

    def revised(self, key: Key) -> bool:
        """Whether an older upload stated another count: per party, or in sum where the split differs."""
        said, standing = self.known(key), self.standing(key)
        restated = any(len({one[party] for one in said if party in one}) > 1 for party in PARTIES)
        newest = {party: n for one in said for party, n in one.items()}
        parties = [n for party, n in newest.items() if party]
        if "" not in newest or not parties:
            return restated
        return restated or newest[""] != (sum(parties) if "" in standing else sum(standing.values()))

    def touched(self) -> set[Key]:
        return {(week, code) for upload in self.uploads for week, code, _ in upload}


def apply(store: Store, model: Model, step: object, at: datetime) -> None:
    """One step, in the store and in the model."""
    if isinstance(step, dict):
        _upload(store, len(model.uploads) + 1, step, at)
        model.uploads.append(step)
    elif isinstance(step, int) and model.uploads:
        number = step % len(model.uploads)
        action = "reinstate" if number in model.withdrawn else "withdraw"
        row = {"upload_id": number + 1, "action": action, "reason": "prov", "at": at}
        store.append(lambda writer: writer.insert("withdrawal", [row]))
        model.withdrawn ^= {number}


def _upload(store: Store, number: int, step: dict[tuple[int, str, str], int], at: datetime) -> None:
    rows = [
        {
            "upload_id": number, "area": "Lysekil", "iso_year": (FIRST + week).year,
            "iso_week": (FIRST + week).week, "week": (FIRST + week).ordinal, "category": code,
            "injured_party": party, "count": n, "cell": "A1",
        }
        for (week, code, party), n in step.items()
    ]  # fmt: skip
    upload = {"id": number, "sha256": f"{number:064x}", "file_name": "f.csv", "received_at": at}
    store.append(lambda writer: (writer.insert("upload", [upload]), writer.insert("observation", rows)))


def answer(store: Store, as_of: datetime | None) -> dict[Key, tuple[dict[str, int], bool]]:
    """What the store says stands: (week, category) → ({injured party: count}, revised)."""
    found: dict[Key, tuple[dict[str, int], bool]] = {}
    for row in store.rows("weekly_counts", area="Lysekil", as_of=as_of):
        key = (row["week"] - FIRST.ordinal, row["category"])
        found.setdefault(key, ({}, row["revised"]))[0][row["injured_party"]] = row["count"]
    return found


def expected(model: Model) -> dict[Key, tuple[dict[str, int], bool]]:
    """What the model says stands, in the same form."""
    standing = {key: (model.standing(key), model.revised(key)) for key in model.touched()}
    return {key: said for key, said in standing.items() if said[0]}


@settings(max_examples=15, deadline=None)
@given(steps)
def test_any_history_gives_the_models_counts_and_never_changes_the_past(history: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store, model = open_store(folder), Model()
        past: list[tuple[datetime, object]] = []
        for n, step in enumerate(history):
            at = START + timedelta(hours=n)
            apply(store, model, step, at)
            assert answer(store, None) == answer(store, at) == expected(model)
            past.append((at, expected(model)))
        for at, known in past:
            assert answer(store, at) == known
            assert answer(store, at + timedelta(minutes=59)) == known
        assert answer(store, START - timedelta(seconds=1)) == {}
        _check_record_and_revisions(store, model)


def _check_record_and_revisions(store: Store, model: Model) -> None:
    """The record's arrays hold the same sums, and the list of revisions names the same weeks."""
    record = read_weekly_counts(store, "Lysekil")
    for (week, code), (parties, _) in expected(model).items():
        position = record.index(FIRST + week)
        assert position is not None
        assert record.series[code][position] == sum(parties.values())
    counted = sum(
        int(np.isfinite(record.series[code]).sum()) for code in ("fraud", "theft") if code in record.series
    )
    assert counted == len(expected(model))
    changed = {
        (row["week"] - FIRST.ordinal, row["category"]) for row in store.rows("revisions", area="Lysekil")
    }
    assert changed == {key for key, (_, revised) in expected(model).items() if revised}


@settings(max_examples=8, deadline=None)
@given(counts, counts)
def test_order_of_arrival_decides_not_order_of_writing(older: dict, newer: dict) -> None:  # type: ignore[type-arg]
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(folder)
        _upload(store, 1, newer, START + timedelta(days=1))
        _upload(store, 2, older, START)
        assert answer(store, None) == expected(Model([older, newer]))
        assert answer(store, START) == expected(Model([older]))
