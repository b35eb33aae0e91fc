"""``farrington``: flexible Farrington over a folder of cases, as R would have answered them."""

from __future__ import annotations

import csv
import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.farrington import Control, ControlError, PlanError, Result, farrington
from crimestats.commands.arguments import Refused
from crimestats.config import settings
from crimestats.i18n import texts

COLUMNS = ("k", "date", "observed", *(f.name for f in fields(Result)))


@dataclass(frozen=True)
class Series:
    """Counts (T,), NaN = missing; the dates as written; ordinal days (T,), None when there are no dates."""

    counts: NDArray[np.float64]
    dates: tuple[str, ...]
    days: NDArray[np.int64] | None


def run(given: Namespace) -> int:
    """Answer every case of the folder's manifest; one file per case, at the same place under the output."""
    folder, out = Path(given.folder), Path(given.output)
    manifest = _manifest(folder)
    known = {name: _series(folder, name, told) for name, told in manifest["series"].items()}
    answers = {_inside(out, case["file"]): _answer(case, known) for case in manifest["cases"]}
    for path, rows in answers.items():
        _write(path, rows)
    print(_say("done", n=len(answers), place=out))
    return 0


def _answer(case: Mapping[str, Any], known: Mapping[str, Series]) -> list[list[str]]:
    name, about = str(case.get("id", "?")), known.get(case.get("series", ""))
    if about is None:
        raise Refused(_say("no_series", case=name, series=case.get("series", "")))
    try:
        control = Control.from_r(case.get("control", {}))
        days = about.days if case.get("epochAsDate", about.days is not None) else None
        first, last = int(case["k_first"]), int(case["k_last"])
    except ControlError as fault:
        raise Refused(_say("control", case=name, name=fault.name, value=fault.value)) from fault
    except (KeyError, TypeError, ValueError) as fault:
        raise Refused(_say("case", case=name)) from fault
    if not 1 <= first <= last <= len(about.counts):
        raise Refused(_say("weeks", case=name, first=first, last=last, n=len(about.counts)))
    return [_row(about, week, control, days) for week in range(first - 1, last)]


def _row(about: Series, week: int, control: Control, days: NDArray[np.int64] | None) -> list[str]:
    """One judged week; without a week so many years back there is no result, as where R stops."""
    told = [str(week + 1), about.dates[week], _text(about.counts[week])]
    try:
        found = farrington(about.counts[None, :], np.array([week]), control, days)
    except PlanError:
        return told + ["NA"] * (len(COLUMNS) - len(told))
    return told + [_text(getattr(found, f.name)[0, 0]) for f in fields(Result)]


def _text(value: float) -> str:
    """As R writes a number: 15 digits, NA, Inf."""
    if np.isnan(value):
        return "NA"
    if np.isinf(value):
        return "Inf" if value > 0 else "-Inf"
    return f"{value:.15g}"


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / "manifest.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(found["series"], dict) or not isinstance(found["cases"], list):
            raise TypeError
        return {"series": found["series"], "cases": [dict(case) for case in found["cases"]]}
    except OSError as fault:
        raise Refused(_say("no_file", place=path)) from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise Refused(_say("manifest", place=path)) from fault


def _series(folder: Path, name: str, told: Mapping[str, Any]) -> Series:
    try:
        path = _inside(folder, told["file"])
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
        missing = ("", "NA", "NaN")
        counts = np.array([np.nan if row["count"] in missing else float(row["count"]) for row in rows])
        dates = tuple(row.get("date") or "" for row in rows)
        whole = bool(rows) and all(dates)
        days = np.array([date.fromisoformat(day).toordinal() for day in dates]) if whole else None
    except OSError as fault:
        raise Refused(_say("no_file", place=fault.filename)) from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise Refused(_say("series", series=name, why=fault)) from fault
    return Series(counts, dates, days)


def _inside(folder: Path, name: Any) -> Path:
    """A path of the manifest, which must stay in its folder."""
    parts = PurePosixPath(str(name))
    if parts.is_absolute() or ".." in parts.parts:
        raise Refused(_say("outside", place=name))
    return folder / parts


def _write(path: Path, rows: list[list[str]]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
    except OSError as fault:
        raise Refused(_say("no_write", place=path, why=fault.strerror or fault)) from fault


def _say(key: str, **values: object) -> str:
    return texts(settings().default_language)(f"detect.farrington.{key}", **values)
