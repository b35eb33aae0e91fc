"""Takes the documents' pictures from the running product.

python -m scripts.screenshots                          all of docs/images, on the sample data
python -m scripts.screenshots --load FILE OUT.png      the month of another file, on a store of its own
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from scripts.browsing import SIZES, launch, settle
from scripts.serving import ROOT, environment, load_sample, serve

IMAGES = ROOT / "docs" / "images"
# File name: (address, size of the screen, colour scheme).
PICTURES = {
    "manaden.png": ("", "wide", "light"),
    "manaden-morkt.png": ("", "wide", "dark"),
    "manaden-telefon.png": ("", "phone", "light"),
    "month-english.png": ("?lang=en", "wide", "light"),
    "toppar.png": ("peaks", "wide", "light"),
    "ladda-upp.png": ("upload", "wide", "light"),
}


def main() -> int:
    """Takes the pictures; anything that goes wrong is raised."""
    asked = arguments()
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        store, log = Path(place) / "store", Path(place) / "log"
        today = {"CRIMESTATS_TODAY": asked.today} if asked.today else {}
        if asked.load:
            command = [sys.executable, "-m", "etl", "load", str(asked.load.resolve())]
            subprocess.run(command, cwd=ROOT, env=environment(store, **today), check=True)
        else:
            load_sample(store)
        browser = launch(playwright)
        with serve(ROOT / "dashboard.py", environment(store, **today), log) as url:
            if asked.load:
                take(browser, f"{url}/{asked.address}", asked.out)
            else:
                take_all(browser, url)
        browser.close()
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m scripts.screenshots")
    parser.add_argument("--load", type=Path, metavar="FILE", help="a file to load instead of the sample data")
    parser.add_argument("--address", default="", help="what follows the host: ?area=…&period=…")
    parser.add_argument("--today", metavar="DATE", help="the day on which the picture is taken")
    parser.add_argument("out", type=Path, nargs="?", help="where the picture of --load goes")
    asked = parser.parse_args()
    if bool(asked.load) != bool(asked.out):
        parser.error("--load FILE and OUT.png go together")
    return asked


def take_all(browser: Browser, url: str) -> None:
    """Every picture of the documents."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, (address, size, scheme) in PICTURES.items():
        take(browser, f"{url}/{address}", IMAGES / name, size=size, scheme=scheme)


def take(browser: Browser, url: str, out: Path, *, size: str = "wide", scheme: str = "light") -> None:
    """One address as it looks on one screen."""
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, locale="sv-SE")
    page.goto(url)
    settle(page)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=out)
    page.close()
    print(out)


if __name__ == "__main__":
    sys.exit(main())
