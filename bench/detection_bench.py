"""How good are the alarms? Prints one table per data set, with R's figures beside ours where they exist.

    python bench/detection_bench.py [REFERENCE_FOLDER [REAL_DATA_FOLDER]]

1. Simulated series (bench/simulate.py, seeds the method was not tuned on).
2. The peaks benchmark (REFERENCE_FOLDER/weekly.csv with its score.py), scored by its own rule.
3. A replay of real weekly records: how many alarms a year each series would have raised, from year three on.

Data sets that are not at hand are left out, and the table says so.
"""

from __future__ import annotations

import csv
import importlib.util
import re
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.simulate import figures, simulate  # noqa: E402
from crimestats.analysis.detection import Detection, Level, detect  # noqa: E402
from crimestats.config import settings  # noqa: E402
from crimestats.counts import WeeklyCounts  # noqa: E402
from crimestats.weeks import IsoWeek, week_range  # noqa: E402

SEEDS = range(101, 107)
REAL = ("charlottesville_vecka_2012_2019.csv", "ucpd_hyde_park_vecka_2010_2019.csv")
_NAMES = ("POD", "small", "medium", "large", "shift")
_HEAD = f"{'':52s}{'false %':>9s}{'holiday %':>10s}" + "".join(f"{name:>7s}" for name in _NAMES)


def main() -> None:
    reference = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/reference/peaks"
    real = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared/data/real/vecka_brott"
    print(f"alarm_alpha {settings().detection.alarm_alpha}\n{_HEAD}")
    _simulated()
    if (reference / "score.py").exists():
        _benchmark(reference)
    else:
        print("peaks benchmark: not at hand, left out")
    for name in REAL:
        _replay(real / name)
    _speed()


def _simulated() -> None:
    rows = []
    for seed in SEEDS:
        data = simulate(seed)
        record = WeeklyCounts("", data.weeks, {str(n): row for n, row in enumerate(data.counts)})
        rows.append(figures(data, _alarms(detect(record))))
    shares = {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}
    _line(f"simulated, {len(rows)} x 168 series", *shares.values())
    for mean in (0.05, 0.2, 0.5):
        false, found = _sparse(mean)
        print(f"    Poisson {mean} a week: {false:.2%} false; a week with 3 more is found in {found:.0%}")


def _sparse(mean: float) -> tuple[float, float]:
    """False alarms over 104 weeks of clean sparse series, and the share found when 3 are added at last."""
    weeks = tuple(week_range(IsoWeek(2016, 1), IsoWeek(2021, 52)))
    clean = np.random.default_rng(11).poisson(mean, (200, len(weeks))).astype(float)
    raised = clean.copy()
    raised[:, -1] += 3
    one, two = (
        _alarms(detect(WeeklyCounts("", weeks, {str(n): row for n, row in enumerate(counts)})))
        for counts in (clean, raised)
    )
    return float(one[:, -104:].mean()), float(two[:, -1].mean())


def _benchmark(folder: Path) -> None:
    series: dict[str, dict[int, float]] = defaultdict(dict)
    with (folder / "weekly.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            week = IsoWeek(int(row["iso_year"]), int(row["iso_week"]))
            series[row["series_id"]][week.ordinal] = float(row["count"])
    record = _record(series)
    alarms = {
        (code, week.year, week.week)
        for code, band in detect(record).bands.items()
        for week, level in zip(record.weeks, band.level, strict=True)
        if level == Level.ALARM
    }
    scored = _module(folder / "score.py").score(str(folder), alarms)
    sizes = [scored["pod"][name] for name in ("surge", "surge small", "surge medium", "surge large", "shift")]
    _line("benchmark: ours", scored["fpr"]["all"], scored["fpr"]["holiday"], *sizes)
    for label, *cells in re.findall(r"^\| ((?:R|variant): [^|]*) \|(.*)\|$", _table(folder), re.M):
        values = [float(cell) for cell in cells[0].split("|")][:7]
        _line(label, values[0] / 100, values[1] / 100, *values[2:])
    groups = [name for name in scored["fpr"] if name.startswith("mean ")]
    for name in sorted(groups, key=lambda text: float(text.split()[1])):
        print(f"    {name:12s} {scored['fpr'][name]:7.2%} false  {scored['pod']['surge ' + name]:5.2f} POD")
    print(f"    late batches that alarm: {scored['pod']['batch']:.2f} (R nbPlugin 0.01: 0.48)")


def _replay(path: Path) -> None:
    if not path.exists():
        print(f"{path.name}: not at hand, left out")
        return
    series: dict[str, dict[int, float]] = defaultdict(dict)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            week = IsoWeek(int(row["iso_year"]), int(row["iso_week"]))
            series[row["category"]][week.ordinal] = float(row["count"])
    record = _record(series)
    start = settings().detection.season_weeks
    years = (len(record.weeks) - start) / 52.18
    print(f"\n{path.stem}: a year, from week {start} on ({years:.1f} years)")
    print(f"    {'':14s}{'mean':>7s}{'alarm':>7s}{'watch':>7s}{'below':>7s}   weeks that alarm")
    for code, band in detect(record).bands.items():
        late = band.level[start:]
        per_year = [float((late == level).sum() / years) for level in (Level.ALARM, Level.WATCH, Level.BELOW)]
        when = [
            f"{record.weeks[start + n]} {band.observed[start + n]:.0f} ({band.expected[start + n]:.1f})"
            for n in np.flatnonzero(late == Level.ALARM)
        ]
        rates = "".join(f"{rate:7.2f}" for rate in per_year)
        print(f"    {code:14s}{np.nanmean(band.observed):7.1f}{rates}   {', '.join(when)}")


def _speed() -> None:
    weeks = tuple(week_range(IsoWeek(2016, 1), IsoWeek(2021, 46)))
    rng = np.random.default_rng(7)
    record = WeeklyCounts("", weeks, {str(n): rng.poisson(3 * n + 1, len(weeks)) * 1.0 for n in range(12)})
    times = []
    for _ in range(9):
        start = time.perf_counter()
        detect(record)
        times.append(time.perf_counter() - start)
    print(f"\n12 series x {len(weeks)} weeks: {np.median(times) * 1000:.0f} ms (median of 9)")


def _alarms(found: Detection) -> np.ndarray:
    return np.stack([band.level == Level.ALARM for band in found.bands.values()])


def _record(series: dict[str, dict[int, float]]) -> WeeklyCounts:
    first, last = (end(end(held) for held in series.values()) for end in (min, max))
    weeks = tuple(IsoWeek.from_ordinal(n) for n in range(first, last + 1))
    rows = {code: np.array([held.get(w.ordinal, np.nan) for w in weeks]) for code, held in series.items()}
    return WeeklyCounts("", weeks, rows)


def _table(folder: Path) -> str:
    return (folder / "README.md").read_text(encoding="utf-8").split("False alarms (%")[0]


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _line(name: str, false: float, holiday: float, *found: float) -> None:
    print(f"{name[:51]:52s}{false:9.2%}{holiday:10.2%}" + "".join(f"{value:7.3f}" for value in found))


if __name__ == "__main__":
    main()
