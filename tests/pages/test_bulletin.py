"""Månadsbrev: write, check, save, publish, correct; two people at once; what is refused is not lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from crimestats.i18n import texts
from crimestats.periods import parse_period
from crimestats.store.bulletin_writing import save_section
from crimestats.store.bulletins import BulletinKey, read_bulletin
from crimestats.store.uploads import withdraw
from crimestats.weeks import IsoWeek
from tests.conftest import RECEIVED, append_counts
from tests.pages.conftest import counts, html, use

SAY = texts("sv")
NOVEMBER = BulletinKey("Lysekil", parse_period("2021-W43--2021-W46"), "sv")
ADDRESS = {"area": "Lysekil", "period": "2021-W43--2021-W46"}


@pytest.fixture
def filled(store, monkeypatch):
    """Half a year is enough to write about, and is judged again after each save in no time."""
    recent = [row for row in counts() if row[0] > IsoWeek(2021, 18)]
    append_counts(store, recent, file_name="lysekil.xlsx", sender="Ada")
    use(monkeypatch, store)
    return store


@pytest.fixture
def desk(filled, app):
    """The page for November, signed by Ada."""

    def at_the_desk(name: str = "Ada", **address: str) -> AppTest:
        at = app("bulletin", **{**ADDRESS, **address})
        at.text_input(key="bulletin-who").input(name).run()
        return at

    return at_the_desk


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception
    return at


def write(at: AppTest, section: str, words: str) -> AppTest:
    if not at.text_area:
        press(at, f"open-{section}")
    at.text_area[0].input(words).run()
    assert not at.exception
    return at


def sections(store):
    return {code: version.body for code, version in read_bulletin(store, NOVEMBER).sections().items()}


def test_an_empty_letter_says_what_to_do_and_what_belongs_where(desk):
    shown = html(desk())
    assert SAY("bulletin.state.empty") in shown
    assert shown.count('class="lb-hint"') == 6


def test_a_text_is_written_saved_and_read(filled, desk):
    at = write(desk(), "news", "**Viktigt** besked.\n\n<script>alert(1)</script>")
    assert SAY("bulletin.editor.unsaved") in html(at)
    at = press(at, "bulletin-save")
    shown = html(at)
    assert SAY("bulletin.editor.saved") in shown
    assert "<p><strong>Viktigt</strong> besked.</p>" in shown
    assert "<script" not in shown
    assert "Ada" in shown
    assert sections(filled)["news"].startswith("**Viktigt**")


def test_leaving_the_page_loses_nothing(filled, desk):
    at = write(desk(), "news", "halvfärdigt")
    at.switch_page("pages/month.py").run()
    at.switch_page("pages/bulletin.py").run()
    assert at.text_area[0].value == "halvfärdigt"
    assert SAY("bulletin.editor.unsaved") in html(at)
    assert sections(filled) == {}


def test_a_thrown_away_text_can_be_taken_back(desk):
    at = press(write(desk(), "news", "halvfärdigt"), "bulletin-drop")
    at = press(press(at, "undo-news"), "open-news")
    assert at.text_area[0].value == "halvfärdigt"


def test_a_name_is_asked_for_and_the_text_stays(filled, desk):
    at = press(write(desk(name=""), "news", "text"), "bulletin-save")
    assert SAY("bulletin.no_name") in html(at)
    assert at.text_area[0].value == "text"
    assert sections(filled) == {}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Mannen, 811218-9876, greps.", SAY("bulletin.personal_data.number", line=1)),
        ("ord " * 50_000, SAY("bulletin.too_long", words=50_000, most=10_000)),
    ],
)
def test_what_is_refused_stays_in_the_field(filled, desk, words, why):
    at = press(write(desk(), "news", words), "bulletin-save")
    assert why in html(at)
    assert at.text_area[0].value.strip() == words.strip()
    assert sections(filled) == {}


def test_the_statistics_are_taken_from_the_data_and_told_when_data_change(filled, desk, add_counts):
    at = press(desk(), "statistics")
    shown = html(at)
    assert SAY("bulletin.editor.fetched") in shown
    assert "fler" in shown or "vanlig" in shown
    assert "<table" in shown
    assert not [one for one in at.button if one.key == "open-statistics"]
    add_counts(
        filled,
        [("2021-W46", "total", 999)],
        received_at=RECEIVED + timedelta(days=1),
        file_name="rättad.xlsx",
    )
    at.run()
    assert "999" in html(at)
    assert "rättad.xlsx" in html(at)
    before = sections(filled)["statistics"]
    at = press(at, "statistics")
    assert sections(filled)["statistics"] != before
    assert "lb-question" not in html(at)


def test_a_wrong_figure_is_marked_and_mended_with_one_press(filled, desk):
    total = round(
        sum(
            row["count"]
            for row in filled.rows(
                "weekly_counts",
                area="Lysekil",
                first=NOVEMBER.period.first.ordinal,
                last=NOVEMBER.period.last.ordinal,
            )
            if row["category"] == "total"
        )
    )
    at = write(desk(), "picture", f"Under vecka 43–46 gjordes {total + 40} anmälningar.")
    shown = html(at)
    assert "lb-claim-contradicted" in shown
    assert SAY("checking.verdict.contradicted") in shown
    take = next(one for one in at.button if one.key.startswith("bulletin-take-"))
    take.click().run()
    assert str(total) in at.text_area[0].value
    assert "lb-claim-contradicted" not in html(at)


def test_checked_published_corrected(filled, desk):
    at = press(write(desk(), "news", "Brevet"), "bulletin-save")
    at = press(at, "bulletin-step")
    assert SAY("bulletin.step.done_checked") in html(at)
    at = press(at, "bulletin-step")
    assert SAY("bulletin.step.done_published") in html(at)
    assert not [one for one in at.button if one.key.startswith("open-")]
    at = press(at, "bulletin-step")
    assert SAY("bulletin.no_reason") in html(at)
    at.text_input(key="bulletin-reason-draft").input("Fel namn på gatan")
    at = press(at, "bulletin-step")
    assert "Fel namn på gatan" in html(at)
    assert SAY("bulletin.editor.published", n=1) in html(at)
    bulletin = read_bulletin(filled, NOVEMBER)
    assert (bulletin.status, bulletin.edition) == ("draft", 2)


def test_contradicted_claims_are_published_only_with_a_reason(filled, desk):
    at = press(write(desk(), "news", "Under vecka 43–46 gjordes 9 999 anmälningar."), "bulletin-save")
    at = press(at, "bulletin-step")
    assert SAY("bulletin.check.wrong") in html(at)
    at = press(at, "bulletin-step")
    assert SAY("bulletin.no_reason") in html(at)
    at.text_input(key="bulletin-reason-published").input("Gäller hela länet")
    press(at, "bulletin-step")
    last = read_bulletin(filled, NOVEMBER).published
    assert (last.contradicted, last.reason) == (1, "Gäller hela länet")


def test_the_second_of_two_writers_sees_both_texts_and_joins_them(filled, desk):
    first = save_section(filled, NOVEMBER, "news", "Ett.\n\nTvå.", author="Ada", base=0)
    bo = write(desk(name="Bo"), "news", "Ett, säger Bo.\n\nTvå.")
    save_section(filled, NOVEMBER, "news", "Ett.\n\nTvå, säger Ada.", author="Ada", base=first)
    bo = press(bo, "bulletin-save")
    shown = html(bo)
    assert SAY("bulletin.conflict", author="Ada") in shown
    assert SAY("bulletin.both.mine") in shown
    assert "säger Ada" in shown
    assert "säger Bo" in shown
    bo = press(bo, "bulletin-both-merge")
    assert bo.text_area[0].value == "Ett, säger Bo.\n\nTvå, säger Ada."
    press(bo, "bulletin-save")
    history = read_bulletin(filled, NOVEMBER).history("news")
    assert [(v.author, v.origin) for v in history] == [
        ("Ada", "written"),
        ("Ada", "written"),
        ("Bo", "merged"),
    ]
    assert sections(filled)["news"] == "Ett, säger Bo.\n\nTvå, säger Ada."


def test_two_sessions_at_once(filled, desk):
    ada, bo = desk(), desk(name="Bo")
    write(ada, "news", "Adas")
    write(bo, "news", "Bos")
    press(ada, "bulletin-save")
    press(bo, "bulletin-save")
    assert "Adas" in html(bo)
    assert bo.text_area[0].value == "Bos"
    assert sections(filled)["news"] == "Adas"


def test_versions_are_compared_and_an_earlier_one_put_back(filled, desk):
    first = save_section(filled, NOVEMBER, "news", "Ett litet ord.", author="Ada", base=0)
    save_section(filled, NOVEMBER, "news", "Ett stort ord.", author="Bo", base=first)
    at = desk()
    shown = html(at)
    assert '<del><span class="lb-hidden">' in shown
    assert "stort</ins>" in shown
    press(at, "bulletin-restore")
    assert sections(filled)["news"] == "Ett litet ord."
    assert len(read_bulletin(filled, NOVEMBER).history("news")) == 3


def test_a_withdrawn_upload_under_a_published_text_is_told_and_the_text_stays(filled, desk, add_counts):
    later = add_counts(
        filled, [("2021-W46", "total", 61)], received_at=RECEIVED + timedelta(hours=1), file_name="sen.xlsx"
    )
    at = press(press(press(desk(), "statistics"), "bulletin-step"), "bulletin-step")
    before = sections(filled)["statistics"]
    withdraw(filled, later, "Eva", "fel fil")
    shown = html(at.run())
    assert SAY("bulletin.cause.withdraw", file="sen.xlsx", moment="@").split("@")[0] in shown
    assert "61 → " in shown
    assert SAY("bulletin.column.old") in shown
    assert sections(filled)["statistics"] == before
    withdraw(filled, 1, "Eva", "allt är fel")
    shown = html(at.run())
    assert SAY("report.missing") in shown
    assert SAY("bulletin.section.statistics") in shown
    assert not at.exception


def test_an_earlier_moment_shows_the_letter_as_it_was_and_locks_it(filled, desk):
    save_section(filled, NOVEMBER, "news", "Nytt", author="Ada", base=0)
    at = desk(asof="2021-11-29T08:30:00+00:00")
    assert not [one for one in at.button if one.key.startswith("open-")]


def test_the_english_letter_is_another_letter(filled, desk):
    save_section(filled, NOVEMBER, "news", "Svenska", author="Ada", base=0)
    at = desk(lang="en")
    assert "Svenska" not in html(at)
    assert texts("en")("bulletin.state.empty") in html(at)
    assert texts("en")("bulletin.other_language", status="draft") in html(at)


def test_last_months_text_is_where_this_month_may_begin(filled, desk):
    october = BulletinKey("Lysekil", parse_period("2021-W39--2021-W42"), "sv")
    save_section(filled, october, "resources", "Fältarna är ute på fredagar.", author="Ada", base=0)
    at = press(press(desk(), "open-resources"), "bulletin-before")
    assert at.text_area[0].value == "Fältarna är ute på fredagar."
