"""From a fresh clone to the month on screen, installs aside; and how long the page's script takes once warm.

The clock of the first start runs from the server's start in the clone (no compiled files, no store) until a
browser shows the sample month's total and its chart. The script is timed in the process, without a browser.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from unittest.mock import patch

from playwright.sync_api import Browser, sync_playwright
from streamlit.testing.v1 import AppTest

from bench.report import spread, table
from scripts.browsing import launch, settle
from scripts.serving import BULLETIN_DAY, ROOT, environment, load_sample, serve

START_BOUND = 10_000  # ms
SCRIPT_BOUND = 80  # ms
STARTS = 3
RUNS = 30
# What dashboard.py runs for each visit. AppTest undoes the lock that dashboard.py puts on the pages folder,
# so the script is started where there is no such folder.
SCRIPT = "from ui import shell\nshell.run()"


def main() -> int:
    """Measures both, prints the table and says whether the bounds are kept."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        starts = [first_start(browser) for _ in range(STARTS)]
        browser.close()
    warm, other = script_runs()
    print(
        "## First start, and the month's script once warm\n\n"
        f"Medians (smallest–largest) of {STARTS} starts from a fresh clone (installs aside, the loading of\n"
        f"the sample included) and of {RUNS} runs of the script: on the same period, and on others in turn.\n"
    )
    rows = [
        row("server answers, ms", [answered for answered, _ in starts]),
        row("month on screen, ms", [shown for _, shown in starts], START_BOUND),
        row("script, warm, ms", warm, SCRIPT_BOUND),
        row("script, another period, ms", other),
    ]
    print(table(["measure", "measured", "at most", "ratio"], rows))
    return int(median(shown for _, shown in starts) > START_BOUND or median(warm) > SCRIPT_BOUND)


def row(name: str, times: list[float], bound: float | None = None) -> list[str]:
    """One line of the table."""
    measured = f"{median(times):.0f} ({spread(times)})"
    return [name, measured, f"{bound}", f"{median(times) / bound:.2f}"] if bound else [name, measured, "", ""]


def first_start(browser: Browser) -> tuple[float, float]:
    """Milliseconds until the server answers, and until the month is drawn, in a clone of HEAD."""
    with TemporaryDirectory() as place:
        clone = Path(place) / "clone"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(clone)], check=True)
        env = environment(clone / "data" / "store")
        started = time.perf_counter()
        with serve(clone / "dashboard.py", env, Path(place) / "log") as url:
            answered = time.perf_counter()
            page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="sv-SE")
            page.goto(url)
            page.get_by_text("167", exact=True).first.wait_for(timeout=60_000)
            page.locator("[data-testid=stPlotlyChart] .trace").first.wait_for(timeout=60_000)
            shown = time.perf_counter()
            settle(page)
            page.close()
    return (answered - started) * 1000, (shown - started) * 1000


def script_runs() -> tuple[list[float], list[float]]:
    """Milliseconds of runs of the entry script with the page: on the same period, and on others in turn."""
    with TemporaryDirectory() as place:
        store = Path(place) / "store"
        load_sample(store)
        with patch.dict(os.environ, {"CRIMESTATS_STORE": str(store), "CRIMESTATS_TODAY": BULLETIN_DAY}):
            return timed_runs()


def timed_runs() -> tuple[list[float], list[float]]:
    """As :func:`script_runs`, on the store that the environment names."""
    app = AppTest.from_string(SCRIPT, default_timeout=60)
    for _ in range(3):
        milliseconds(app.run)
    assert not app.exception, app.exception
    same = [milliseconds(app.run) for _ in range(RUNS)]
    period = app.selectbox(key="period")
    others = [milliseconds(period.select_index(number).run) for number in range(1, RUNS + 1)]
    return same, others


def milliseconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.exit(main())
