"""``etl load`` from start to exit, beside openpyxl alone reading the same workbook; time and memory.

Memory is that of the command and of the reader child it starts, added up, at the moment when the sum was
highest; sampled every few milliseconds from /proc. Each load goes into a new, empty store.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import openpyxl

from bench.report import spread, table
from crimestats.categories import categories
from crimestats.config import ROOT
from crimestats.weeks import IsoWeek, week_range

TIME_BOUND, MEMORY_BOUND = 2.0, 400  # seconds, MB
ROUNDS = 5
LABELS = [
    category.sv for category in categories().values() if not category.derived and category.code != "total"
][:11]
ALONE = "import sys, openpyxl; [list(s.values) for s in openpyxl.load_workbook(sys.argv[1], data_only=True)]"


@dataclass(frozen=True)
class Run:
    """One run of a command: seconds from start to exit, MB at the peak."""

    seconds: float
    megabytes: float


def workbook(path: Path, years: Sequence[int]) -> int:
    """Weeks down, one sheet per year, twelve categories with their total; gives the number of counts."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    counts = 0
    for year in years:
        sheet = book.create_sheet(str(year))
        sheet.append([f"Anmälningar {year}"])
        sheet.append(["Vecka", *LABELS, "Totalt"])
        for week in week_range(IsoWeek(year, 1), IsoWeek(year + 1, 1) - 1):
            # Kinds of fraud stay within fraud, so their shares are small.
            values = [
                1 + (week.ordinal * 7 + n) % 3 + (40 if label == "Bedrägeri" else 0)
                for n, label in enumerate(LABELS)
            ]
            sheet.append([f"v. {week.week}", *values, sum(values)])
            counts += len(values) + 1
    book.save(path)
    return counts


def long_text(path: Path, areas: int, weeks: int) -> int:
    """One row per area, week and category, as a text file; gives the number of counts."""
    labels = [*LABELS[:4], "Totalt"]
    first = IsoWeek(2020, 1)
    rows = [
        f"Kommun {area};{week.year};{week.week};{label};{100 if label == 'Totalt' else n}"
        for area in range(areas)
        for week in week_range(first, first + weeks - 1)
        for n, label in enumerate(labels)
    ]
    path.write_text("\n".join(["Område;År;Vecka;Kategori;Antal", *rows]) + "\n", encoding="utf-8-sig")
    return len(rows)


def measured(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Run a command to its end, watching the memory of it and its children."""
    begun, peak = time.perf_counter(), 0
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(resident, [process.pid, *children(process.pid)])))
            time.sleep(0.004)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Run(time.perf_counter() - begun, peak / 2**20)


def children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def resident(pid: int) -> int:
    """Bytes in memory, 0 when the process has gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def loads(file: Path, folder: Path) -> list[Run]:
    runs = []
    for n in range(ROUNDS):
        place = {**os.environ, "CRIMESTATS_STORE": str(folder / f"{file.stem}-{n}")}
        runs.append(measured([sys.executable, "-m", "etl", "load", str(file)], place))
    return runs


def line(name: str, counts: int, runs: list[Run], yardstick: float | None) -> list[object]:
    seconds = [run.seconds for run in runs]
    ratio = f"{median(seconds) / yardstick:.1f}" if yardstick else ""
    span = spread([s * 1000 for s in seconds])
    return [
        name,
        f"{counts:,}",
        f"{median(seconds):.2f}",
        span,
        ratio,
        f"{max(r.megabytes for r in runs):.0f}",
    ]


def main() -> int:
    """Print the table; 1 when a bound was missed."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        book, text = folder / "fem år.xlsx", folder / "lång.csv"
        counts, many = workbook(book, range(2017, 2022)), long_text(text, 44, 100)
        alone = [measured([sys.executable, "-c", ALONE, str(book)], dict(os.environ)) for _ in range(ROUNDS)]
        loaded, long = loads(book, folder), loads(text, folder)
    yardstick = median(run.seconds for run in alone)
    print("## Loading a file\n")
    print(f"{__doc__}\nMedians of {ROUNDS} runs.\n" if __doc__ else "")
    columns = ("", "counts", "seconds", "all runs, ms", "openpyxl alone = 1", "MB at most")
    rows = [
        line("openpyxl alone, the workbook", counts, alone, yardstick),
        line("`etl load`, five years of weeks × 12 categories (.xlsx)", counts, loaded, yardstick),
        line("`etl load`, long table of 44 areas (.csv)", many, long, None),
    ]
    print(table(columns, rows))
    slow, large = (
        median(r.seconds for r in loaded) > TIME_BOUND,
        max(r.megabytes for r in loaded) > MEMORY_BOUND,
    )
    verdict = "missed" if slow or large else "kept"
    print(f"\nBound for the workbook: {TIME_BOUND:.0f} s and {MEMORY_BOUND} MB: **{verdict}**.")
    return int(slow or large)


if __name__ == "__main__":
    sys.exit(main())
