"""Opening, asking and appending."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from crimestats.categories import categories
from crimestats.i18n.texts import texts
from crimestats.store import Store, StoreError, Writer, files, open_store
from crimestats.store import store as store_module

AddCounts = Callable[..., int]
WEEK = [("2021-W43", "total", 42)]


def code_of(act: Callable[[], object]) -> str:
    """The code of the StoreError that an act raises; its sentence exists in both languages."""
    with pytest.raises(StoreError) as caught:
        act()
    for lang in ("sv", "en"):
        assert texts(lang)(caught.value.code, **caught.value.values)
    return caught.value.code


class TestOpening:
    def test_a_store_is_created_where_there_is_none(self, tmp_path: Path) -> None:
        store = open_store(str(tmp_path / "deep" / "down"))
        assert store.rows("areas") == []
        assert store.version.startswith("v-")

    def test_one_object_per_place(self, tmp_path: Path) -> None:
        assert open_store(str(tmp_path)) is open_store(f"{tmp_path}/../{tmp_path.name}")

    def test_the_place_comes_from_the_environment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "elsewhere"))
        assert open_store().folder == tmp_path / "elsewhere"

    def test_a_shared_place_is_refused_without_repeating_its_password(self) -> None:
        with pytest.raises(StoreError) as caught:
            open_store("ducklake:postgres:host=db password=hemligt")
        assert caught.value.code == "store.shared"
        assert "hemligt" not in texts("sv")(caught.value.code, **caught.value.values)

    def test_a_file_in_the_way_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        assert code_of(lambda: open_store(str(tmp_path / "file"))) == "store.no_folder"
        assert code_of(lambda: open_store(str(tmp_path / "file" / "store"))) == "store.no_folder"

    def test_no_right_to_write_says_so(self) -> None:
        assert store_module._code_of(PermissionError(13, "denied")) == "store.not_writable"

    def test_a_store_removed_under_the_program_is_made_anew_when_opened(self, tmp_path: Path) -> None:
        store = open_store(str(tmp_path))
        for file in tmp_path.iterdir():
            file.unlink()
        assert code_of(lambda: store.rows("areas")) == "store.missing"
        assert open_store(str(tmp_path)).rows("areas") == []

    def test_the_category_list_is_in_the_store(self, store: Store) -> None:
        assert {row["code"] for row in store.rows("category_list")} == set(categories())
        store.append(lambda _: None)
        held = store._cursor().execute("SELECT count(*) FROM category").fetchone()
        assert held == (len(categories()),), "an unchanged category is not written again"


class TestAsking:
    def test_rows_columns_and_frame_say_the_same(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, [*WEEK, ("2021-W44", "total", 40)])
        rows = store.rows("weekly_counts", area="Lysekil")
        columns = store.columns("weekly_counts", area="Lysekil")
        assert [row["count"] for row in rows] == [42, 40] == list(columns["count"])
        assert store.frame("weekly_counts", area="Lysekil")["count"].tolist() == [42, 40]
        assert store.columns("weekly_counts", area="Nowhere")["count"] == ()

    def test_moments_are_aware(self, store: Store, add_counts: AddCounts) -> None:
        at = datetime(2021, 11, 29, 8, 0, 0, 123456, tzinfo=UTC)
        add_counts(store, WEEK, received_at=at)
        assert store.rows("uploads")[0]["received_at"] == at

    def test_values_are_bound_not_glued(self, store: Store, add_counts: AddCounts) -> None:
        name = "O'Hara'; DROP TABLE upload; --"
        add_counts(store, WEEK, area=name)
        assert [row["area"] for row in store.rows("areas")] == [name]
        assert len(store.rows("weekly_counts", area=name)) == 1

    def test_each_thread_gets_its_own_answer(self, store: Store, add_counts: AddCounts) -> None:
        for n in range(8):
            add_counts(store, [("2021-W43", "total", n)], area=f"Area {n}")
        wrong: list[object] = []

        def ask(n: int) -> None:
            for _ in range(40):
                rows = store.rows("weekly_counts", area=f"Area {n}")
                if [row["count"] for row in rows] != [n]:
                    wrong.append(rows)

        threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []

    def test_the_store_reads_no_other_files(self, store: Store, tmp_path: Path) -> None:
        (tmp_path / "other.csv").write_text("a\n1\n")
        with pytest.raises(duckdb.PermissionException):
            store._cursor().execute(f"SELECT * FROM '{tmp_path}/other.csv'")
        with pytest.raises(duckdb.Error):
            store._cursor().execute("CREATE TABLE t (a INTEGER)")


class TestAppending:
    def test_publishes_one_version_and_gives_the_works_result(self, store: Store) -> None:
        before = store.version
        assert store.append(lambda writer: writer.next_id("upload")) == 1
        assert store.version > before

    def test_publishes_nothing_when_the_work_raises(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, WEEK)
        before = store.version

        def work(writer: Writer) -> None:
            writer.insert("audit", [{"action": "half", "at": datetime.now(UTC)}])
            raise RuntimeError("midway")

        with pytest.raises(RuntimeError, match="midway"):
            store.append(work)
        assert store.version == before
        assert store.rows("audit_log") == []
        assert [file.name for file in store.folder.glob("*.duckdb*")] == [f"{before}.duckdb"]

    def test_the_work_sees_its_own_rows(self, store: Store) -> None:
        def work(writer: Writer) -> int:
            writer.audit("anna", "look")
            return len(writer.rows("audit_log"))

        assert store.append(work) == 1

    def test_left_out_columns_take_their_defaults_and_ids_count_on(self, store: Store) -> None:
        at = datetime(2021, 11, 29, tzinfo=UTC)
        rows = [{"area": "A", "category": "fraud", "week": 1, "body": body, "at": at} for body in "xy"]
        store.append(lambda writer: writer.insert("note", rows))
        store.append(lambda writer: writer.insert("note", rows[:1]))
        assert (
            store.rows("notes", area="A")[0] | {"id": 3, "status": "new", "body": "x"}
            == (store.rows("notes", area="A")[0])
        )

    @pytest.mark.parametrize(
        ("table", "rows"),
        [
            ("no_such_table", [{"a": 1}]),
            ("audit; DROP TABLE audit", [{"a": 1}]),
            ("audit", [{"no_such_column": 1}]),
            ("audit", [{"action": "a"}, {"actor": "b"}]),
        ],
    )
    def test_faults_of_ours_are_type_errors(
        self, store: Store, table: str, rows: list[dict[str, object]]
    ) -> None:
        with pytest.raises(TypeError):
            store.append(lambda writer: writer.insert(table, rows))

    def test_no_rows_are_no_work(self, store: Store) -> None:
        store.append(lambda writer: writer.insert("audit", []))
        assert store.rows("audit_log") == []

    def test_areas_are_registered_once(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, WEEK, area="Orust")
        add_counts(store, WEEK, area="Orust")
        held = store._cursor().execute("SELECT name, first_upload_id FROM area").fetchall()
        assert held == [("Orust", 1)]


class TestRules:
    """What no append may write, whoever asks."""

    @pytest.mark.parametrize(
        "count",
        [
            ("2021-W43", "total", -1),
            ("2021-W43", "", 1),
            ("2021-W43", "total", 1, "police"),
            ("2021-W43", "total", "many"),
            ("2021-W43", "total", None),
        ],
    )
    def test_a_count_that_breaks_the_tables_rules(
        self, store: Store, add_counts: AddCounts, count: tuple[object, ...]
    ) -> None:
        assert code_of(lambda: add_counts(store, [count])) == "store.refused_row"
        assert store.rows("uploads") == []

    def test_the_same_count_twice_in_one_upload(self, store: Store, add_counts: AddCounts) -> None:
        assert code_of(lambda: add_counts(store, WEEK * 2)) == "store.stated_twice"

    def test_a_count_of_no_upload(self, store: Store) -> None:
        row = {"upload_id": 7, "area": "A", "iso_year": 2021, "iso_week": 43, "week": 105441}
        row |= {"category": "total", "count": 1, "cell": "A1"}
        assert code_of(lambda: store.append(lambda w: w.insert("observation", [row]))) == "store.no_upload"

    def test_a_received_upload_gets_no_more_counts(self, store: Store, add_counts: AddCounts) -> None:
        add_counts(store, WEEK)
        row = {"upload_id": 1, "area": "A", "iso_year": 2021, "iso_week": 43, "week": 105441}
        row |= {"category": "total", "count": 1, "cell": "A1"}
        assert code_of(lambda: store.append(lambda w: w.insert("observation", [row]))) == "store.old_upload"

    @pytest.mark.parametrize(("year", "week", "ordinal"), [(2021, 43, 105440), (2020, 1, 105441)])
    def test_a_week_that_is_not_its_number(self, store: Store, year: int, week: int, ordinal: int) -> None:
        upload = {"id": 1, "sha256": "a" * 64, "file_name": "f", "received_at": datetime.now(UTC)}
        row = {"upload_id": 1, "area": "A", "iso_year": year, "iso_week": week, "week": ordinal}
        row |= {"category": "total", "count": 1, "cell": "A1"}
        work = lambda w: (w.insert("upload", [upload]), w.insert("observation", [row]))  # noqa: E731
        assert code_of(lambda: store.append(work)) == "store.wrong_week"

    @pytest.mark.parametrize("code", ["no_such_category", "rest", "fraud_all"])
    def test_a_category_that_nothing_would_show(self, store: Store, add_counts: AddCounts, code: str) -> None:
        assert code_of(lambda: add_counts(store, [("2021-W43", code, 1)])) == "store.unknown_category"
        assert store.rows("areas") == []

    def test_moments_never_go_back(self, store: Store, add_counts: AddCounts) -> None:
        future = datetime(2090, 1, 1, tzinfo=UTC)
        add_counts(store, WEEK, received_at=future)
        assert store.append(lambda writer: writer.moment()) > future


class TestLock:
    def test_a_writer_that_waits_too_long_is_told_so(
        self, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(files, "LOCK_SECONDS", 0.05)
        with files.locked(store.folder):
            assert code_of(lambda: store.append(lambda _: None)) == "store.busy"
        store.append(lambda _: None)

    def test_a_writer_waits_for_the_one_before(self, store: Store, add_counts: AddCounts) -> None:
        inside, done = threading.Event(), threading.Event()

        def slow(_: Writer) -> None:
            inside.set()
            done.wait(5)

        first = threading.Thread(target=lambda: store.append(slow))
        second = threading.Thread(target=lambda: add_counts(store, WEEK))
        first.start()
        inside.wait(5)
        second.start()
        assert store.rows("uploads") == [], "readers are not held up by a writer"
        done.set()
        first.join()
        second.join()
        assert len(store.rows("uploads")) == 1
