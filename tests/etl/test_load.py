"""Loading: all or nothing, the same bytes twice are nothing new, every count keeps its cell."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest

from crimestats.store import Store, Writer, open_store
from crimestats.store.uploads import reinstate, withdraw
from etl.kept import without_authors
from etl.load import load_file
from tests.etl.make_fixtures import ACROSS, DOWN, TRUTH, book, changed, saved, text_file, xlsx
from tests.etl.reading import options


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    return open_store(str(tmp_path / "store"))


def counts(store: Store, area: str = "Lysekil") -> dict[tuple[int, str], int]:
    return {(row["week"], row["category"]): row["count"] for row in store.rows("weekly_counts", area=area)}


def test_what_was_read_is_what_stands(store: Store) -> None:
    result = load_file(store, "anmälningar.xlsx", xlsx(ACROSS), sender="anna", comment="november")
    assert (result.status, result.upload_id, result.done) == ("loaded", 1, True)
    assert (result.changes.new, result.changes.unchanged, len(result.changes.changed)) == (16, 0, 0)
    assert sorted(counts(store).values()) == sorted(TRUTH.values())
    (upload,) = store.rows("uploads")
    assert (upload["file_name"], upload["sender"], upload["comment"]) == (
        "anmälningar.xlsx",
        "anna",
        "november",
    )
    assert (upload["layout"], upload["unit"], upload["sample"]) == ("weeks_across", "reports", False)
    row = next(
        r for r in store.rows("upload_rows", upload_id=1) if r["category"] == "theft" and r["iso_week"] == 45
    )
    assert (row["sheet"], row["cell"], row["count"], row["iso_year"]) == ("Blad1", "D6", 7, 2021)


def test_the_same_bytes_twice_are_nothing_new(store: Store) -> None:
    data = xlsx(ACROSS)
    first = load_file(store, "a.xlsx", data)
    version = store.version
    again = load_file(store, "annat namn 2021.xlsx", data)
    assert (again.status, again.upload_id, again.received_at, again.done) == (
        "already",
        1,
        first.received_at,
        True,
    )
    assert store.version == version


def test_the_bytes_are_kept_by_their_fingerprint(store: Store) -> None:
    data = text_file(ACROSS)
    load_file(store, "a.csv", data)
    assert store.rows("uploads")[0]["sha256"] == sha256(data).hexdigest()
    assert store.get_bytes(sha256(data).hexdigest()) == data


def test_authors_are_cleared_in_the_kept_copy_and_it_is_said(store: Store) -> None:
    workbook = book({"Blad1": ACROSS})
    workbook.properties.creator, workbook.properties.lastModifiedBy = "Anna Ek", "Bo Alm"
    workbook.properties.title = "Veckosiffror"
    data = saved(workbook)
    result = load_file(store, "a.xlsx", data)
    assert [p.code for p in result.reading.problems] == ["author_cleared"]
    kept = store.get_bytes(store.rows("uploads")[0]["sha256"])
    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        assert all(
            b"Anna Ek" not in archive.read(name) and b"Bo Alm" not in archive.read(name)
            for name in archive.namelist()
        )
    again = openpyxl.load_workbook(io.BytesIO(kept))
    assert again.properties.title == "Veckosiffror"
    assert [[c.value for c in row] for row in again["Blad1"].iter_rows(max_row=4, max_col=3)][3] == [
        "Våldsbrott",
        4,
        5,
    ]
    assert load_file(store, "a.xlsx", data).status == "already"
    assert without_authors(data) == without_authors(data)


def test_a_corrected_file_says_what_it_changes(store: Store) -> None:
    load_file(store, "a.xlsx", xlsx(ACROSS))
    mended = changed(changed(ACROSS, 4, 1, 3), 4, 5, 8)
    result = load_file(store, "b.xlsx", xlsx(mended))
    (change,) = result.changes.changed
    assert (change.row.category, change.row.iso_week, change.old, change.row.count) == ("vandalism", 43, 2, 3)
    assert (result.changes.new, result.changes.unchanged) == (0, 15)
    assert sum(counts(store).values()) == sum(TRUTH.values()) + 1
    assert sum(row["count"] for row in store.rows("upload_rows", upload_id=1)) == sum(TRUTH.values())


def test_a_withdrawn_file_is_not_loaded_again_but_told_of(store: Store) -> None:
    load_file(store, "a.csv", text_file(ACROSS))
    withdraw(store, 1, "anna", "fel fil")
    result = load_file(store, "a.csv", text_file(ACROSS))
    assert (result.status, result.upload_id, result.done) == ("withdrawn", 1, False)
    assert counts(store) == {}
    reinstate(store, 1, "anna", "rätt fil")
    assert load_file(store, "a.csv", text_file(ACROSS)).status == "already"
    assert len(counts(store)) == 16


def test_the_same_bytes_read_otherwise_are_not_taken_for_the_same(store: Store) -> None:
    data = text_file(ACROSS)
    load_file(store, "a.csv", data, area="Sotenäs")
    result = load_file(store, "a.csv", data)
    assert (result.status, result.upload_id, result.done) == ("other_reading", 1, False)
    withdraw(store, 1, "anna", "fel kommun")
    assert load_file(store, "a.csv", data).status == "loaded"
    assert (counts(store, "Sotenäs"), len(counts(store))) == ({}, 16)


def test_questions_and_errors_stop_a_load_and_warnings_do_not(store: Store) -> None:
    near = changed(ACROSS, 4, 0, "Skadegörlse")
    stopped = load_file(store, "a.csv", text_file(near))
    assert (stopped.status, stopped.upload_id) == ("refused", None)
    assert [p.code for p in stopped.problems_that_stop] == ["category_near"]
    assert store.rows("uploads") == []
    answers = {stopped.problems_that_stop[0].key: "vandalism"}
    answered = load_file(store, "a.csv", text_file(near), options=options(answers))
    assert [p.code for p in answered.reading.problems] == ["category_mapped"]
    assert sorted(counts(store).values()) == sorted(TRUTH.values())


def test_left_out_on_the_record(store: Store) -> None:
    rows = changed(ACROSS, 4, 0, "Vapenbrott")
    result = load_file(
        store, "a.csv", text_file(rows), options=options({"category_unknown|*|Vapenbrott": "skip"})
    )
    assert [p.code for p in result.reading.problems] == ["category_left_out"]
    assert len(counts(store)) == 12


def test_a_dash_answered_is_zero_or_missing(store: Store) -> None:
    rows = changed(changed(ACROSS, 3, 1, "-"), 3, 5, 11)
    zero = load_file(store, "a.csv", text_file(rows), options=options({"count_unclear||B4": "zero"}))
    assert (zero.status, len(counts(store))) == ("loaded", 16)
    withdraw(store, 1, "", "prov")
    missing = load_file(store, "a.csv", text_file(rows), options=options({"count_unclear||B4": "missing"}))
    assert (missing.status, len(counts(store))) == ("loaded", 15)


def test_nothing_is_stored_when_the_store_fails_midway(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Writer, table: str, rows: object) -> None:
        if table == "observation":
            raise RuntimeError("disk")
        original(self, table, rows)  # type: ignore[arg-type]

    original = Writer.insert
    monkeypatch.setattr(Writer, "insert", broken)
    with pytest.raises(RuntimeError):
        load_file(store, "a.csv", text_file(DOWN))
    monkeypatch.undo()
    assert store.rows("uploads") == []
    assert counts(store) == {}


def test_a_comment_with_personal_data_is_neither_stored_nor_repeated(store: Store) -> None:
    result = load_file(
        store, "a.xlsx", xlsx(ACROSS), sender="anna@kommun.example", comment="ring 070-123 45 67"
    )
    (problem,) = result.reading.problems
    assert (result.status, problem.code) == ("refused", "personal_data_comment")
    assert "070" not in problem.message()
    assert store.rows("uploads") == []
    assert load_file(store, "a.xlsx", xlsx(ACROSS), sender="anna@kommun.example", comment="klar").done


def test_sample_data_may_state_when_they_came(store: Store) -> None:
    moment = datetime(2021, 11, 22, 8, 14, tzinfo=UTC)
    result = load_file(store, "a.csv", text_file(ACROSS), received_at=moment, sample=True)
    (upload,) = store.rows("uploads")
    assert (result.received_at, upload["received_at"], upload["sample"]) == (moment, moment, True)
