"""What is remembered of a sender: answers about names, on the record; and that their columns have changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from crimestats.store import Store
from crimestats.store.uploads import withdraw
from etl.__main__ import run
from etl.answers import Answers
from etl.load import LoadResult, load_file
from etl.naming import SKIP
from etl.problems import Problem
from tests.etl.make_fixtures import ACROSS, DOWN, changed, text_file
from tests.etl.reading import options

# Without the column of sums, so that one count can change alone.
BASE = [list(row[:5]) for row in ACROSS]
NEAR = changed(BASE, 4, 0, "Skadegörlse")
UNKNOWN = changed(BASE, 4, 0, "Vapenbrott")
NEXT = changed(NEAR, 3, 1, 5)


def load(store: Store, rows: list[list[object]], sender: str = "anna", **answers: str) -> LoadResult:
    given = {f"{code}|*|*": answer for code, answer in answers.items()}
    return load_file(store, "a 2021.csv", text_file(rows), sender=sender, options=options(given))


def codes(result: LoadResult) -> list[str]:
    return [problem.code for problem in result.reading.problems]


def test_an_answer_is_remembered_for_its_sender_alone(store: Store) -> None:
    assert codes(load(store, NEAR)) == ["category_near"]
    first = load(store, NEAR, category_near="vandalism")
    assert first.status == "loaded"
    assert load(store, NEXT, sender="bo").status == "refused"
    assert load(store, NEXT, sender="").status == "refused"
    again = load(store, NEXT)
    assert again.status == "loaded"
    (remark,) = again.reading.problems
    assert remark.message() == "”Skadegörlse” är läst som Skadegörelse enligt ditt tidigare svar."
    assert first.reading.problems[0].message().endswith("enligt ditt svar.")
    assert [row.category for row in again.reading.rows].count("vandalism") == 4


def test_it_is_on_the_record_of_every_upload_read_with_it(store: Store) -> None:
    first = load(store, NEAR, category_near="vandalism")
    again = load(store, NEXT)
    for upload in (first.upload_id, again.upload_id):
        (row,) = store.rows("upload_answers", upload_id=upload)
        assert (row["label"], row["written"], row["answer"]) == ("skadegörlse", "Skadegörlse", "vandalism")
        assert row["actor"] == "anna"
    unnamed = load(store, changed(NEAR, 3, 1, 6), sender="", category_near="fraud")
    assert len(store.rows("upload_answers", upload_id=unnamed.upload_id)) == 1
    assert store.rows("remembered_answers", sender="") == []


@pytest.mark.parametrize(("answer", "stored"), [(SKIP, 0), ("other", 4)])
def test_left_out_or_to_the_rest(store: Store, answer: str, stored: int) -> None:
    load(store, UNKNOWN, category_unknown=answer)
    again = load(store, changed(UNKNOWN, 3, 1, 5))
    assert again.status == "loaded"
    assert [row.category for row in again.reading.rows].count("other") == stored
    assert len(again.reading.rows) == 12 + stored


def test_spellings_of_one_name_are_the_same_name(store: Store) -> None:
    load(store, UNKNOWN, category_unknown="other")
    assert load(store, changed(BASE, 4, 0, "VAPENBROTT,")).status == "loaded"


def test_a_remembered_answer_can_be_changed(store: Store) -> None:
    load(store, NEAR, category_near="vandalism")
    again = load(store, NEXT, category_mapped="fraud")
    assert not [row for row in again.reading.rows if row.category == "vandalism"]
    third = load(store, changed(NEXT, 3, 2, 9))
    assert not [row for row in third.reading.rows if row.category == "vandalism"]


def test_a_withdrawn_upload_takes_its_answers_with_it(store: Store) -> None:
    first = load(store, NEAR, category_near="vandalism")
    withdraw(store, first.upload_id or 0, "anna", "fel")
    assert load(store, NEXT).status == "refused"


def test_an_answer_that_is_no_longer_offered_is_not_used() -> None:
    problem = Problem("error", "category_unknown", "", "A5", label="Vapenbrott", answers=("theft", SKIP))
    assert Answers(remembered={"vapenbrott": "gone_code"}).to(problem) == ""
    assert Answers(remembered={"vapenbrott": SKIP}).to(problem) == SKIP
    other = Problem("question", "count_unclear", "", "B4", label="Vapenbrott", answers=("zero", SKIP))
    assert Answers(remembered={"vapenbrott": SKIP}).to(other) == ""


# --- columns


def down(*order: int) -> list[list[object]]:
    """DOWN with its columns in another order."""
    rows = [list(row) for row in DOWN]
    return [rows[0], *[[row[n] for n in order] for row in rows[1:]]]


def remarks(result: LoadResult) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in result.reading.problems]


def test_columns_in_another_order_are_told(store: Store) -> None:
    load(store, down(0, 1, 2, 3, 4))
    moved = load(store, down(0, 2, 1, 3, 4))
    assert moved.status == "loaded"
    assert remarks(moved) == [("columns_moved", "B2")]
    assert "i a 2021.csv (" in moved.reading.problems[0].message()
    assert remarks(load(store, down(0, 2, 1, 3, 4)[:5])) == []


def test_columns_gone_and_come_are_told(store: Store) -> None:
    load(store, down(0, 1, 2, 3, 4))
    rows = changed(down(0, 1, 2, 4), 1, 4, "Bedrägeri")
    rows = changed(rows, 2, 4, 1)
    told = load(store, rows)
    assert remarks(told) == [("columns_changed", "E2")]
    assert "Nya: Bedrägeri. Borta: Tillgrepp/stöld." in told.reading.problems[0].message()


def test_other_spellings_weeks_years_senders_and_kinds_of_file_are_no_change(store: Store) -> None:
    load(store, down(0, 1, 2, 3, 4))
    same = changed(changed(down(0, 1, 2, 3, 4), 1, 1, "Våld"), 0, 0, "Anmälningar 2020")
    assert remarks(load(store, same)) == []
    assert remarks(load(store, down(0, 2, 1, 3, 4), sender="bo")) == []
    assert remarks(load(store, BASE)) == []
    longer = [
        [*row[:5], *([f"v.{n}" for n in (47, 48)] if row[:1] == ["Brottstyp"] else [])] for row in ACROSS
    ]
    assert remarks(load(store, longer)) == []


# --- the command line


def test_read_and_mark_know_the_sender_too(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", str(store.folder))
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    load(store, NEAR, category_near="vandalism")
    path = tmp_path / "b 2021.csv"
    path.write_bytes(text_file(NEXT))
    seen: dict[str, Any] = {}
    for by in ("anna", "bo"):
        run(["read", str(path), "--by", by, "--json"])
        seen[by] = [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]]
        run(["mark", str(path), "--by", by, "-o", "-", "--json"])
        assert [one["code"] for one in json.loads(capsys.readouterr().out)["problems"]] == seen[by]
    assert seen == {"anna": ["category_mapped"], "bo": ["category_near"]}
