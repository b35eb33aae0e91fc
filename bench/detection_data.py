"""The records that detection is measured on: the peaks benchmark, real weekly counts, marked outbreaks."""

from __future__ import annotations

import csv
import importlib.util
from collections import defaultdict
from pathlib import Path

import numpy as np

from crimestats.analysis.detection import Detection, Level
from crimestats.counts import WeeklyCounts
from crimestats.weeks import IsoWeek

SHARED = Path(__file__).resolve().parents[2] / "shared"
BENCHMARK = SHARED / "reference" / "peaks"
MARKED = SHARED / "data" / "real" / "toppar_facit" / "rki_weekly_known_outbreaks.csv"
REAL = ("charlottesville_vecka_2012_2019.csv", "ucpd_hyde_park_vecka_2010_2019.csv")
# Their categories as the product's series, so that the yearly budget is shared among six.
_CODES = {
    "totalt": "total",
    "våldsbrott": "violence",
    "skadegörelse": "vandalism",
    "tillgrepp": "theft",
    "bedrägeri": "fraud_all",
    "övrigt": "rest",
}


def benchmark_record() -> WeeklyCounts:
    return _record(_rows(BENCHMARK / "weekly.csv", "series_id"))


def real_record(name: str) -> WeeklyCounts | None:
    """A real record, None where it is not at hand."""
    path = SHARED / "data" / "real" / "vecka_brott" / name
    if not path.exists():
        return None
    series = _rows(path, "category")
    return _record({code: series[name] for name, code in _CODES.items()})


def marked_records() -> dict[str, tuple[WeeklyCounts, np.ndarray]]:
    """Per series its record and which weeks (T,) were marked; weeks counted on from 2001-W01."""
    counts: dict[str, list[float]] = defaultdict(list)
    marks: dict[str, list[bool]] = defaultdict(list)
    with MARKED.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts[row["series"]].append(float(row["count"]))
            marks[row["series"]].append(row["known_outbreak"] == "1")
    first = IsoWeek(2001, 1)
    return {
        name: (
            WeeklyCounts("", tuple(first + n for n in range(len(values))), {name: np.array(values)}),
            np.array(marks[name]),
        )
        for name, values in counts.items()
    }


def score_alarms(found: Detection) -> dict[str, float]:
    """The benchmark's own figures, from its score.py."""
    spec = importlib.util.spec_from_file_location("score", BENCHMARK / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    alarms = {
        (code, week.year, week.week)
        for code, band in found.bands.items()
        for week, level in zip(found.weeks, band.level, strict=True)
        if level == Level.ALARM
    }
    scored = module.score(str(BENCHMARK), alarms)
    pod = {name: scored["pod"][f"surge {name}"] for name in ("small", "medium", "large")}
    pod |= {name: scored["pod"][name] for name in ("surge", "shift", "batch")}
    return {"false": scored["fpr"]["all"], "holiday": scored["fpr"]["holiday"], **pod}


def _rows(path: Path, name: str) -> dict[str, dict[int, float]]:
    series: dict[str, dict[int, float]] = defaultdict(dict)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            week = IsoWeek(int(row["iso_year"]), int(row["iso_week"]))
            series[row[name]][week.ordinal] = float(row["count"])
    return series


def _record(series: dict[str, dict[int, float]]) -> WeeklyCounts:
    first, last = (end(end(held) for held in series.values()) for end in (min, max))
    weeks = tuple(IsoWeek.from_ordinal(n) for n in range(first, last + 1))
    rows = {code: np.array([held.get(w.ordinal, np.nan) for w in weeks]) for code, held in series.items()}
    return WeeklyCounts("", weeks, rows)
