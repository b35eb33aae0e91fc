"""The named questions: each runs, says what it asks, binds its values and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from crimestats.store import Store
from crimestats.store.questions import FOLDER, question

AddCounts = Callable[..., int]
NAMES = sorted(file.stem for file in FOLDER.glob("*.sql"))
# One value of the right kind for every name that some question binds.
VALUES: dict[str, Any] = {
    "area": "Lysekil", "as_of": None, "first": 1, "last": 200_000, "source": "police", "sha256": "a" * 64,
    "upload_id": 1, "id": 1, "most": 3, "first_upload": 1,
    "sender": "anna", "layout": "long", "lang": "sv", "meeting_id": 1,
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_each_question_runs_with_and_without_its_optional_values(
    store: Store, add_counts: AddCounts, name: str
) -> None:
    add_counts(store, [("2021-W43", "total", 42)])
    asked = question(name)
    whole = store.rows(name, **{value: VALUES[value] for value in asked.values})
    short = store.rows(name, **{value: VALUES[value] for value in asked.values - asked.optional})
    assert whole == short
    assert asked.optional <= asked.values


@pytest.mark.parametrize("name", NAMES)
def test_each_file_says_first_what_it_asks(name: str) -> None:
    first = (FOLDER / f"{name}.sql").read_text(encoding="utf-8").splitlines()[0]
    assert re.match(r"-- \w.{20,}", first)


@pytest.mark.parametrize("name", NAMES)
def test_no_question_writes(name: str) -> None:
    words = re.sub(r"--.*", "", question(name).sql).upper().split()
    assert not {"INSERT", "UPDATE", "DELETE", "DROP", "ALTER", "COPY", "ATTACH"} & set(words)


def test_missing_and_unknown_values_are_faults_of_ours(store: Store) -> None:
    with pytest.raises(TypeError, match="missing \\['area'\\]"):
        store.rows("weekly_counts")
    with pytest.raises(TypeError, match="unknown \\['colour'\\]"):
        store.rows("areas", colour="red")


@pytest.mark.parametrize("name", ["no_such_question", "../migrations/0001_counts", "areas.sql", ""])
def test_unknown_questions_are_faults_of_ours(store: Store, name: str) -> None:
    with pytest.raises(LookupError):
        store.rows(name)


def test_coverage_and_span(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [("2021-W43", "total", 42), ("2021-W45", "fraud", 3, "private")])
    add_counts(store, [("2021-W43", "total", 43), ("2021-W45", "fraud", 2, "company")])
    told = [(row["category"], row["count"], row["revised"]) for row in store.rows("coverage", area="Lysekil")]
    assert told == [("total", 43, True), ("fraud", 5, False)]
    (span,) = store.rows("record_span", area="Lysekil")
    assert (span["n_weeks"], span["last_week"] - span["first_week"], span["n_uploads"]) == (2, 2, 2)
    assert store.rows("record_span", area="Nowhere") == []


def test_revisions_tell_old_and_new_with_their_uploads(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, [("2021-W43", "total", 42), ("2021-W43", "fraud", 9), ("2021-W43", "theft", 5)])
    add_counts(store, [("2021-W43", "total", 44), ("2021-W43", "fraud", 4, "private")])
    add_counts(store, [("2021-W43", "total", 43), ("2021-W43", "theft", 5)])
    told = [
        (row["category"], row["old_count"], row["new_count"], row["old_upload_id"], row["upload_id"])
        for row in store.rows("revisions", area="Lysekil")
    ]
    assert told == [("total", 44, 43, 2, 3), ("fraud", 9, 4, 1, 2), ("total", 42, 44, 1, 2)]


def test_rows_of_an_upload_are_as_they_were_read(store: Store, add_counts: AddCounts) -> None:
    number = add_counts(store, [("2020-W53", "fraud", 4, "private")])
    (row,) = store.rows("upload_rows", upload_id=number)
    assert (row["iso_year"], row["iso_week"], row["injured_party"], row["sheet"], row["cell"]) == (
        2020, 53, "private", "Blad1", "B2",
    )  # fmt: skip
