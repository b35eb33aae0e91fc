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
WEEKS_BOUND, LARGE_BOUND = 1.0, 1.5  # seconds; of the time that openpyxl alone takes
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


def many_areas(path: Path, areas: int) -> int:
    """Five years of weeks and twelve categories for each of many areas in one sheet; the number of counts."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["Område", "År", "Vecka", *LABELS, "Totalt"])
    weeks = list(week_range(IsoWeek(2017, 1), IsoWeek(2021, 52)))
    for area in range(areas):
        for week in weeks:
            values = [1 + (week.ordinal * 7 + n) % 3 + 40 * (LABELS[n] == "Bedrägeri") for n in range(11)]
            sheet.append([f"Stadsdel {area}", week.year, week.week, *values, sum(values)])
    book.save(path)
    return areas * len(weeks) * 12


def reads(file: Path) -> list[Run]:
    """``etl read`` from start to exit."""
    return [
        measured([sys.executable, "-m", "etl", "read", str(file)], dict(os.environ)) for _ in range(ROUNDS)
    ]


def alone(file: Path) -> list[Run]:
    """openpyxl alone, in a process of its own."""
    return [measured([sys.executable, "-c", ALONE, str(file)], dict(os.environ)) for _ in range(ROUNDS)]


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
        year, many_book = folder / "ett år.xlsx", folder / "många.xlsx"
        counts, many = workbook(book, range(2017, 2022)), long_text(text, 44, 100)
        week_counts, large_counts = workbook(year, [2021]), many_areas(many_book, 32)
        beside, loaded, long, small = alone(book), loads(book, folder), loads(text, folder), reads(year)
        large_beside, large = alone(many_book), reads(many_book)
    yardstick, large_yardstick = (median(run.seconds for run in runs) for runs in (beside, large_beside))
    print("## Loading a file\n")
    print(f"{__doc__}\nMedians of {ROUNDS} runs.\n" if __doc__ else "")
    columns = ("", "counts", "seconds", "all runs, ms", "openpyxl alone = 1", "MB at most")
    rows = [
        line("openpyxl alone, the workbook", counts, beside, yardstick),
        line("`etl load`, five years of weeks × 12 categories (.xlsx)", counts, loaded, yardstick),
        line("`etl load`, long table of 44 areas (.csv)", many, long, None),
        line("`etl read`, a sheet of 52 weeks (.xlsx)", week_counts, small, None),
        line("openpyxl alone, 32 areas in one sheet", large_counts, large_beside, large_yardstick),
        line("`etl read`, 32 areas in one sheet (.xlsx)", large_counts, large, large_yardstick),
    ]
    print(table(columns, rows))
    kept = [
        median(run.seconds for run in loaded) <= TIME_BOUND,
        max(run.megabytes for run in loaded) <= MEMORY_BOUND,
        median(run.seconds for run in small) <= WEEKS_BOUND,
        median(run.seconds for run in large) <= LARGE_BOUND * large_yardstick,
    ]
    print(
        f"\nBounds: the workbook {TIME_BOUND:.0f} s and {MEMORY_BOUND} MB, 52 weeks {WEEKS_BOUND:.0f} s, "
        f"32 areas {LARGE_BOUND} of openpyxl alone: **{'kept' if all(kept) else 'missed'}**."
    )
    return int(not all(kept))


if __name__ == "__main__":
    sys.exit(main())
