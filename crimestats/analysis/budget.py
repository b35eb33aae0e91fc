"""From a yearly budget of false alarms to the limit of one series and week.

What a limit costs in false alarms cannot be read off it: three tests look at each week, counts are whole
numbers, and the expectation is estimated. It is measured instead, on simulated series
(``bench/calibrate.py``), and looked up here.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np

from crimestats.config import settings
from crimestats.counts import TILES, TOTAL, WeeklyCounts

WEEKS_PER_YEAR = 52.1775
# The series that the budget is for: what the screen watches. Fraud kinds and injured parties are told as
# causes of a peak and raise no alarm of their own.
WATCHED = (TOTAL, *TILES)
_TABLE = Path(__file__).with_name("calibration.csv")


def alpha_of(record: WeeklyCounts) -> float:
    """False alarms per week and series that the budget allows, shared alike by the watched series."""
    rules = settings().detection
    watched = sum(code in record.series for code in WATCHED)
    allowed = rules.false_alarms_per_year / (WEEKS_PER_YEAR * max(watched, 1)) / rules.unrest
    return min(allowed, rules.most_alpha)


def nominal(alpha: float) -> float:
    """The limit of one week alone that gives a share ``alpha`` of false alarms in all.

    Between the measured values, and beyond them, on the logarithmic scale.
    """
    limits, shares = _table()
    log = np.log(shares)
    at = int(np.clip(np.searchsorted(log, np.log(alpha)), 1, len(log) - 1))
    slope = np.log(limits[at] / limits[at - 1]) / (log[at] - log[at - 1])
    return float(min(limits[at - 1] * np.exp(slope * (np.log(alpha) - log[at - 1])), 0.5))


@cache
def _table() -> tuple[tuple[float, ...], tuple[float, ...]]:
    with _TABLE.open(encoding="utf-8") as file:
        rows = [(float(row["nominal"]), float(row["false_alarms"])) for row in csv.DictReader(file)]
    return tuple(limit for limit, _ in rows), tuple(share for _, share in rows)
