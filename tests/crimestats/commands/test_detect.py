"""``python -m crimestats detect``: a file in, a verdict per week out."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from crimestats.commands.guard import guarded
from crimestats.weeks import IsoWeek
from tests.crimestats.analysis.records import START, noisy

HEAD = "series_id,iso_year,iso_week,count"


def lines(name: str, values: np.ndarray, start: IsoWeek = START) -> list[str]:
    weeks = [start + n for n in range(len(values))]
    told = ["" if np.isnan(v) else str(int(v)) for v in values]
    return [f"{name},{w.year},{w.week},{v}" for w, v in zip(weeks, told, strict=True)]


def judged(tmp_path: Path, rows: list[str], *more: str, head: str = HEAD) -> list[dict[str, str]]:
    made, out = tmp_path / "in.csv", tmp_path / "out.csv"
    made.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    assert guarded(["detect", str(made), "-o", str(out), *more]) == 0
    with out.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, *more: str) -> str:
    made = tmp_path / "in.csv"
    made.write_text(text, encoding="utf-8")
    assert guarded(["detect", str(made), "-o", str(tmp_path / "out.csv"), *more]) == 2
    assert not (tmp_path / "out.csv").exists()
    told = capsys.readouterr().err
    assert "Traceback" not in told
    return told


def test_the_last_two_years_of_every_series_in_the_order_of_the_file(tmp_path: Path) -> None:
    values = noisy(300, 9, seed=1)
    values[-3] = 40
    rows = judged(tmp_path, lines("b", values) + lines("a", noisy(150, 4, seed=2)))
    assert list(rows[0]) == [*HEAD.split(","), "expected", "upper", "p_value", "alarm"]
    assert [row["series_id"] for row in rows] == ["b"] * 104 + ["a"] * 104
    week = START + 297
    assert (rows[101]["iso_year"], rows[101]["iso_week"]) == (str(week.year), str(week.week))
    assert rows[101]["alarm"] == "1"
    assert float(rows[101]["count"]) > float(rows[101]["upper"]) > float(rows[101]["expected"])


def test_other_series_and_later_weeks_change_no_verdict(tmp_path: Path) -> None:
    values = noisy(300, 9, seed=1)
    alone = judged(tmp_path, lines("a", values[:290]), "--last", "50")
    among = judged(tmp_path, [*lines("b", noisy(300, 30, seed=2)), *lines("a", values)], "--last", "60")
    told = {(row["series_id"], row["iso_year"], row["iso_week"]): row for row in among}
    assert all(told["a", row["iso_year"], row["iso_week"]] == row for row in alone)


def test_a_stricter_share_gives_fewer_alarms(tmp_path: Path) -> None:
    rows = [line for n in range(12) for line in lines(f"s{n}", noisy(300, 5, seed=n))]
    loose, strict = (judged(tmp_path, rows, "--alpha", alpha) for alpha in ("0.05", "0.0005"))
    assert sum(row["alarm"] == "1" for row in strict) < sum(row["alarm"] == "1" for row in loose)


def test_missing_weeks_are_kept_apart_from_zero(tmp_path: Path) -> None:
    values = noisy(300, 9, seed=1)
    values[-5] = np.nan
    rows = lines("a", values)
    del rows[-8]
    told = judged(tmp_path, rows, "--last", "10")
    assert len(told) == 9
    [empty] = [row for row in told if row["count"] == ""]
    assert (empty["p_value"], empty["alarm"]) == ("", "0")


def test_a_short_series_is_told_without_a_range(tmp_path: Path) -> None:
    rows = judged(tmp_path, lines("a", noisy(20, 9, seed=1)))
    assert len(rows) == 20
    assert {(row["expected"], row["alarm"]) for row in rows} == {("", "0")}


def test_more_columns_semicolons_and_any_order_are_read(tmp_path: Path) -> None:
    rows = [";".join(["fraud", *reversed(line.split(","))]) for line in lines("a", noisy(150, 9, seed=1))]
    told = judged(tmp_path, rows, head="category;count;iso_week;iso_year;series_id")
    assert len(told) == 104


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "series_id"),
        ("series_id,iso_year,count\na,2021,3\n", "iso_week"),
        (f"{HEAD}\n", "inga rader"),
        (f"{HEAD}\na,2021,53,3\n", "rad 2"),
        (f"{HEAD}\na,2021,1,3\na,2021,1,4\n", "rad 3"),
        (f"{HEAD}\na,2021,1,många\n", "många"),
        (f"{HEAD}\na,2021,1,-3\n", "-3"),
        (f"{HEAD}\na,2021,1,2.5\n", "2.5"),
        (f"{HEAD}\na,2021,1,inf\n", "inf"),
        (f"{HEAD}\n,2021,1,3\n", "rad 2"),
        (f"{HEAD}\na,1930,1,3\na,2021,1,3\n", "60 år"),
    ],
)
def test_wrong_input_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, word: str
) -> None:
    assert word in refused(tmp_path, capsys, text)


@pytest.mark.parametrize("more", [("--alpha", "0"), ("--alpha", "2"), ("--last", "0"), ("--alpha", "x")])
def test_a_wrong_value_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, str]
) -> None:
    assert more[0] in refused(tmp_path, capsys, f"{HEAD}\na,2021,1,3\n", *more)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(["detect", str(tmp_path / "none.csv"), "-o", str(tmp_path / "out.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err
