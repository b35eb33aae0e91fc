"""The address holds the view: it follows every choice, and a link shows what its sender saw."""

from __future__ import annotations

from playwright.sync_api import Page

from crimestats.i18n import texts
from scripts.browsing import settle
from tests.browser.acting import address, choose, figure, main, navigation
from tests.browser.conftest import Visit


def what_is_seen(page: Page) -> str:
    return main(page).inner_text()


def test_the_start_writes_the_whole_view(site: str, visit: Visit):
    assert address(visit(site)) == {"area": "Lysekil", "period": "2021-W43--2021-W46", "lang": "sv"}


def test_a_chosen_period_is_in_the_address_and_a_link_shows_it_again(site: str, visit: Visit):
    page = visit(site)
    choose(page, "app.period", "september 2021")
    assert address(page)["period"] != "2021-W43--2021-W46"
    again = visit(page.url)
    assert what_is_seen(again) == what_is_seen(page)


def test_language_is_in_the_address_and_on_the_page(site: str, visit: Visit):
    page = visit(site)
    page.get_by_role("radio", name="EN").click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    settle(page)
    assert address(page)["lang"] == "en"
    assert navigation(page).first.inner_text() == texts("en")("app.page.month")
    again = visit(page.url)
    assert again.evaluate("document.documentElement.lang") == "en"
    assert what_is_seen(again) == what_is_seen(page)
    again.get_by_role("radio", name="SV").click()
    again.wait_for_function("() => document.documentElement.lang === 'sv'")


def test_as_known_earlier_shows_earlier_figures(site: str, visit: Visit):
    """Weeks 41-42 were corrected on 22 November; on 25 October they were lower."""
    now = visit(f"{site}/?area=Lysekil&period=2021-W39--2021-W42")
    then = visit(f"{site}/?area=Lysekil&period=2021-W39--2021-W42&asof=2021-11-01T12:00:00%2B01:00")
    assert address(then)["asof"].startswith("2021-11-01T12:00:00")
    assert now.locator(".lb-subtitle").inner_text() != then.locator(".lb-subtitle").inner_text()


def test_the_choices_follow_from_page_to_page(site: str, visit: Visit):
    page = visit(f"{site}/?area=Lysekil&period=2020-W40--2020-W44&lang=en")
    wanted = address(page)
    navigation(page).filter(has_text=texts("en")("app.page.trends")).click()
    page.wait_for_url("**/trends*")
    settle(page)
    assert address(page) == wanted


def test_weeks_of_ones_own_choice(site: str, visit: Visit):
    page = visit(f"{site}/?area=Lysekil&period=2021-W44--2021-W45")
    assert address(page)["period"] == "2021-W44--2021-W45"
    choose(page, "app.from_week", "v.\u00a043 2021")
    assert address(page)["period"] == "2021-W43--2021-W45"


def test_an_address_that_makes_no_sense_is_said_and_shows_the_newest(site: str, visit: Visit):
    page = visit(f"{site}/?area=Atlantis&period=2021-W53--2022-W01&asof=igår&lang=xx")
    words = main(page).inner_text()
    assert all(part in words for part in ("Atlantis", "2021-W53", "igår", "xx"))
    assert figure(page, "Våldsbrott") == "15"


def test_html_in_an_address_stays_text(site: str, visit: Visit):
    page = visit(f"{site}/?area=<img src=x onerror=alert(1)>&period=<b>x</b>")
    assert page.locator("main img[src=x], main b").count() == 0
