"""How good and how fast are the alarms? Tables beside R's figures, on simulated, marked and real records.

    python -m bench.detection_bench

The peaks benchmark and the real records lie in ../shared; a table whose data are not at hand says so.
"""

from __future__ import annotations

import re
import sys

import numpy as np

from bench.detection_data import (
    BENCHMARK,
    MARKED,
    REAL,
    benchmark_record,
    marked_records,
    real_record,
    score_alarms,
)
from bench.detection_speed import speed_rows
from bench.report import table
from bench.simulate import figures, simulate
from crimestats.analysis.detection import Detection, Level, detect
from crimestats.analysis.replay import replay
from crimestats.config import settings
from crimestats.counts import WeeklyCounts
from crimestats.weeks import IsoWeek, week_range

SEEDS = range(101, 107)  # none of them took part in the tuning or in the calibration
LEFT_OUT = 156
# name → (figure, comparison, bound): what the benchmark must reach.
BOUNDS = {"false": 0.005, "holiday": 0.007, "surge": 0.585, "large": 0.92, "shift": 0.58, "batch": 0.15}
_NAMES = ("false", "holiday", "surge", "small", "medium", "large", "shift", "batch")
_HEAD = ("", "false alarms, %", "in holiday weeks, %", "POD", "small", "medium", "large", "shift", "batch")


def main() -> int:
    """Print every table; 1 when a bound was missed."""
    alpha = settings().detection.series_alpha
    print(f"## Detection\n\nShare of false alarms asked for: {alpha:.2%} per week and series.\n")
    missed, rows = False, [_simulated(alpha)]
    if BENCHMARK.exists():
        ours = score_alarms(detect(benchmark_record(), alpha=alpha))
        missed = any(ours[name] > bound if name in ("false", "holiday", "batch") else ours[name] < bound
                     for name, bound in BOUNDS.items())  # fmt: skip
        rows.append(_row("peaks benchmark: ours", ours))
        rows += _published()
    print(table(_HEAD, rows))
    print(
        "\n" + table(("Poisson, a week", "false alarms, %", "a week with 3 more is found, %"), _sparse(alpha))
    )
    _real()
    _marked(alpha)
    print("\n### Speed, one thread\n\n" + table(("what", "measured", "bound"), speed_rows()))
    return int(missed)


def _simulated(alpha: float) -> list[str]:
    found = []
    for seed in SEEDS:
        data = simulate(seed)
        found.append(figures(data, _alarms(detect(_plain(data.weeks, data.counts), alpha=alpha))))
    mean = {name: float(np.mean([one[name] for one in found])) for name in _NAMES}
    return _row(f"simulated, {len(found)} x 168 series", mean)


def _published() -> list[list[str]]:
    """R's figures as published with the benchmark: without the mean delay, batches last."""
    text = (BENCHMARK / "README.md").read_text(encoding="utf-8").split("False alarms (%")[0]
    lines = re.findall(r"^\| (R: farringtonFlexible nbPlugin[^|]*) \|(.*)\|$", text, re.M)
    return [[label, *(cell.strip() for cell in cells.split("|")[:8])] for label, cells in lines]


def _row(label: str, found: dict[str, float]) -> list[str]:
    shares = [f"{found[name]:.3f}" for name in _NAMES[2:]]
    return [label, f"{found['false']:.2%}", f"{found['holiday']:.2%}", *shares]


def _sparse(alpha: float) -> list[list[str]]:
    """Clean series, and the same with three more reports in one of the last 104 weeks of each."""
    weeks, rng, rows = tuple(week_range(IsoWeek(2016, 1), IsoWeek(2021, 52))), np.random.default_rng(11), []
    every = np.arange(300)
    for mean in (0.05, 0.2, 0.5):
        clean = rng.poisson(mean, (300, len(weeks))).astype(float)
        raised, at = clean.copy(), rng.integers(len(weeks) - 104, len(weeks), 300)
        raised[every, at] += 3
        one, two = (_alarms(detect(_plain(weeks, counts), alpha=alpha)) for counts in (clean, raised))
        rows.append([str(mean), f"{one[:, -104:].mean():.2%}", f"{two[every, at].mean():.0%}"])
    return rows


def _plain(weeks: tuple[IsoWeek, ...], counts: np.ndarray) -> WeeklyCounts:
    return WeeklyCounts("", weeks, {str(n): row for n, row in enumerate(counts)})


def _real() -> None:
    for name in REAL:
        record = real_record(name)
        if record is None:
            print(f"\n{name}: not at hand.")
            continue
        detection = detect(record)
        told = replay(detection, after=LEFT_OUT)
        years = ", ".join(f"{year.year}: {year.alarms}" for year in told.years)
        print(f"\n### {name}\n\nAfter three years {told.alarms_a_year:.2f} alarms a year in six series "
              f"(budget {settings().detection.false_alarms_per_year}). By year: {years}.\n")  # fmt: skip
        print(
            table(
                ("week", "series", "reports", "expected", "weeks together", "by chance once in"),
                _each(detection),
            )
        )
        shifts = [f"{shift.code} from {shift.first}, x {shift.ratio:.2f}" for shift in detection.shifts]
        print(f"\nLevel shifts recognised: {'; '.join(shifts) or 'none'}.")


def _each(detection: Detection) -> list[list[str]]:
    found = [(detection.weeks[n], code, band, n) for code, band in detection.bands.items()
             for n in np.flatnonzero(band.level == Level.ALARM) if n >= LEFT_OUT]  # fmt: skip
    return [
        [str(week), code, f"{band.observed[n]:.0f}", f"{band.expected[n]:.1f}", str(band.window[n]),
         f"{1 / band.window_p[n]:.0f}"]
        for week, code, band, n in sorted(found, key=lambda one: one[:2])
    ]  # fmt: skip


def _marked(alpha: float) -> None:
    """Outbreaks that begin once a record can be judged at all; each begins at its first marked week."""
    if not MARKED.exists():
        print("\nMarked outbreaks: not at hand.")
        return
    rows, first = [], settings().detection.min_weeks
    for name, (record, outbreak) in marked_records().items():
        alarm = _alarms(detect(record, alpha=alpha))[0]
        judged = np.arange(len(alarm)) >= first
        runs = np.flatnonzero(np.diff(outbreak.astype(int), prepend=0) == 1)
        told = [_found(alarm, outbreak, int(start)) for start in runs if start >= first]
        calm = judged & ~outbreak
        rows.append(
            [name, "; ".join(told) or "none after half a year", f"{alarm[calm].sum()} of {calm.sum()}"]
        )
    print("\n### Marked outbreaks (German disease counts, from half a year of record)\n\n"
          + table(("series", "outbreaks", "other weeks that alarm"), rows))  # fmt: skip


def _found(alarm: np.ndarray, outbreak: np.ndarray, start: int) -> str:
    end = start + int(np.argmin(np.append(outbreak[start:], False)))
    hits = np.flatnonzero(alarm[start:end])
    return (
        f"{end - start} weeks, found in week {hits[0] + 1}" if len(hits) else f"{end - start} weeks, missed"
    )


def _alarms(found: Detection) -> np.ndarray:
    return np.stack([band.level == Level.ALARM for band in found.bands.values()])


if __name__ == "__main__":
    sys.exit(main())
