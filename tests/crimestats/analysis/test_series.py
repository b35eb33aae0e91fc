"""Drawn series and the verdicts they must get: ``series/*.txt``, the specification of the alarms.

A file reads from top to bottom:

    start 2016-W01                 the first week
    cycle 260: 9 12 10 8           260 weeks that repeat these counts
    season 104: 26 ... (12 numbers) 104 weeks with this level per month (of the week's Thursday), and a
                                    fixed unrest of -4 to +5 around it
    missing 10                     ten weeks without a row
    2021-W10 ***** 5 usual season  a judged week: its count drawn and written, its level and its basis
    2021-W11 - none                a missing week (a basis may be left out)
"""

from __future__ import annotations

import re
from itertools import cycle, islice
from pathlib import Path

import numpy as np
import pytest

from crimestats.analysis.detection import Basis, Level, detect
from crimestats.counts import WeeklyCounts
from crimestats.weeks import IsoWeek, parse_week

CASES = sorted(Path(__file__).with_name("series").glob("*.txt"))
_UNREST = (0, 4, -3, 2, -4, 5, -1, 1, -2, 3, -4, 0, -1)


class Case:
    """A drawn file, read: counts from ``start`` on and (position, level, basis or "") per judged week."""

    def __init__(self, path: Path) -> None:
        self.counts: list[float] = []
        self.verdicts: list[tuple[int, str, str]] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                self._read(line)

    @property
    def record(self) -> WeeklyCounts:
        weeks = tuple(self.start + n for n in range(len(self.counts)))
        return WeeklyCounts("Drawn", weeks, {"total": np.array(self.counts, dtype=float)})

    def _read(self, line: str) -> None:
        word, rest = line.split(maxsplit=1)
        if word == "start":
            self.start = parse_week(rest)
        elif word == "missing":
            self.counts += [np.nan] * int(rest)
        elif word in ("cycle", "season"):
            number, values = rest.split(":")
            self.counts += getattr(self, f"_{word}")(int(number), [int(v) for v in values.split()])
        else:
            self._judge(parse_week(word), rest)

    def _cycle(self, number: int, values: list[int]) -> list[float]:
        return list(islice(cycle(values), number))

    def _season(self, number: int, months: list[int]) -> list[float]:
        first = len(self.counts)
        weeks = [self.start + n for n in range(first, first + number)]
        return [months[w.thursday.month - 1] + _UNREST[(first + n) % 13] for n, w in enumerate(weeks)]

    def _judge(self, week: IsoWeek, text: str) -> None:
        found = re.fullmatch(r"(\**|-)\s*(\d*)\s+(\w+)(?:\s+(\w+))?", text.strip())
        assert found, f"not a judged week: {text}"
        drawn, number, level, basis = found.groups()
        assert week == self.start + len(self.counts), f"{week} does not follow"
        assert drawn == "-" or len(drawn) == int(number), f"{week}: {len(drawn)} marks for {number}"
        self.verdicts.append((len(self.counts), level, basis or ""))
        self.counts.append(float(number) if number else np.nan)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_drawn_series_get_their_verdicts(path: Path) -> None:
    case = Case(path)
    band = detect(case.record).bands["total"]
    wanted, found = [], []
    for at, level, basis in case.verdicts:
        week = case.start + at
        wanted.append(f"{week} {level} {basis}".strip())
        told = Basis(int(band.basis[at])).name.lower() if basis else ""
        found.append(f"{week} {Level(int(band.level[at])).name.lower()} {told}".strip())
    assert found == wanted


def test_the_folder_holds_the_cases_the_methods_page_promises() -> None:
    assert {path.stem for path in CASES} >= {
        *(
            "quiet",
            "wave",
            "summer",
            "zeros",
            "sparse",
            "past_outbreak",
            "missing",
            "short",
            "week53",
            "level_shift",
        ),
    }
