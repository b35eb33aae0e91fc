"""Månaden beside a bare Streamlit page, in a real browser, alternating in the same run.

Both pages are done at the same thing: the last change of any drawing on the page, after which nothing was
drawn for half a second and the script had ended (``probe.js``). Cold is a new browser context with an empty
cache, warm the same address opened again in the same tab, change the time from choosing another period to the
redrawn charts. The servers are warm.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from bench.report import spread, table
from scripts.browsing import launch
from scripts.serving import ROOT, environment, load_sample, serve

BOUND = 1.3
ROUNDS = 7
CHANGES = 3  # in each round
HERE = Path(__file__).parent
PROBE = (HERE / "probe.js").read_text(encoding="utf-8")


@dataclass
class Measured:
    """One page and what was measured on it, in milliseconds (cold also in kB over the line)."""

    url: str
    charts: int
    looked_at: int = 1
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)


def main() -> int:
    """Measures both pages, prints the table and says whether the bound is kept."""
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        shutil.copy(HERE / "bare_page.py", folder)  # away from our settings: all defaults
        load_sample(folder / "store")
        plain = {**os.environ, "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
        with (
            serve(folder / "bare_page.py", plain, folder / "bare.log") as bare_url,
            serve(ROOT / "dashboard.py", environment(folder / "store"), folder / "month.log") as month_url,
        ):
            bare, month = Measured(bare_url, charts=3), Measured(month_url, charts=1)
            browser = launch(playwright)
            measure(browser, (bare, month))
            browser.close()
    return report(bare, month)


def measure(browser: Browser, pages: Sequence[Measured]) -> None:
    """One round that does not count, then the rounds, the pages taking turns."""
    for page in pages:
        visit(browser, Measured(page.url, page.charts))
    for number in range(ROUNDS):
        print(f"  round {number + 1} of {ROUNDS}", file=sys.stderr, flush=True)
        for page in pages:
            visit(browser, page)


def visit(browser: Browser, measured: Measured) -> None:
    """A new context: cold, warm, and changes to periods that nobody has looked at before."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="sv-SE")
    context.add_init_script(PROBE)
    page = context.new_page()
    measured.cold.append(opened(page, measured))
    measured.kilobytes.append(page.evaluate("__probe.kilobytes()"))
    measured.warm.append(opened(page, measured))
    for number in range(CHANGES):
        # Each visit begins at the newest period; its first change skips those that have been looked at.
        measured.change.append(change(page, measured, 1 if number else measured.looked_at))
        measured.looked_at += 1
    context.close()


def opened(page: Page, measured: Measured) -> float:
    """Opens the page; milliseconds from the start of the navigation to the last drawing."""
    page.goto(measured.url)
    rest(page, measured, before="")
    return page.evaluate("__probe.drawn")


def change(page: Page, measured: Measured, steps: int) -> float:
    """Goes ``steps`` periods back; milliseconds from the Enter key to the last redrawn chart."""
    before = page.evaluate("__probe.shapes()")
    page.get_by_role("combobox", name="Period").click()
    page.get_by_role("option").first.wait_for()
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    rest(page, measured, before=before)
    return page.evaluate("__probe.drawn - __probe.acted")


def rest(page: Page, measured: Measured, *, before: str) -> None:
    """Waits, without disturbing the page much, until it is at rest with other shapes than ``before``."""
    wanted = [measured.charts, before]
    page.wait_for_function("([charts, before]) => __probe.atRest(charts, before)", arg=wanted, polling=100)


def report(bare: Measured, month: Measured) -> int:
    """Prints the section for docs/performance.md; 1 when a ratio is over the bound."""
    rows, worst = [], 0.0
    for name, one, two in (
        ("cold, ms", bare.cold, month.cold),
        ("warm, ms", bare.warm, month.warm),
        ("change of period, ms", bare.change, month.change),
    ):
        ratio = median(two) / median(one)
        worst = max(worst, ratio)
        cells = [f"{median(times):.0f} ({spread(times)})" for times in (one, two)]
        rows.append([name, *cells, f"{ratio:.2f}", f"{BOUND}"])
    sizes = [f"{median(page.kilobytes):.0f}" for page in (bare, month)]
    rows.append(["cold, kB", *sizes, f"{median(month.kilobytes) / median(bare.kilobytes):.2f}", ""])
    counted = f"{len(bare.cold)} cold and warm visits and {len(bare.change)} changes"
    print(
        "## In the browser: Månaden beside a bare Streamlit page\n\n"
        "The bare page has three Plotly charts and one select box, with Streamlit's defaults.\n"
        f"Medians (smallest–largest) of {counted},\n"
        "both pages in the same run, taking turns. A page is done at the last change of any drawing on it.\n"
        "Every change goes to a period not looked at before.\n"
    )
    print(table(["measure", "bare page", "Månaden", "ratio", "at most"], rows))
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
