"""The browser of tests, benchmarks and screenshots: which one, how it starts, when a screen is at rest."""

from __future__ import annotations

import subprocess

from playwright.sync_api import Browser, Page, Playwright

from scripts.serving import ROOT

# Nothing that Chromium does of its own accord may reach the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"wide": (1440, 900), "projector": (1920, 1080), "phone": (390, 844)}

# The script has ended, a heading is there, nothing is loading, and every chart is drawn in its place.
_AT_REST = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const plots = [...document.querySelectorAll("[data-testid=stPlotlyChart]")];
  return app !== null
    && app.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
    && document.querySelector("h1") !== null
    && document.querySelector("[data-testid=stSkeleton], [data-stale=true]") === null
    && plots.every((plot) => plot.querySelector(".main-svg .trace") !== null);
}"""


def chromium_path() -> str | None:
    """Where Chromium is, or None; nothing is installed."""
    found = subprocess.run([ROOT / "scripts" / "chromium.sh", "--find"], capture_output=True, text=True)
    return found.stdout.strip() or None


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium. The caller closes it."""
    return playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)


def settle(page: Page, *, seconds: float = 30) -> None:
    """Waits until the screen is at rest and stays so: one run of a script may start the next."""
    for _ in range(2):
        page.wait_for_function(_AT_REST, polling=100, timeout=seconds * 1000)
        page.wait_for_timeout(200)
    page.wait_for_function(_AT_REST, polling=100, timeout=seconds * 1000)
