"""Measures what a limit costs in false alarms, and keeps it in crimestats/analysis/calibration.csv.

    python -m bench.calibrate

Simulated series (bench/simulate.py), clean and holiday weeks of the last two years, all means alike.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from bench.simulate import figures, simulate
from crimestats.analysis.alarms import alarms
from crimestats.analysis.design import design
from crimestats.analysis.expected import expect
from crimestats.config import settings

TABLE = Path(__file__).resolve().parent.parent / "crimestats" / "analysis" / "calibration.csv"
SEEDS = range(1, 25)
NOMINAL = (0.0002, 0.0005, 0.001, 0.0015, 0.002, 0.0025, 0.003, 0.0035, 0.004, 0.005, 0.006, 0.008, 0.01,
0.015, 0.02,
           0.03, 0.05)  # fmt: skip


def main() -> None:
    shares = np.zeros(len(NOMINAL))
    for seed in SEEDS:
        data = simulate(seed)
        found = expect(data.counts, design(data.weeks), settings().detection)
        for n, nominal in enumerate(NOMINAL):
            told = alarms(data.counts, found.mean, found.dispersion, found.doubt, nominal)
            shares[n] += figures(data, told.alarm)["false"] / len(SEEDS)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("nominal", "false_alarms"))
        rows.writerows((nominal, f"{share:.6f}") for nominal, share in zip(NOMINAL, shares, strict=True))


if __name__ == "__main__":
    main()
