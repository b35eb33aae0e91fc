"""A store of an older schema opens and upgrades; a newer one is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from crimestats.i18n.texts import texts
from crimestats.store import Store, StoreError, files, open_store, schema
from crimestats.store.uploads import withdraw

AddCounts = Callable[..., int]


def build_old_store(folder: Path, upto: int) -> None:
    """A store as a program of an earlier schema version left it, with one upload of one count."""
    folder.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect(str(folder / "v-1.duckdb"))
    schema.migrate(connection, upto=upto)
    connection.execute(
        "INSERT INTO upload (id, sha256, file_name, received_at) "
        "VALUES (1, repeat('a', 64), 'gammal.xlsx', $at)",
        {"at": datetime(2021, 11, 29, 8, tzinfo=UTC)},
    )
    connection.execute(
        "INSERT INTO observation (upload_id, area, iso_year, iso_week, week, category, count, cell) "
        "VALUES (1, 'Lysekil', 2021, 43, 105441, 'total', 42, 'B2')"
    )
    connection.execute("CHECKPOINT")
    connection.close()
    (folder / "CURRENT").write_text("v-1\n")


def schema_version(store: Store) -> int:
    return schema.version_of(store._cursor())


@pytest.mark.parametrize("held", range(1, schema.newest()))
def test_an_older_store_is_upgraded_when_opened(tmp_path: Path, held: int) -> None:
    build_old_store(tmp_path, held)
    store = open_store(str(tmp_path))
    assert schema_version(store) == schema.newest()
    assert [row["count"] for row in store.rows("weekly_counts", area="Lysekil")] == [42]
    withdraw(store, 1, "anna", "fel fil")  # writes to a table that the older schema lacks
    assert store.rows("weekly_counts", area="Lysekil") == []
    assert [row["action"] for row in store.rows("audit_log")] == ["upload.withdraw"]
    assert len(store.rows("weekly_counts", area="Lysekil", as_of=datetime(2022, 1, 1, tzinfo=UTC))) == 1


def test_an_upgrade_that_fails_leaves_the_older_store_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_old_store(tmp_path, 1)
    bad = tmp_path / "0002_bad.sql"
    bad.write_text("CREATE TABLE half (a INTEGER); SELECT * FROM no_such_table;")
    monkeypatch.setattr(schema, "migrations", lambda: {1: schema.FOLDER / "0001_counts.sql", 2: bad})
    with pytest.raises(duckdb.CatalogException):
        open_store(str(tmp_path))
    assert files.live(tmp_path) == "v-1"
    assert sorted(file.name for file in tmp_path.glob("*.duckdb*")) == ["v-1.duckdb"]


def test_the_upgraded_schema_is_the_one_a_new_store_gets(tmp_path: Path) -> None:
    build_old_store(tmp_path / "old", 1)
    old, new = open_store(str(tmp_path / "old")), open_store(str(tmp_path / "new"))
    assert old.rows("schema_comments") == new.rows("schema_comments")
    assert old.rows("macro_comments") == new.rows("macro_comments")


def test_a_newer_store_is_refused_in_plain_swedish(store: Store, add_counts: AddCounts) -> None:
    """Also by a program that has been running since before: it must not read what it may misread."""
    add_counts(store, [("2021-W43", "total", 42)])
    at = datetime(2030, 1, 1, tzinfo=UTC)
    row = {"schema_version": schema.newest() + 1, "migration": "9999_from_the_future", "applied_at": at}
    store.append(lambda writer: writer.insert("meta", [row]))
    before = files.live(store.folder)
    for act in (
        lambda: store.rows("areas"),
        lambda: store.append(lambda _: None),
        lambda: open_store(str(store.folder)),
    ):
        with pytest.raises(StoreError) as caught:
            act()
        assert caught.value.code == "store.newer"
        assert "nyare version" in texts("sv")(caught.value.code, **caught.value.values)
    assert files.live(store.folder) == before


def test_migrations_are_numbered_without_holes() -> None:
    assert list(schema.migrations()) == list(range(1, schema.newest() + 1))
    assert schema.newest() >= 2
