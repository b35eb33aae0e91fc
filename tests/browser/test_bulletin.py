"""Månadsbrev: take in the figures, write, be checked meanwhile, publish, take the file; two at once."""

from __future__ import annotations

import io
import re

import docx
import pytest
from playwright.sync_api import Page

from crimestats.i18n import texts
from scripts.browsing import settle
from tests.browser.acting import main
from tests.browser.conftest import Visit
from tests.browser.test_accessibility import violations

SAY = texts("sv")
# Months of their own, so that no test finds another's text.
NOVEMBER, OCTOBER, SEPTEMBER = (
    f"area=Lysekil&period=2021-W{first}--2021-W{last}" for first, last in ((43, 46), (39, 42), (35, 38))
)


def sit_down(visit: Visit, site: str, month: str, name: str, lang: str = "sv", **look: str) -> Page:
    page = visit(f"{site}/bulletin?{month}&lang={lang}", **look)
    page.get_by_label(texts(lang)("bulletin.your_name")).fill(name)
    page.keyboard.press("Tab")
    settle(page)
    return page


def press(page: Page, key: str, lang: str = "sv", **values: object) -> None:
    page.get_by_role("button", name=texts(lang)(key, **values), exact=True).click()
    settle(page)


def write(page: Page, words: str) -> None:
    """Types as a person does and pauses: nothing is pressed, and the field is not left."""
    page.locator("textarea").press_sequentially(words)
    page.locator(".lb-unsaved").first.wait_for()
    settle(page)


def test_from_an_empty_sheet_to_a_published_file(own_site: str, visit: Visit):
    page = sit_down(visit, own_site, NOVEMBER, "Ada Ek")
    press(page, "bulletin.editor.fetch")
    assert "167" in page.locator(".lb-letter table").inner_text()
    press(page, "bulletin.editor.write", section=SAY("bulletin.section.picture"))
    write(page, "Under vecka 43–46 gjordes 176 anmälningar.")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert SAY("checking.verdict.contradicted") in page.locator(".lb-claim-contradicted").inner_text()
    press(page, "bulletin.check.take", n=1)
    assert "167" in page.locator("textarea").input_value()
    assert page.locator(".lb-claim-contradicted").count() == 0
    press(page, "bulletin.editor.save")
    press(page, "bulletin.step.to_checked")
    press(page, "bulletin.step.to_published")
    assert page.get_by_role("button", name=re.compile(SAY("bulletin.editor.change", section=""))).count() == 0
    with page.expect_download() as waiting:
        page.get_by_role("button", name=SAY("bulletin.files.docx")).click()
    assert waiting.value.suggested_filename == "Månadsbrev Lysekil november 2021.docx"
    told = docx.Document(io.BytesIO(waiting.value.path().read_bytes()))
    assert "Gemensam lägesbild" in [one.text for one in told.paragraphs if one.style.name == "Heading 2"]
    assert (
        SAY("bulletin.step.done_published") not in main(visit(f"{own_site}/bulletin?{NOVEMBER}")).inner_text()
    )


def test_going_to_another_page_and_back_loses_nothing(own_site: str, visit: Visit):
    page = sit_down(visit, own_site, SEPTEMBER, "Ada Ek")
    press(page, "bulletin.editor.write", section=SAY("bulletin.section.news"))
    write(page, "Halvfärdigt")
    page.get_by_role("link", name=SAY("app.page.trends")).click()
    settle(page)
    page.get_by_role("link", name=SAY("app.page.bulletin")).click()
    settle(page)
    assert page.locator("textarea").input_value() == "Halvfärdigt"


def test_two_at_one_section_both_keep_their_words(own_site: str, visit: Visit):
    ada, bo = (sit_down(visit, own_site, OCTOBER, name) for name in ("Ada Ek", "Bo Lind"))
    for page, words in ((ada, "Adas nyhet."), (bo, "Bos nyhet.")):
        press(page, "bulletin.editor.write", section=SAY("bulletin.section.news"))
        write(page, words)
    press(ada, "bulletin.editor.save")
    press(bo, "bulletin.editor.save")
    assert "Adas nyhet." in bo.locator(".lb-pair").inner_text()
    assert violations(bo) == []
    press(bo, "bulletin.both.merge")
    press(bo, "bulletin.editor.save")
    told = main(bo).inner_text()
    assert "Adas nyhet." in told
    assert "Bos nyhet." in told


@pytest.mark.parametrize(("lang", "look"), [("sv", {"size": "phone"}), ("en", {"scheme": "dark"})])
def test_axe_finds_nothing_while_one_writes(own_site: str, visit: Visit, lang: str, look: dict[str, str]):
    page = sit_down(visit, own_site, SEPTEMBER, "Ada Ek", lang, **look)
    press(page, "bulletin.editor.write", lang, section=texts(lang)("bulletin.section.ongoing"))
    write(page, "Vecka 43–46 gjordes 176 anmälningar, varav 15 våldsbrott. Det begicks 23 stölder.")
    assert violations(page) == []
    page.get_by_role("radio", name=texts(lang)("bulletin.editor.preview")).click()
    settle(page)
    assert violations(page) == []
