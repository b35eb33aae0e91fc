"""A meeting from the month to its minutes, with the keys a presenter presses; read a revision later."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from crimestats.i18n import texts
from crimestats.store import open_store
from scripts.browsing import settle
from scripts.serving import ROOT, environment, serve
from tests.browser.acting import NOVEMBER
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations
from tests.conftest import append_counts

SAY = texts("sv")
BODY = "Information om telefonbedrägerier"


@pytest.fixture(scope="module")
def place(chromium: None, sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(sample_store, tmp_path_factory.mktemp("meeting") / "store"))


@pytest.fixture(scope="module")
def meeting_site(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("server") / "log"
    with serve(ROOT / "dashboard.py", environment(place), log) as url:
        yield url


def title(page: Page) -> str:
    return page.locator(".st-key-stage h1").inner_text()


def turn(page: Page, key: str, number: int) -> None:
    """Press a key, and wait for the slide of that number to have the focus."""
    page.keyboard.press(key)
    page.wait_for_function(
        "(n) => document.activeElement?.dataset?.slide?.startsWith(`${n} `)", arg=number, timeout=30_000
    )
    settle(page)


def test_a_meeting_is_made_shown_with_keys_decided_closed_and_read_a_revision_later(
    meeting_site: str, place: Path, visit: Visit
):
    page = visit(f"{meeting_site}/?{NOVEMBER}", size="projector")
    page.locator(".st-key-make_meeting button").click()
    page.wait_for_url("**/meeting*meeting=1*")
    settle(page)
    all_slides = page.locator(".st-key-card-agenda [role=radiogroup] label").count()
    assert all_slides >= 5

    page.locator(".st-key-stage_show button").click()
    page.locator(".st-key-stage h1:focus").wait_for()
    settle(page)
    first = title(page)
    assert page.locator(".stAppHeader").is_hidden()
    sizes = page.evaluate(_SIZES)
    assert sizes["title"] >= 56
    assert sizes["words"] >= 32
    assert sizes["chart"] >= 28
    assert violations(page) == []
    turn(page, "ArrowRight", 2)
    turn(page, "PageDown", 3)
    peak = title(page)
    assert peak != first
    turn(page, "End", all_slides)
    turn(page, "Home", 1)
    assert title(page) == first
    turn(page, "ArrowRight", 2)
    turn(page, "Space", 3)

    # In a field the keys write; the first Esc leaves the field, the next one the show.
    page.locator(".st-key-stage-side summary").click()
    words = page.get_by_label(SAY("meeting.decision.body"))
    words.fill(BODY)
    words.press("ArrowLeft")
    words.press("Home")
    page.get_by_label(SAY("meeting.decision.responsible")).fill("socialförvaltningen")
    page.get_by_role("button", name=SAY("meeting.decision.save")).click()
    page.locator(".lb-decisions", has_text=BODY).wait_for()
    settle(page)
    assert title(page) == peak
    page.keyboard.press("Escape")
    page.locator(".st-key-stage").wait_for(state="detached")
    settle(page)
    expect(page.locator(".st-key-stage_show button")).to_be_focused()

    page.locator(".st-key-meeting_close button").click()
    page.locator(".st-key-meeting_reopen").wait_for()
    settle(page)
    seen = page.locator(".lb-slide-head").inner_text()
    later = datetime(2021, 12, 13, 8, tzinfo=UTC)
    append_counts(
        open_store(str(place)), [("2021-W45", "total", 70)], received_at=later, file_name="rättad.xlsx"
    )
    again = visit(page.url)
    assert again.locator(".lb-slide-head").inner_text() == seen
    assert "70" in again.locator(".lb-known").inner_text()
    with again.expect_download() as found:
        again.get_by_role("button", name=SAY("meeting.minutes.docx")).click()
    assert found.value.suggested_filename == "Protokoll Lysekil 2021-11-29.docx"


# Letters in the chart are those of its axis.
_SIZES = """() => {
  const at = (selector) => document.querySelector(`.st-key-stage ${selector}`);
  const px = (selector) => parseFloat(getComputedStyle(at(selector)).fontSize);
  return { title: px("h1"), words: px(".lb-slide-words"), chart: px(".xtick text, .ytick text") };
}"""


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_finds_nothing_on_an_open_meeting(meeting_site: str, visit: Visit, lang: str):
    page = visit(f"{meeting_site}/meeting?{NOVEMBER}&lang={lang}")
    page.locator(".st-key-meeting_make_week button").click()
    page.locator(".st-key-card-parties").wait_for()
    settle(page)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert violations(page) == []
