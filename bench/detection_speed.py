"""How long detection takes, in seconds of one processor: other programs on the machine do not count."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from crimestats.analysis import kept
from crimestats.analysis.alarms import LONGEST, alarms
from crimestats.analysis.design import design
from crimestats.analysis.detection import detect
from crimestats.analysis.expected import HALF_LIFE
from crimestats.analysis.farrington import Control, farrington
from crimestats.analysis.regression import fit
from crimestats.counts import WeeklyCounts
from crimestats.weeks import IsoWeek, week_range

WEEKS = tuple(week_range(IsoWeek(2016, 1), IsoWeek(2022, 6)))  # six years and a little: 319 weeks
PARITY = Control(
    no_periods=10, past_weeks_not_included=26, threshold_method="nbPlugin", p_threshold_trend=1.0
)


def speed_rows() -> list[list[str]]:
    many, some = _counts(10_000), _counts(100)
    days = np.array([week.monday.toordinal() for week in WEEKS])
    last, year = np.array([len(WEEKS) - 1]), np.arange(len(WEEKS) - 52, len(WEEKS))
    record = WeeklyCounts("", WEEKS[:307], dict(zip("abcdefghijklmn", some[:, :307], strict=False)))
    return [
        ["ours, 10,000 series x current week", _timed(lambda: _newest(many, 1)), "1.0 s"],
        ["ours, 100 series x 52 weeks", _timed(lambda: _newest(some, 52)), "0.5 s"],
        ["ours, 14 series x 307 weeks, every week", _timed(lambda: _afresh(record)), "0.3 s"],
        [
            "Farrington as in R, 10,000 x 1 week",
            _timed(lambda: farrington(many, last, PARITY, days)),
            "1.0 s",
        ],
        ["Farrington as in R, 100 x 52 weeks", _timed(lambda: farrington(some, year, PARITY, days)), "0.5 s"],
    ]


def _counts(series: int) -> np.ndarray:
    rng = np.random.default_rng(7)
    return rng.poisson(rng.uniform(1, 40, series)[:, None], (series, len(WEEKS))).astype(float)


def _newest(counts: np.ndarray, weeks: int) -> None:
    """The verdicts on the newest weeks, with the expectations of the two weeks that sums reach back."""
    need = np.arange(len(WEEKS) - weeks - LONGEST + 1, len(WEEKS))
    made, asked = design(WEEKS), np.zeros(counts.shape, bool)
    asked[:, need] = True
    told = fit(counts, made.columns, made.ridge, asked, half_life=HALF_LIFE)
    alarms(counts[:, need], *(part[:, need] for part in (told.mean, told.dispersion, told.doubt)), 0.0034)


def _afresh(record: WeeklyCounts) -> None:
    kept.forget()
    detect(record)


def _timed(work: Callable[[], object]) -> str:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return f"{min(times):.2f} s"
