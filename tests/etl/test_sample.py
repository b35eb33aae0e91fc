"""The sample through the real load: whole or not at all, once, into an empty store, and away again."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest

from crimestats.clock import LOCAL
from crimestats.config import ROOT
from crimestats.counts import WeeklyCounts, read_weekly_counts
from crimestats.i18n import LANGUAGES, Formats, texts
from crimestats.periods import Period, month_of
from crimestats.store import Store, open_store
from crimestats.store.reference import save_event, save_period
from crimestats.weeks import IsoWeek
from etl.load import load_file
from etl.sample import ACTOR, AREA, FOLDER, SampleFault, load_sample, remark, remove_sample

NOVEMBER = Period(IsoWeek(2021, 43), IsoWeek(2021, 46))
OWN = "Vecka;Totalt\r\n2022-W01;21\r\n2022-W02;24\r\n".encode("utf-8-sig")


def sums(record: WeeklyCounts) -> dict[str, float]:
    return {code: float(record.values(code, NOVEMBER).sum()) for code in record.series}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with the sample in it; tests that change it copy its folder."""
    store = open_store(str(tmp_path_factory.mktemp("sample")))
    assert load_sample(store).code == "loaded"
    return store


@pytest.fixture
def own_copy(loaded: Store, tmp_path: Path) -> Store:
    copytree(loaded.folder, tmp_path / "store")
    return open_store(str(tmp_path / "store"))


def test_the_published_month_through_the_whole_path(loaded: Store) -> None:
    found = sums(read_weekly_counts(loaded, AREA))
    published = {"total": 167, "violence": 15, "vandalism": 7, "theft": 23}
    assert {code: found[code] for code in published} == published
    assert found["fraud_all"] + found["rest"] == 122


def test_the_record_is_whole_and_marked_as_sample(loaded: Store) -> None:
    record = read_weekly_counts(loaded, AREA)
    assert (record.weeks[0], record.weeks[-1]) == (IsoWeek(2016, 1), IsoWeek(2021, 46))
    assert record.sample
    assert not record.total_is_sum
    assert all(upload["sample"] for upload in loaded.rows("uploads"))
    assert [str(week) for week, is_so in zip(record.weeks, record.preliminary, strict=True) if is_so] == [
        "2021-W46"
    ]
    revised = [str(week) for week, is_so in zip(record.weeks, record.revised, strict=True) if is_so]
    assert revised == ["2021-W37", "2021-W38", "2021-W39", "2021-W41", "2021-W42"]


def test_injured_parties_reach_the_record(loaded: Store) -> None:
    record = read_weekly_counts(loaded, AREA)
    batch = record.by_party["benefit_fraud", "authority"][record.index(IsoWeek(2021, 45)) or 0]
    assert batch == 11


def test_every_file_is_read_without_a_remark(loaded: Store) -> None:
    assert {upload["file_name"] for upload in loaded.rows("uploads")} == {
        path.name for path in FOLDER.iterdir() if path.suffix in {".xlsx", ".csv"}
    }
    assert {upload["layout"] for upload in loaded.rows("uploads")} == {"long", "weeks_across", "weeks_down"}


@pytest.mark.parametrize(
    ("moment", "newest", "total_w39"),
    [
        (datetime(2021, 10, 10, 12, 0, tzinfo=LOCAL), IsoWeek(2021, 39), 31),
        (datetime(2021, 10, 30, 12, 0, tzinfo=LOCAL), IsoWeek(2021, 42), 33),
        (datetime(2021, 11, 22, 8, 14, tzinfo=LOCAL), IsoWeek(2021, 46), 33),
    ],
)
def test_as_known_at_earlier_moments(
    loaded: Store, moment: datetime, newest: IsoWeek, total_w39: int
) -> None:
    record = read_weekly_counts(loaded, AREA, as_of=moment)
    assert record.weeks[-1] == newest
    assert record.series["total"][record.index(IsoWeek(2021, 39)) or 0] == total_w39


def test_the_newest_upload_came_on_the_monday_after(loaded: Store) -> None:
    received = read_weekly_counts(loaded, AREA).received_at
    assert received is not None
    assert Formats("sv").moment(received) == "22 november 2021 kl.\u00a008.14"


