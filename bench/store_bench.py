"""How long a read takes while another process publishes, and a publish; also at 10 million counts.

A reader is what a page does first: which version is live, and the record of one area. It goes on in this
process while another loads workbooks of a year as fast as it can; the first read of each version opens it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

import duckdb

from bench.report import table
from crimestats.categories import categories
from crimestats.counts import read_weekly_counts
from crimestats.store import Store, Writer, open_store, schema
from crimestats.weeks import IsoWeek

READ_BOUND = 50  # ms, p95 during a publish
PUBLISHES = 40
AREA = "Lysekil"
CODES = ("total", "violence", "vandalism", "theft", "fraud", "benefit_fraud")
FIRST = IsoWeek(2014, 1)
EIGHT_YEARS = 417
START = datetime(2022, 1, 3, tzinfo=UTC)
# Nine years of weeks of 12 categories in 290 municipalities, all sent six times.
MUNICIPALITIES, WEEKS, TIMES = 290, 479, 6
MANY = """
INSERT INTO observation (upload_id, area, iso_year, iso_week, week, category, count, cell)
SELECT u, 'Kommun ' || a, 2014, 1, $week + w, c, (w * 7 + a + u) % 50, 'B' || w
FROM range(1, $times + 1) t(u), range($areas) r(a), unnest($codes) v(c), range($weeks) s(w)
ORDER BY u, a, c, w
"""


def load(store: Store, area: str, weeks: int, first: IsoWeek = FIRST) -> None:
    """One upload of ``weeks`` weeks times all categories."""

    def work(writer: Writer) -> None:
        number = writer.next_id("upload")
        at = START + timedelta(hours=number)
        upload = {"id": number, "sha256": f"{number:064x}", "file_name": f"{number}.xlsx", "received_at": at}
        writer.insert("upload", [upload])
        rows = [_row(number, area, first + n, code) for n in range(weeks) for code in CODES]
        writer.insert("observation", rows)

    store.append(work)


def _row(number: int, area: str, week: IsoWeek, code: str) -> dict[str, object]:
    iso = {"iso_year": week.year, "iso_week": week.week, "week": week.ordinal}
    count = (week.ordinal * 7 + number) % 50
    return {"upload_id": number, "area": area, **iso, "category": code, "count": count, "cell": "B2"}


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def reads_while(store: Store, publisher: subprocess.Popen[bytes]) -> list[float]:
    """Reads, a hundredth of a second apart, until the other process has ended."""
    times = []
    while publisher.poll() is None:
        times.append(timed(lambda: read_weekly_counts(store, AREA)))
        time.sleep(0.01)
    return times


def write_on(place: str) -> None:
    """The other process: workbooks of a year for another area, without pause. Prints each time taken."""
    store = open_store(place)
    for _ in range(PUBLISHES):
        print(timed(lambda: load(store, "Orust", 52, FIRST + 365)), flush=True)


def small(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Reads at rest, reads during publishes, and publishes, of a store of some 22,000 counts."""
    store = open_store(str(folder))
    for area in (AREA, *(f"Kommun {n}" for n in range(8))):
        load(store, area, EIGHT_YEARS)
    rest = [timed(lambda: read_weekly_counts(store, AREA)) for _ in range(60)]
    command = [sys.executable, "-m", "bench.store_bench", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as publisher:
        during = reads_while(store, publisher)
        told = publisher.stdout.read() if publisher.stdout else b""
    return rest, during, [float(line) for line in told.split()]


def build_large(folder: Path) -> None:
    """A store of 10 million counts, straight into its file: the way in is made for a workbook at a time."""
    folder.mkdir()
    connection = duckdb.connect(str(folder / "v-1.duckdb"), config={"default_block_size": "65536"})
    schema.migrate(connection)
    connection.execute(
        "INSERT INTO upload (id, sha256, file_name, received_at) "
        "SELECT u, repeat('a', 64), u || '.xlsx', $start::TIMESTAMPTZ + to_days(u::INTEGER) "
        "FROM range(1, $times + 1) t(u)",
        {"start": START, "times": TIMES},
    )
    codes = [code for code, category in categories().items() if not category.derived][:12]
    values = {"week": FIRST.ordinal, "times": TIMES, "areas": MUNICIPALITIES, "weeks": WEEKS, "codes": codes}
    connection.execute(MANY, values)
    connection.execute("CHECKPOINT")
    connection.close()
    (folder / "CURRENT").write_text("v-1\n")


def large(folder: Path) -> tuple[int, list[float], list[float], list[float]]:
    """Counts held, reads of one area, first reads after a publish, and publishes, at 10 million counts."""
    build_large(folder)
    store = open_store(str(folder))
    reads = [timed(lambda: read_weekly_counts(store, "Kommun 77")) for _ in range(20)]
    publishes, first = [], []
    for _ in range(10):
        publishes.append(timed(lambda: load(store, "Orust", 52)))
        first.append(timed(lambda: read_weekly_counts(store, "Kommun 77")))
    held = sum(row["n_counts"] for row in store.rows("uploads"))
    return held, reads, first, publishes


def row(name: str, times: list[float], bound: float | None = None) -> list[str]:
    """One line of the table: p50, p95, max, and the bound on p95 where there is one."""
    p95 = quantiles(times, n=20)[-1]
    shown = [name, str(len(times)), f"{median(times):.1f}", f"{p95:.1f}", f"{max(times):.1f}"]
    return [*shown, f"{bound}", f"{p95 / bound:.2f}"] if bound else [*shown, "", ""]


def main() -> int:
    """Measures both stores, prints the table, and says whether the bound is kept."""
    with tempfile.TemporaryDirectory() as folder:
        rest, during, publishes = small(Path(folder) / "small")
        held, reads, first, large_publishes = large(Path(folder) / "large")
    print(
        "## Reading and publishing\n\n"
        "Milliseconds. A read is the live version's name and the whole record of one area (eight years, six\n"
        "categories, of a store of 22,500 counts), every 10 ms while another process publishes workbooks of\n"
        f"a year without pause; then the same of a store of {held / 1e6:.1f} million counts (nine years,\n"
        "twelve categories, each sent six times).\n"
    )
    rows = [
        row("read, at rest", rest),
        row("read, during publishes", during, READ_BOUND),
        row("publish a workbook of a year", publishes),
        row("10 million: read", reads),
        row("10 million: first read of a version", first),
        row("10 million: publish", large_publishes),
    ]
    print(table(["measure", "n", "p50", "p95", "max", "p95 at most", "ratio"], rows))
    return int(quantiles(during, n=20)[-1] > READ_BOUND)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        write_on(sys.argv[1])
    else:
        sys.exit(main())
