"""``python -m crimestats farrington``: a folder of cases in, R's columns out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from crimestats.commands.guard import guarded
from tests.crimestats.analysis.farrington import golden

CASE = "sim_gaps__nb_a01_p1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One case with missing weeks, as a folder of its own."""
    made = tmp_path / "in"
    shutil.copytree(golden.OWN, made)
    told = golden.manifest(made)
    told["cases"] = [case for case in told["cases"] if case["id"] == CASE]
    (made / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    return made


def change(folder: Path, **values: Any) -> None:
    told = golden.manifest(folder)
    told["cases"][0].update(values)
    (folder / "manifest.json").write_text(json.dumps(told), encoding="utf-8")


def test_the_answers_have_the_layout_of_the_golden_files(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert guarded(["farrington", str(folder), "-o", str(out)]) == 0
    [case] = golden.manifest(folder)["cases"]
    found, want = ((place / case["file"]).read_text(encoding="utf-8").splitlines() for place in (out, folder))
    assert found[0] == want[0]
    assert [line.split(",")[:3] for line in found] == [line.split(",")[:3] for line in want]
    told, asked = golden.wanted(out, case), golden.wanted(folder, case)
    for name in golden.EXACT:
        assert told[name].tolist() == asked[name].tolist()
    assert told["pvalue"] == pytest.approx(asked["pvalue"], rel=1e-6, nan_ok=True)


def test_a_week_without_so_many_years_before_it_has_no_answer(folder: Path, tmp_path: Path) -> None:
    change(folder, k_first=30)
    assert guarded(["farrington", str(folder), "-o", str(tmp_path / "out")]) == 0
    [case] = golden.manifest(folder)["cases"]
    rows = (tmp_path / "out" / case["file"]).read_text(encoding="utf-8").splitlines()
    assert rows[1].split(",")[3:] == ["NA"] * 12


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ({"series": "nothing"}, "nothing"),
        ({"control": {"alpha": 3}}, "alpha"),
        ({"k_last": 9999}, "9999"),
        ({"k_first": None}, CASE),
        ({"file": "../out.csv"}, "../out.csv"),
    ],
)
def test_a_case_that_cannot_be_answered_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], values: dict[str, Any], word: str
) -> None:
    change(folder, **values)
    assert guarded(["farrington", str(folder), "-o", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert word in told
    assert "Traceback" not in told


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert guarded(["farrington", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
    assert "manifest.json" in capsys.readouterr().err
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    assert guarded(["farrington", str(tmp_path), "-o", str(tmp_path / "out")]) == 2
