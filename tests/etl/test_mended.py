"""What a corrected file has mended, what remains and what is new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from etl.__main__ import run
from etl.mended import compare
from tests.etl.make_fixtures import ACROSS, changed, text_file, xlsx


def told(
    code: str, cell: str, sheet: str = "Blad1", level: str = "error", message: str = ""
) -> dict[str, str]:
    return {
        "level": level,
        "code": code,
        "sheet": sheet,
        "cell": cell,
        "message": message or f"{code} {cell}",
    }


def cells(problems: tuple[object, ...]) -> list[str]:
    return [problem["cell"] for problem in problems]  # type: ignore[index]


def test_mended_remaining_and_new() -> None:
    found = compare([told("a", "B4"), told("b", "B5")], [told("b", "B5"), told("c", "B6")])
    assert (cells(found.mended), cells(found.remaining), cells(found.new)) == (["B4"], ["B5"], ["B6"])
    assert not found.first_look
    assert found.message() == "Rättade: 1. Kvar: 1. Nya: 1."


def test_a_row_put_in_moves_problems_without_making_them_new() -> None:
    found = compare([told("a", "B4", message="”x” är fel.")], [told("a", "B5", message="”x” är fel.")])
    assert (cells(found.mended), cells(found.remaining), cells(found.new)) == ([], ["B5"], [])


def test_alike_problems_are_paired_one_to_one() -> None:
    same = {"message": "”x” är fel."}
    found = compare([told("a", "B4", **same), told("a", "B5", **same)], [told("a", "B5", **same)])
    assert (cells(found.mended), cells(found.remaining)) == (["B4"], ["B5"])


def test_a_text_file_and_the_workbook_that_came_back_of_it() -> None:
    found = compare([told("a", "B4", sheet="")], [told("a", "B4", sheet="Blad1")])
    assert cells(found.remaining) == ["B4"]


def test_after_a_refusal_at_the_door_the_new_may_be_old() -> None:
    found = compare([told("personal_data", "A8")], [told("count_masked", "B4")])
    assert found.first_look
    assert "kan ha funnits redan då" in found.message()
    assert not compare([told("personal_data", "A8")], []).message().endswith("då.")


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in (
        ("a 2021.csv", text_file(changed(changed(ACROSS, 3, 1, "<5"), 4, 2, "-"))),
        ("b 2021.xlsx", xlsx(changed(ACROSS, 3, 1, "<5"))),
    ):
        (tmp_path / name).write_bytes(data)
        run(["read", str(tmp_path / name), "--json"])
        (tmp_path / f"{name[0]}.json").write_text(capsys.readouterr().out)
    assert run(["mended", str(tmp_path / "a.json"), str(tmp_path / "b.json"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (cells(answer["mended"]), cells(answer["remaining"]), answer["new"]) == (["C5"], ["B4"], [])
    assert run(["mended", str(tmp_path / "a.json"), str(tmp_path / "a 2021.csv")]) == 2
    assert "går inte att läsa" in capsys.readouterr().err
