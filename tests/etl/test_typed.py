"""Counts typed by hand are a file like any other: read, refused at their cell, stored with their address."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

import pytest

from crimestats.store import open_store
from crimestats.weeks import IsoWeek
from etl.__main__ import run
from etl.read import read_file
from etl.typed import typed_file
from tests.etl.reading import options, stops

WEEK = IsoWeek(2021, 47)


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")


def test_reads_back_with_an_address_for_each_count() -> None:
    name, text = typed_file(
        WEEK, {"total": "31", "violence": "4", "theft": "", "fraud": "0"}, "Orust", now="i dag"
    )
    assert name == "Inskrivet v. 47 2021 Orust, i dag.csv"
    reading = read_file(name, text.encode(), options=options())
    assert reading.problems == ()
    assert [(row.area, row.week, row.category, row.count, row.cell) for row in reading.rows] == [
        ("Orust", WEEK, "total", 31, "D4"), ("Orust", WEEK, "violence", 4, "D5"),
        ("Orust", WEEK, "fraud", 0, "D7"),
    ]  # fmt: skip
    assert reading.unit_stated


def test_what_is_no_count_is_refused_at_its_cell() -> None:
    name, text = typed_file(
        WEEK, {"total": "31", "violence": "-4", "theft": "<5", "fraud": "fyra"}, "Lysekil"
    )
    assert stops(read_file(name, text.encode(), options=options())) == [
        ("count_negative", "D5"), ("count_masked", "D6"), ("count_text", "D7"),
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["=1+1", "@SUM(A1)", "+4", "-1+cmd|' /C calc'!A0"])
def test_formulas_are_no_formulas(typed: str) -> None:
    _, text = typed_file(WEEK, {"total": typed}, "Lysekil")
    last = text.splitlines()[-1].rpartition(";")[2]
    assert not last.startswith(("=", "@", "+"))


def test_both_languages_are_read() -> None:
    name, text = typed_file(WEEK, {"total": "31"}, "Lysekil", "en", "now")
    assert [row.count for row in read_file(name, text.encode(), options=options()).rows] == [31]


def test_from_the_command_line_into_the_store(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["typed", "--week", "2021-W47", "--json", "total=31", "violence=4", "theft="]) == 0
    answer = json.loads(capsys.readouterr().out)
    data = base64.b64decode(answer["content"])
    assert answer["cells"] == {"total": "D4", "violence": "D5", "theft": "D6"}

    class Input:
        buffer = io.BytesIO(data)

    monkeypatch.setattr("sys.stdin", Input)
    assert run(["load", "-", "--name", answer["name"], "--by", "anna"]) == 0
    (upload,) = open_store().rows("uploads")
    assert upload["file_name"] == answer["name"]
    assert open_store().get_bytes(upload["sha256"]) == data
    counts = open_store().rows("weekly_counts", area="Lysekil")
    assert {(row["category"], row["count"]) for row in counts} == {("total", 31), ("violence", 4)}


@pytest.mark.parametrize(
    "arguments",
    [["--week", "2021-W60", "total=1"], ["--week", "2021-W47", "total"], ["--week", "2021-W47", "rest=3"]],
)
def test_wrong_arguments_are_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["typed", *arguments]) == 2
    assert "fel: " in capsys.readouterr().err
