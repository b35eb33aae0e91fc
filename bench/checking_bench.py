"""Does the checker accuse falsely, does it find what is wrong, and how long does a text take?

Labelled claims of tests/crimestats/checking/claims: over the sample month, and templates filled from it
and, where it is there, from the real records of ``--real FOLDER`` (CSV: area, iso_year, iso_week, category,
count).
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.report import table
from crimestats.analysis.detection import detect
from crimestats.categories import fold, spellings
from crimestats.checking import Claim, Figures, check, municipalities
from crimestats.counts import WeeklyCounts, read_weekly_counts
from crimestats.counts.series import derived
from crimestats.periods import Period, parse_period
from crimestats.reporting.periods import named_periods
from crimestats.store import open_store
from crimestats.weeks import IsoWeek
from etl.sample import load_sample
from tests.crimestats.checking.labelled import Filler, Labelled, Score, read_templates, read_texts, score

# Not in the repository; without it only the sample is told.
REAL = Path(__file__).resolve().parents[2] / "shared" / "data" / "real" / "vecka_brott"
NOVEMBER = parse_period("2021-W43--2021-W46")
MADE_WITH = ("sample.txt", "sample_second.txt", "sample_third.txt", "sample_fourth.txt", "sample_fifth.txt")
FILLED_WITH = ("templates.txt", "templates_second.txt", "templates_third.txt")
PRECISE, FOUND, SECONDS, WORDS = 0.98, 0.85, 1.0, 1000
# Records that are long enough, and how many of their periods are told.
LONGEST_AREAS, PERIODS = 4, 4


def main(arguments: list[str]) -> int:
    """Measure, print, and say whether the bounds were kept on what the checker was not made with."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--real", type=Path, default=REAL)
    real = asked.parse_args(arguments).real
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(folder)
        load_sample(store)
        record = read_weekly_counts(store, "Lysekil")
        figures = Figures(record, lambda: detect(record), named_periods(store, "Lysekil"))
    rows, kept = [], True
    for name, files in (("texts it was made with", MADE_WITH), ("texts held out", ("sample_held_out.txt",))):
        found = score([text for file in files for text in read_texts(file)], checker(figures, NOVEMBER))
        rows.append(_row(f"sample month, {name}", found))
        kept = kept and ("held" not in name or keeps(found))
    records = [record, *real_records(real)]
    for name, files in (
        ("made with", FILLED_WITH),
        ("of unusual constructions", ("templates_unusual.txt",)),
        ("held out", ("templates_held_out.txt",)),
    ):
        found = _filled(records, [line for file in files for line in read_templates(file)])
        rows.append(_row(f"{len(records)} records, templates {name}", found))
        kept = kept and (name != "held out" or keeps(found))
    seconds = _seconds(figures)
    print("## Checked texts\n")
    print(
        f"*Precision*: of the claims called contradicted, those that are wrong. *Recall*: of the wrong, "
        f"those called contradicted. Bounds on what was held out: {PRECISE:.0%} and {FOUND:.0%}. "
        f"A text of {WORDS} words takes {seconds:.2f} s (at most {SECONDS:.0f} s), the record in memory.\n"
    )
    print(table(("claims", "right", "wrong", "uncheckable", "precision", "recall", "right supported"), rows))
    return 0 if kept and seconds < SECONDS else 1


def checker(figures: Figures, period: Period):
    """A text to its claims."""

    def claims(text: str) -> tuple[Claim, ...]:
        return check(text, figures, period, places=municipalities()).claims

    return claims


def keeps(found: Score) -> bool:
    return found.precision >= PRECISE and found.recall >= FOUND


def _row(name: str, found: Score) -> list[str]:
    supported = found.told.get(("+", "supported"), 0) / max(1, found.count("+"))
    counts = [str(found.count(truth)) for truth in "+-?"]
    return [name, *counts, f"{found.precision:.1%}", f"{found.recall:.1%}", f"{supported:.1%}"]


def _filled(records: list[WeeklyCounts], templates: list[str]) -> Score:
    scores = [_of_period(record, period, templates) for record in records for period in _periods(record)]
    told: dict[tuple[str, str], int] = {}
    for one in scores:
        for key, n in one.told.items():
            told[key] = told.get(key, 0) + n
    return Score(told, [], [])


def _of_period(record: WeeklyCounts, period: Period, templates: list[str]) -> Score:
    figures = Figures(record, lambda: detect(record))
    chance = random.Random(period.last.ordinal)
    filler = Filler(figures, period)
    texts: list[Labelled] = [text for template in templates for text in filler.texts(template, chance)]
    return score(texts, checker(figures, period))


def _periods(record: WeeklyCounts) -> Iterator[Period]:
    """Some four-week periods from the end of the record backwards."""
    for n in range(PERIODS):
        last = record.weeks[-1] - (9 * n + 2 * n * n)
        if last - 63 > record.weeks[0]:
            yield Period(last - 3, last)


def real_records(folder: Path) -> Iterator[WeeklyCounts]:
    """Records of weekly counts from the CSV files below a folder, the first areas of each."""
    for file in sorted(folder.rglob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            if not {"area", "iso_year", "iso_week", "category", "count"} <= set(rows.fieldnames or ()):
                continue
            areas: dict[str, list[dict[str, str]]] = {}
            for row in rows:
                areas.setdefault(row["area"], []).append(row)
        for area in list(areas)[:LONGEST_AREAS]:
            yield _record(area, areas[area])


def _record(area: str, rows: list[dict[str, str]]) -> WeeklyCounts:
    at = [IsoWeek(int(row["iso_year"]), int(row["iso_week"])).ordinal for row in rows]
    first, last = min(at), max(at)
    series: dict[str, np.ndarray] = {}
    for row, week in zip(rows, at, strict=True):
        code = spellings()[fold(row["category"])]
        series.setdefault(code, np.full(last - first + 1, np.nan))[week - first] = float(row["count"])
    told, is_sum = derived(series)
    weeks = tuple(IsoWeek.from_ordinal(n) for n in range(first, last + 1))
    return WeeklyCounts(area, weeks, told, total_is_sum=is_sum)


def _seconds(figures: Figures) -> float:
    """The quickest of three runs over the sample's texts, repeated to a thousand words."""
    words = " ".join(text.text for file in MADE_WITH for text in read_texts(file)).split()[:WORDS]
    text = " ".join(words)
    claims, spent = checker(figures, NOVEMBER), []
    for _ in range(3):
        begun = time.perf_counter()
        claims(text)
        spent.append(time.perf_counter() - begun)
    return min(spent)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