def test_periods_and_calendar_stand(loaded: Store) -> None:
    periods = loaded.rows("periods", area=AREA)
    last = max(periods, key=lambda row: row["first_week"])
    assert (last["name"], last["first_week"], last["last_week"]) == (
        "november 2021",
        NOVEMBER.first.ordinal,
        NOVEMBER.last.ordinal,
    )
    assert month_of(IsoWeek.from_ordinal(periods[0]["first_week"])) == (2020, 1)
    measures = [row for row in loaded.rows("calendar_events", area=AREA) if row["kind"] == "measure"]
    assert [(row["name"], row["first_week"]) for row in measures] == [
        ("Ordningsvakter", IsoWeek(2021, 28).ordinal)
    ]


def test_loading_twice_changes_nothing(loaded: Store) -> None:
    before = loaded.version
    assert load_sample(loaded).code == "present"
    assert loaded.version == before


def test_a_load_that_fails_leaves_the_store_empty(tmp_path: Path) -> None:
    copytree(FOLDER, tmp_path / "sample")
    broken = tmp_path / "sample" / "Bedrägerier Lysekil 2020 per målsägande.csv"
    broken.write_bytes(broken.read_bytes().replace(b";7,0", b";ca 7", 1))
    store = open_store(str(tmp_path / "store"))
    with pytest.raises(SampleFault, match="Bedrägerier"):
        load_sample(store, tmp_path / "sample")
    assert store.rows("uploads") == []
    assert load_sample(store).code == "loaded"


def test_own_data_keep_the_sample_out(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    assert load_file(store, "eget.csv", OWN, area=AREA).done
    assert remark(store) == ""
    assert load_sample(store).code == "own_data"
    assert len(store.rows("uploads")) == 1


def test_removing_leaves_only_own_data(own_copy: Store) -> None:
    assert load_file(own_copy, "eget.csv", OWN, area=AREA).done
    own = save_event(own_copy, "event", "Havsfest", NOVEMBER, area=AREA, actor="anna")
    edited = own_copy.rows("periods", area=AREA)[0]
    week = IsoWeek.from_ordinal(edited["first_week"])
    save_period(own_copy, Period(week, week + 3, "vårt eget"), area=AREA, actor="anna", id=edited["id"])
    assert "python -m etl sample --remove" in remark(own_copy)

    assert (done := remove_sample(own_copy, "anna")).files == 7
    assert done.code == "removed"
    record = read_weekly_counts(own_copy, AREA)
    assert [str(week) for week in record.weeks] == ["2022-W01", "2022-W02"]
    assert not record.sample
    assert [row["id"] for row in own_copy.rows("calendar_events", area=AREA)] == [own]
    assert [row["name"] for row in own_copy.rows("periods", area=AREA)] == ["vårt eget"]
    assert remark(own_copy) == ""


def test_removing_erases_nothing(own_copy: Store) -> None:
    known = datetime(2021, 11, 23, tzinfo=LOCAL)
    before = sums(read_weekly_counts(own_copy, AREA, as_of=known))
    remove_sample(own_copy, "anna")
    assert sums(read_weekly_counts(own_copy, AREA, as_of=known)) == pytest.approx(before, nan_ok=True)
    uploads = own_copy.rows("uploads")
    assert {upload["withdrawn_by"] for upload in uploads} == {"anna"}
    assert all(own_copy.get_bytes(upload["sha256"]) for upload in uploads)
    assert own_copy.rows("audit_log")[0]["action"] == "sample.remove"


def test_once_removed_it_does_not_come_back(own_copy: Store) -> None:
    remove_sample(own_copy)
    assert load_sample(own_copy).code == "gone"
    assert remove_sample(own_copy).code == "nothing"


def test_what_the_sample_writes_carries_its_name(loaded: Store) -> None:
    for question in ("periods", "calendar_events"):
        assert {row["actor"] for row in loaded.rows(question, area=AREA)} == {ACTOR}
    assert {upload["sender"] for upload in loaded.rows("uploads")} == {ACTOR}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_outcome_has_words(loaded: Store, lang: str) -> None:
    for code in ("loaded", "present", "own_data", "gone", "removed", "nothing"):
        assert texts(lang)(f"sample.{code}", files=7)
    assert "{" not in load_sample(loaded).message(lang)


def test_from_the_command_line(tmp_path: Path) -> None:
    def etl(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "etl", *arguments],
            cwd=ROOT,
            env={"CRIMESTATS_STORE": str(tmp_path / "store"), "PATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )

    first = etl("sample")
    assert (first.returncode, first.stderr) == (0, "")
    assert "påhittade" in first.stdout
    assert "redan inlästa" in etl("sample").stdout
    removed = etl("sample", "--remove", "--by", "anna")
    assert (removed.returncode, "7 filer" in removed.stdout) == (0, True)
