"""Versions, the pointer, and what killed writers leave behind."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from crimestats.store import Store, StoreError, files, open_store
from crimestats.weeks import IsoWeek

AddCounts = Callable[..., int]
WEEK = [("2021-W43", "total", 42)]


def test_only_the_live_version_stays(store: Store, add_counts: AddCounts) -> None:
    for _ in range(3):
        add_counts(store, WEEK)
    assert [file.stem for file in store.folder.glob("*.duckdb")] == [store.version]


def test_orphans_of_killed_writers_go_at_the_next_append(store: Store, add_counts: AddCounts) -> None:
    orphans = ["new-1.duckdb", "new-1.duckdb.wal", "v-1.duckdb", "tmp-1-1"]
    for name in orphans:
        (store.folder / name).write_bytes(b"half")
    add_counts(store, WEEK)
    assert [name for name in orphans if (store.folder / name).exists()] == []
    assert len(store.rows("uploads")) == 1


def test_a_reader_keeps_the_version_it_opened(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, WEEK)
    cursor = store._cursor()
    add_counts(store, [("2021-W44", "total", 40)])
    assert len(store.rows("uploads")) == 2  # the store has let go of the older version
    gc.collect()
    assert cursor.execute("SELECT count(*) FROM upload").fetchone() == (1,)


def test_a_reader_that_lost_the_race_reads_the_pointer_again(
    store: Store, add_counts: AddCounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading the pointer and opening the file, a writer publishes and removes that file."""
    add_counts(store, WEEK)
    stale = store.version
    add_counts(store, [("2021-W44", "total", 40)])
    answers = iter([stale])
    real = files.live
    monkeypatch.setattr(files, "live", lambda folder: next(answers, None) or real(folder))
    assert len(store.rows("uploads")) == 2


def test_a_lost_pointer_is_mended_from_the_newest_whole_version(store: Store, add_counts: AddCounts) -> None:
    add_counts(store, WEEK)
    version = store.version
    (store.folder / "CURRENT").unlink()
    (store.folder / f"new-{10**20}.duckdb").write_bytes(b"half")
    again = open_store(str(store.folder))
    assert again.version == version
    assert len(again.rows("uploads")) == 1


@pytest.mark.parametrize("pointer", ["", "v-../../etc", "v-12345"])
def test_a_pointer_to_nothing_is_told_and_nothing_is_removed(store: Store, pointer: str) -> None:
    version = store.version
    (store.folder / "CURRENT").write_text(pointer)
    for act in (lambda: store.rows("uploads"), lambda: store.append(lambda _: None)):
        with pytest.raises(StoreError) as caught:
            act()
        assert caught.value.code == "store.unreadable"
    assert files.path_of(store.folder, version).exists()


@pytest.mark.parametrize("held", [b"not a database" * 1000, b""])
def test_a_damaged_version_is_told(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "v-1.duckdb").write_bytes(held)
    (tmp_path / "CURRENT").write_text("v-1\n")
    for act in (lambda: open_store(str(tmp_path)), lambda: Store(tmp_path).rows("uploads")):
        with pytest.raises(StoreError) as caught:
            act()
        assert caught.value.code == "store.unreadable"
    assert (tmp_path / "v-1.duckdb").read_bytes() == held


def test_a_damaged_block_is_told_not_read(store: Store, add_counts: AddCounts, tmp_path: Path) -> None:
    add_counts(store, [(IsoWeek(2000, 1) + n, "total", n) for n in range(1000)])
    whole = files.path_of(store.folder, store.version).read_bytes()
    start = 3 * 4096  # the file's headers
    (tmp_path / "v-1.duckdb").write_bytes(whole[:start] + bytes(len(whole) - start))
    (tmp_path / "CURRENT").write_text("v-1\n")
    with pytest.raises(StoreError) as caught:
        Store(tmp_path).rows("weekly_counts", area="Lysekil")
    assert caught.value.code == "store.unreadable"


def test_versions_rise_also_when_the_clock_is_set_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.version
    monkeypatch.setattr(files.time, "time_ns", lambda: 5)
    store.append(lambda _: None)
    assert int(store.version[2:]) == int(before[2:]) + 1


def test_a_draft_with_rows_still_in_its_log_is_not_published(store: Store) -> None:
    before = store.version
    with files.locked(store.folder), files.draft_of(store.folder) as draft:
        draft.with_name(f"{draft.name}.wal").write_bytes(b"rows")
        with pytest.raises(OSError, match="not written out"):
            files.publish(store.folder, draft)
    assert store.version == before


def test_a_version_whose_pointer_could_not_be_written_is_taken_away(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = store.version

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_whole", full)
    with pytest.raises(StoreError) as caught:
        store.append(lambda _: None)
    assert caught.value.code == "store.disk_full"
    assert [file.stem for file in store.folder.glob("*.duckdb")] == [before]
    assert store.rows("uploads") == []
