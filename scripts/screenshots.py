"""Takes the documents' pictures from the running product.

python -m scripts.screenshots                          those that show the sample data
python -m scripts.screenshots --load FILE OUT.png      the month of another file, on a store of its own
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from crimestats.periods import parse_period
from crimestats.reporting.bulletin_statistics import bulletin_statistics
from crimestats.store import open_store
from crimestats.store.bulletin_writing import save_section
from crimestats.store.bulletins import BulletinKey
from scripts.browsing import launch, settle
from scripts.serving import ROOT, environment, load_sample, serve

IMAGES = ROOT / "docs" / "images"
# Tall enough to show the whole of what a page is about.
VIEWPORT = {"width": 1440, "height": 1300}
WRITTEN = """Hösten har varit lugn i de flesta delar av kommunen. Under vecka 43–46 gjordes 176 anmälningar, \
varav 15 våldsbrott och sju skadegörelser. Vecka 45 begicks ovanligt många bedrägerier.

Våldet har mer än halverats jämfört med samma period förra året."""
HANDED_IN = ROOT / "data" / "sample" / "Anmälda brott Lysekil 2021 v43-46.xlsx"


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
            write_bulletin(store)
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
    """Every picture of the documents that shows the sample."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    take(browser, url, IMAGES / "manaden.png")
    take(browser, f"{url}/upload", IMAGES / "ladda-upp.png", hand_in=HANDED_IN)
    take(browser, f"{url}/bulletin", IMAGES / "manadsbrev.png", press="Ändra: Gemensam lägesbild")
    take_meeting(browser, url, IMAGES / "motet.png")


def write_bulletin(store: Path) -> None:
    """A draft of November's public text in which one figure is wrong and one wording may mislead."""
    found, key = open_store(str(store)), BulletinKey("Lysekil", parse_period("2021-W43--2021-W46"), "sv")
    moment = found.rows("data_moments", area=key.area)[0]["moment"]
    made = bulletin_statistics(found, key.area, key.period, key.lang, moment)
    told = {"origin": "generated", "data_moment": made.data_moment}
    save_section(found, key, "statistics", made.body, author="Ada Ek", base=0, **told)
    save_section(found, key, "picture", WRITTEN, author="Ada Ek", base=0)


def take(browser: Browser, url: str, out: Path, *, hand_in: Path | None = None, press: str = "") -> None:
    """One address as it looks, after a file was handed in or a button pressed where one is given."""
    page = browser.new_page(viewport=VIEWPORT, locale="sv-SE")
    page.goto(url)
    settle(page)
    if hand_in:
        page.locator("input[type=file]").set_input_files(hand_in)
        page.locator(".lb-grid").first.wait_for()
        settle(page)
    if press:
        page.get_by_role("button", name=press).click()
        settle(page)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=out)
    page.close()
    print(out)


def take_meeting(browser: Browser, url: str, out: Path) -> None:
    """The third slide of the month's meeting as the projector shows it; the meeting is made for it."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080}, locale="sv-SE")
    page.goto(url)
    settle(page)
    page.locator(".st-key-make_meeting button").click()
    page.wait_for_url("**/meeting*")
    settle(page)
    page.locator(".st-key-stage_show button").click()
    for name in ("next", "next"):
        page.locator(f".st-key-stage_{name} button").click()
        settle(page)
    page.screenshot(path=out)
    page.close()
    print(out)


if __name__ == "__main__":
    sys.exit(main())
