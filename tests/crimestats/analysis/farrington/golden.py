"""Reads folders of golden cases: R's answers beside what we compute."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from crimestats.analysis.farrington import Control, Result, farrington

OWN = Path(__file__).with_name("golden")
PUBLIC = Path(__file__).resolve().parents[5] / "shared" / "reference" / "farrington"
# Whole numbers and flags must be equal, the rest to a millionth of the value (of 1 for values below it).
EXACT = ("alarm", "trend", "n_baseline")
NUMBERS = ("expected", "mu0", "upperbound", "score", "pvalue", "phi", "trend_coef", "eta0", "se_eta0")


def manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def number(text: str) -> float:
    return np.nan if text in ("NA", "") else float(text)


def series(folder: Path, case: dict[str, Any]) -> tuple[np.ndarray, np.ndarray | None]:
    """Counts (1, T) and ordinal days (T,), None where steps of 52 weeks are used."""
    with (folder / manifest(folder)["series"][case["series"]]["file"]).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    days = [date.fromisoformat(row["date"]).toordinal() for row in rows] if case["epochAsDate"] else None
    return np.array([[number(row["count"]) for row in rows]]), None if days is None else np.array(days)


def computed(folder: Path, case: dict[str, Any]) -> Result:
    counts, days = series(folder, case)
    judged = np.arange(case["k_first"] - 1, case["k_last"])
    return farrington(counts, judged, Control.from_r(case["control"]), days)


def wanted(folder: Path, case: dict[str, Any]) -> dict[str, np.ndarray]:
    with (folder / case["file"]).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([number(row[name]) for row in rows]) for name in (*EXACT, *NUMBERS)}


def assert_equal(case: dict[str, Any], found: Result, told: dict[str, np.ndarray]) -> None:
    # const3: whether its trend is significant hangs on the last bit of the fit (so says its note).
    skipped = {"trend", "trend_coef"} if case["series"] == "const3" else set()
    for name in (*EXACT, *NUMBERS):
        if name not in skipped:
            got, want = getattr(found, name)[:, 0], told[name]
            near = 0 if name in EXACT else 1e-6
            close = np.isclose(got, want, rtol=near, atol=0 if name in EXACT else near, equal_nan=True)
            assert close.all(), f"{case['id']} {name}: {got[~close][:3]} for {want[~close][:3]}"
