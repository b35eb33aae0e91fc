"""The command line: one JSON value, exit codes, plain lines, and no traceback even for our own faults."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from crimestats.config import ROOT
from crimestats.store import StoreError
from etl.__main__ import run
from etl.faults import guarded
from tests.etl.make_fixtures import ACROSS, changed, text_file, xlsx


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    (tmp_path / "a.csv").write_bytes(text_file(ACROSS))
    return tmp_path


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> Any:
    def command(*arguments: object, code: int = 0) -> Any:
        capsys.readouterr()
        assert run([str(argument) for argument in arguments]) == code
        return json.loads(capsys.readouterr().out)

    return command


def test_read_prints_what_was_agreed(place: Path, output: Any) -> None:
    found = output("read", place / "a.csv", "--json")
    assert {"file", "layout", "rows", "problems", "summary"} == set(found)
    assert (found["file"], found["layout"]) == ("a.csv", "weeks_across")
    assert found["rows"][0] == {
        "area": "Lysekil", "iso_year": 2021, "iso_week": 43, "category": "violence", "count": 4, "sheet": "",
        "cell": "B4", "injured_party": "", "source": "police",
    }  # fmt: skip
    assert found["problems"] == []
    summary = found["summary"]
    assert (summary["counts"], summary["first_week"], summary["last_week"]) == (16, "2021-W43", "2021-W46")
    assert (summary["areas"], summary["categories"][0]) == (["Lysekil"], "total")
    assert (summary["unit"], summary["unit_assumed"], summary["years_from"]) == ("reports", False, ["title"])


def test_read_gives_the_grid_and_the_changes_on_request(place: Path, output: Any) -> None:
    found = output("read", place / "a.csv", "--json", "--grid", "--against-store")
    (grid,) = found["grid"]
    assert grid["columns"] == ["A", "B", "C", "D", "E", "F"]
    assert grid["rows"][3][1] == {"text": "4", "role": "count"}
    assert grid["rows"][2][1] == {"text": "v.43", "role": "week"}
    assert grid["rows"][0][0]["role"] == "ignored"
    assert grid["row_numbers"] == list(range(1, len(grid["rows"]) + 1))
    assert found["marked_name"] == "a, rättningar.xlsx"
    assert found["changes"] == {"new": 16, "unchanged": 0, "changed": 0, "changes": [], "old": [None] * 16}
    run(["load", str(place / "a.csv")])
    (place / "b.csv").write_bytes(text_file(changed(changed(ACROSS, 3, 1, 5), 3, 5, 16)))
    changes = output("read", place / "b.csv", "--json", "--against-store")["changes"]
    assert (changes["new"], changes["unchanged"], changes["changed"]) == (0, 15, 1)
    assert changes["old"][:2] == [4, 5]
    assert (changes["changes"][0]["old"], changes["changes"][0]["new"], changes["changes"][0]["cell"]) == (
        4,
        5,
        "B4",
    )


def test_a_total_is_held_against_the_sum_of_counts_split_by_injured_party(place: Path, output: Any) -> None:
    split = (
        "vecka;kategori;målsägande;antal\n2021-W46;Bedrägeri;Privatperson;5\n2021-W46;Bedrägeri;Företag;2\n"
    )
    (place / "delad.csv").write_text(split, encoding="utf-8")
    run(["load", str(place / "delad.csv")])
    (place / "hel.csv").write_text("vecka;kategori;antal\n2021-W46;Bedrägeri;9\n", encoding="utf-8")
    changes = output("read", place / "hel.csv", "--json", "--against-store")["changes"]
    assert (changes["old"], changes["changed"]) == ([7], 1)


def test_a_problem_far_down_is_shown_with_its_neighbours(place: Path, output: Any) -> None:
    lines = [f"{2016 + n // 52}-W{n % 52 + 1:02};Totalt;{n}" for n in range(250)]
    lines[200] = lines[200].rpartition(";")[0] + ";ca 7"
    (place / "lång.csv").write_text("\n".join(["vecka;kategori;antal", *lines]), encoding="utf-8")
    (grid,) = output("read", place / "lång.csv", "--json", "--grid", code=2)["grid"]
    assert grid["truncated"]
    assert grid["row_numbers"] == [*range(1, 61), 201, 202, 203]
    assert grid["rows"][61][2] == {"text": "ca 7", "role": "fault"}


def test_the_stages_are_told_in_order(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["read", str(place / "a.csv"), "--json", "--against-store", "--progress"])
    stages = [line.split()[-1] for line in capsys.readouterr().err.splitlines() if line.startswith("@stage")]
    assert stages == ["open", "personal", "layout", "checks", "compare"]
    run(["read", str(place / "a.csv"), "--json"])
    assert "@stage" not in capsys.readouterr().err


def test_a_question_leaves_read_at_zero_and_stops_load(place: Path, output: Any) -> None:
    path = place / "b.csv"
    path.write_bytes(text_file(changed(ACROSS, 4, 0, "Skadegörlse")))
    (problem,) = output("read", path, "--json")["problems"]
    assert (problem["level"], problem["code"], problem["cell"]) == ("question", "category_near", "A5")
    assert problem["answers"][0] == {"answer": "vandalism", "label": "Skadegörelse"}
    assert output("read", path, "--json", "--lang", "en")["problems"][0]["message"].startswith(
        "“Skadegörlse” is not"
    )
    (loaded,) = output("load", path, "--json", code=2)
    assert (loaded["status"], loaded["upload"]) == ("refused", None)
    answers = place / "svar.json"
    answers.write_text(json.dumps({problem["key"]: "vandalism"}))
    (loaded,) = output("load", path, "--json", "--answers", answers)
    assert (loaded["status"], loaded["upload"], loaded["changes"]["new"]) == ("loaded", 1, 16)


def test_load_uploads_withdraw_reinstate(
    place: Path, output: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert output("uploads", "--json") == []
    output("load", place / "a.csv", "--json", "--by", "anna")
    (upload,) = output("uploads", "--json")
    assert (upload["id"], upload["sender"], upload["n_counts"]) == (1, "anna", 16)
    assert (upload["first_week"], upload["last_week"], upload["withdrawn"]) == ("2021-W43", "2021-W46", False)
    run(["load", str(place / "a.csv")])
    assert "Filen är redan inläst (uppladdning 1, 29 november 2021)" in capsys.readouterr().out
    assert output("withdraw", 1, "--reason", "fel fil", "--json")["upload"] == 1
    assert output("uploads", "--json")[0]["withdrawn_reason"] == "fel fil"
    assert run(["load", str(place / "a.csv")]) == 2
    assert "python -m etl reinstate 1" in capsys.readouterr().err
    run(["uploads"])
    assert "tillbakadragen: fel fil" in capsys.readouterr().out
    output("reinstate", 1, "--reason", "rätt fil", "--json")
    assert output("uploads", "--json")[0]["withdrawn"] is False


@pytest.mark.parametrize(
    "arguments", [["withdraw", "7", "--reason", "x"], ["reinstate", "7", "--reason", "x"]]
)
def test_an_upload_that_does_not_exist(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert "7" in capsys.readouterr().err


def test_alike_problems_are_told_together(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [list(row) for row in ACROSS]
    for row in (3, 4, 5):
        for column in (1, 2, 3, 4):
            rows[row][column] = "x"
    (place / "b.csv").write_bytes(text_file(rows))
    assert run(["read", str(place / "b.csv")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("fel: b.csv, B4: ”x” är inget antal.")
    assert "… och 7 till av samma slag: C5, D5, E5" in said[5]


def test_bytes_on_standard_input(place: Path, output: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(xlsx(ACROSS))

    monkeypatch.setattr(sys, "stdin", Stdin)
    found = output("read", "-", "--name", "siffror.xlsx", "--json")
    assert (found["file"], len(found["rows"])) == ("siffror.xlsx", 16)


def test_a_fault_of_ours_is_one_line_and_a_log_without_data(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise ValueError("hemligt värde 811218-9876")

    assert guarded(broken, []) == 1
    said = capsys.readouterr().err
    log = place / "store" / "log" / "etl.log"
    assert len(said.splitlines()) == 1
    assert str(log) in said
    written = log.read_text()
    assert "ValueError" in written
    assert "test_commands.py" in written
    assert "hemligt" not in written + said
    monkeypatch.setenv("CRIMESTATS_STORE", "/proc/nowhere")
    assert guarded(broken, []) == 1
    assert "ValueError" in capsys.readouterr().err


def test_what_the_store_cannot_do_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise StoreError("store.disk_full", place="här", why="x")

    monkeypatch.setattr("etl.commands.open_store", full)
    assert run(["uploads"]) == 1
    assert "Disken är full" in capsys.readouterr().err


def test_as_a_program_with_a_pipe_that_closes(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "etl", "read", str(place / "a.csv"), "--json"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(json.loads(done.stdout)["rows"]) == 16
    bad = subprocess.run([sys.executable, "-m", "etl", "read"], cwd=ROOT, capture_output=True, check=False)
    assert (bad.returncode, b"Traceback" in bad.stderr) == (2, False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("", "Det saknas: read|load"),
        ("nosuch", "kan inte vara 'nosuch'. Välj bland 'read', 'load'"),
        ("read", "Det saknas: FILE."),
        ("read x.csv --year", "Efter --year ska det stå ett värde."),
        ("withdraw abc --reason x", "Värdet efter UPLOAD går inte att läsa."),
        ("read a.csv b.csv", "Okänt: b.csv."),
    ],
)
def test_wrong_arguments_are_explained_in_swedish(
    arguments: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        run(arguments.split())
    assert left.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert "--help" in told
    assert len(told.splitlines()) == 1


def test_help_has_its_headings_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["read", "--help"])
    told = capsys.readouterr().out
    assert told.startswith("användning: ")
    assert not {"options:", "positional arguments:", "show this help"} & set(told.splitlines())
