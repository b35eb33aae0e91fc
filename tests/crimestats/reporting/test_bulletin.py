"""The public text as a document: statistics with notes, small counts, what changed since, editions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from crimestats.analysis.disclosure import Hidden
from crimestats.config import settings
from crimestats.narrative.compose import Sentence
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Run
from crimestats.periods import parse_period
from crimestats.reporting.bulletin import bulletin_document, file_name
from crimestats.reporting.bulletin_changes import data_changes
from crimestats.reporting.bulletin_statistics import _may_tell, bulletin_statistics, hidden_before
from crimestats.reporting.bulletin_view import bulletin_view
from crimestats.reporting.document import Heading, Notes, Paragraph, TableBlock
from crimestats.reporting.document_markdown import document_markdown
from crimestats.reporting.markup import parse
from crimestats.reporting.origins import cell_runs
from crimestats.store.bulletin_writing import save_section, set_status
from crimestats.store.bulletins import BulletinKey, read_bulletin
from crimestats.store.uploads import withdraw
from tests.conftest import RECEIVED

NOVEMBER = parse_period("2021-W43--2021-W46")
KEY = BulletinKey("Lysekil", NOVEMBER, "sv")
WEEKS = ("2021-W43", "2021-W44", "2021-W45", "2021-W46")


def month(counts):
    """Rows of November: the counts stand in the first week, the others are zero."""
    return [
        (week, code, count if week == WEEKS[0] else 0) for code, count in counts.items() for week in WEEKS
    ]


def moment_of(store, area="Lysekil"):
    return store.rows("data_moments", area=area)[0]["moment"]


def statistics(store, area="Lysekil", lang="sv", **more):
    return bulletin_statistics(store, area, NOVEMBER, lang, moment_of(store, area), **more)


def table_of(body):
    (block,) = [block for block in parse(body).blocks if isinstance(block, TableBlock)]
    return {row[0]: row[1] for row in block.table.rows}


@pytest.fixture
def change_settings(monkeypatch, tmp_path):
    def change(words):
        (tmp_path / "settings.toml").write_text(words, encoding="utf-8")
        monkeypatch.setenv("CRIMESTATS_SETTINGS", str(tmp_path / "settings.toml"))
        settings.cache_clear()

    yield change
    settings.cache_clear()


# --- Police statistics ---


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_published_month_is_told_exactly_with_a_note_at_every_figure(sample_store, lang):
    body = statistics(sample_store, lang=lang).body
    figures = list(table_of(body).values())
    assert figures[:4] == [
        "167",
        "15",
        "7",
        "23",
    ]  # 7 criminal damage: a municipality's own category is exact
    read = parse(body)
    told = [
        span.note
        for block in read.blocks
        if isinstance(block, Paragraph)
        for span in block.spans
        if span.note
    ]
    assert set(told) == set(range(1, len(read.notes) + 1))
    assert read.notes


def test_a_note_names_file_sheet_and_cells(sample_store):
    first = "".join(span.text for span in parse(statistics(sample_store).body).notes[0])
    assert (
        first
        == "Totalt, vecka\u00a043–46 2021: Anmälda brott Lysekil 2021 v43-46.xlsx, blad 2021, cell C20–F20."
    )


def test_the_same_data_give_the_same_text(sample_store):
    assert statistics(sample_store) == statistics(sample_store)


def test_its_data_moment_is_the_one_asked_for(sample_store):
    earlier = sample_store.rows("data_moments", area="Lysekil")[2]["moment"]
    made = bulletin_statistics(sample_store, "Lysekil", NOVEMBER, "sv", earlier)
    assert made.data_moment == earlier
    assert "167" not in made.body


@pytest.mark.parametrize(
    ("cells", "runs"),
    [
        (["C20", "D20", "E20", "F20"], ["C20–F20"]),
        (["B2", "B3", "B4"], ["B2–B4"]),
        (["Z1", "AA1", "AB1"], ["Z1–AB1"]),
        (["E53", "E69", "E53"], ["E53", "E69"]),
        (["B2", "D4", "", "x"], ["B2", "D4", "", "x"]),
    ],
)
def test_neighbouring_cells_are_drawn_together(cells, runs):
    assert cell_runs(cells) == runs


# --- Small counts (DOMAIN 7) ---

SMALL = {"total": 45, "violence": 3, "vandalism": 9, "theft": 20}


def test_small_counts_of_a_part_of_a_municipality_are_not_published(store, add_counts, change_settings):
    add_counts(store, month(SMALL), area="Skaftö")
    change_settings('[disclosure]\nsub_areas = ["Skaftö"]\n')
    made = statistics(store, "Skaftö")
    assert table_of(made.body)["Våldsbrott"] == "färre än fem"
    assert table_of(made.body)["Skadegörelse"] == "visas inte"
    assert table_of(made.body)["Tillgrepp/stöld"] == "20"
    assert made.hidden == {"violence", "vandalism"}
    words = " ".join(s.text for b in parse(made.body).blocks if isinstance(b, Paragraph) for s in b.spans)
    assert "våld" not in words.lower()
    assert "Antal under fem visas inte" in made.body


def test_a_municipality_shows_its_own_categories(store, add_counts):
    add_counts(store, month(SMALL))
    assert table_of(statistics(store).body)["Våldsbrott"] == "3"


def test_the_limit_is_a_setting(store, add_counts, change_settings):
    add_counts(store, month(SMALL), area="Skaftö")
    change_settings('[disclosure]\nsub_areas = ["Skaftö"]\nfewer_than = 1\n')
    assert not statistics(store, "Skaftö").hidden
    change_settings('[disclosure]\nsensitive = ["violence"]\nfewer_than = 4\n')
    assert table_of(statistics(store, "Skaftö").body)["Våldsbrott"] == "färre än fyra"


def test_what_an_edition_hid_stays_hidden_in_the_next(store, add_counts, change_settings):
    change_settings('[disclosure]\nsub_areas = ["Skaftö"]\n')
    add_counts(store, month(SMALL), area="Skaftö")
    key = BulletinKey("Skaftö", NOVEMBER, "sv")
    made = statistics(store, "Skaftö")
    told = {"author": "Ada", "base": 0, "origin": "generated", "data_moment": made.data_moment}
    number = save_section(store, key, "statistics", made.body, **told)
    for status in ("checked", "published"):
        set_status(store, key, status, actor="Bo", upto=number)
    add_counts(store, month({"total": 48, "violence": 6}), area="Skaftö", received_at=RECEIVED + timedelta(1))
    earlier = hidden_before(store, "Skaftö", NOVEMBER)
    assert earlier == {"violence", "vandalism"}
    assert table_of(statistics(store, "Skaftö").body)["Våldsbrott"] == "6"
    assert table_of(statistics(store, "Skaftö", earlier=earlier).body)["Våldsbrott"] == "visas inte"


@pytest.mark.parametrize(
    ("kind", "subject", "numbers", "told"),
    [
        ("peak_kind", "fraud.romance", {"observed": 3, "expected": 1}, False),
        ("peak_kind", "fraud.romance", {"observed": 30, "expected": 9}, True),
        (
            "fraud_kinds",
            "fraud",
            {"fraud.card": 9, "fraud.romance": 2, "top": "fraud.card,fraud.romance"},
            False,
        ),
        ("fraud_kinds", "fraud", {"fraud.card": 9, "fraud.romance": 2, "top": "fraud.card"}, True),
        ("category", "vandalism", {"count": 3}, True),
    ],
)
def test_sentences_of_sensitive_kinds_keep_small_counts_to_themselves(kind, subject, numbers, told):
    fact = Fact(kind, NOVEMBER, numbers, subject)
    assert _may_tell(Sentence((Run("3", True, fact),), fact), "Lysekil", Hidden()) is told


# --- What has changed since ---


def test_changed_figures_are_told_week_by_week_with_their_cause(store, add_counts):
    add_counts(store, month({"total": 45, "theft": 20}))
    since = moment_of(store)
    later = add_counts(
        store, [("2021-W45", "total", 6)], received_at=RECEIVED + timedelta(days=3), file_name="sen.xlsx"
    )
    found = data_changes(store, "Lysekil", NOVEMBER, since, "sv")
    assert found.table.rows == (
        ("Totalt", "45", "51", "v.\u00a045: 0 → 6"),
        ("Övrigt, ej särredovisat", "25", "31", "v.\u00a045: 0 → 6"),
    )
    assert found.causes == ("Filen sen.xlsx kom in 2 december 2021 kl.\u00a009.00.",)
    withdraw(store, later, "Eva", "fel")
    assert not data_changes(store, "Lysekil", NOVEMBER, since, "sv")


def test_a_withdrawn_upload_leaves_its_figures_missing(store, add_counts):
    number = add_counts(store, month({"total": 45}))
    since = moment_of(store)
    withdraw(store, number, "Eva", "fel")
    found = data_changes(store, "Lysekil", NOVEMBER, since, "en")
    assert found.table.rows[0][:3] == ("Total", "45", "no figure")
    assert "was taken back" in found.causes[0]


# --- The document and its editions ---


@pytest.fixture
def written(store, add_counts):
    """November with statistics and news, and October's news before it."""
    add_counts(store, month({"total": 45, "theft": 20}))
    october = BulletinKey("Lysekil", parse_period("2021-W39--2021-W42"), "sv")
    save_section(store, october, "news", "Oktobers nyheter", author="Ada", base=0)
    made = statistics(store)
    told = {"author": "Ada", "base": 0, "origin": "generated", "data_moment": made.data_moment}
    save_section(store, KEY, "statistics", made.body, **told)
    save_section(store, KEY, "news", "## Ny belysning\n\nI **Gullmarsskogen**.", author="Bo", base=0)
    return store


def step(store, status, **more):
    set_status(store, KEY, status, actor="Eva", upto=read_bulletin(store, KEY).newest, **more)


def test_sections_stand_in_order_and_empty_ones_are_left_out(written):
    document = bulletin_document(read_bulletin(written, KEY))
    assert document.title == "Månadsbrev för Lysekil, november 2021"
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert heads == ["Polisens statistik", "Nyheter", "Ny belysning"]
    assert isinstance(document.blocks[-1], Notes)
    told = document_markdown(document)
    assert "> Utkast. Brevet är inte publicerat." in told
    assert "**Gullmarsskogen**" in told
    assert "som de var kända 29 november 2021 kl.\u00a009.00" in told


def test_file_names_say_what_the_file_is(written):
    assert file_name(read_bulletin(written, KEY), "docx") == "Månadsbrev Lysekil november 2021 (utkast).docx"
    step(written, "checked")
    step(written, "published")
    first = read_bulletin(written, KEY)
    assert file_name(first, "docx", first.published) == "Månadsbrev Lysekil november 2021.docx"
    step(written, "draft", reason="Fel gata")
    step(written, "checked")
    step(written, "published")
    second = read_bulletin(written, KEY)
    assert file_name(second, "md", second.published) == "Månadsbrev Lysekil november 2021 (utgåva 2).md"
    odd = read_bulletin(written, BulletinKey('A/B:"C"', NOVEMBER, "en"))
    assert file_name(odd, "html") == "Bulletin A B C November 2021 (draft).html"


def test_a_correction_says_so_and_why_in_the_new_edition_only(written):
    step(written, "checked")
    step(written, "published")
    step(written, "draft", reason="Fel gata")
    step(written, "checked")
    step(written, "published")
    bulletin = read_bulletin(written, KEY)
    first, second = (one for one in bulletin.statuses if one.status == "published")
    assert "Skäl: Fel gata" in document_markdown(bulletin_document(bulletin, second))
    assert "Fel gata" not in document_markdown(bulletin_document(bulletin, first))
    assert "Utgåva 2, publicerad" in document_markdown(bulletin_document(bulletin, second))


def test_the_page_lists_months_and_what_came_before(written):
    step(written, "checked")
    view = bulletin_view(written, "Lysekil", NOVEMBER)
    assert [(one.name, one.status) for one in view.months] == [
        ("november 2021", "granskat"), ("oktober 2021", "utkast"),
    ]  # fmt: skip
    assert view.before.sections()["news"].body == "Oktobers nyheter"
    assert view.stale is None
    assert view.signed["news"].startswith("Skrivet av Bo ")
    assert not view.locked


def test_the_page_tells_what_changed_under_a_draft_and_under_an_edition(written, add_counts):
    add_counts(written, [("2021-W45", "total", 6)], received_at=RECEIVED + timedelta(days=3))
    assert bulletin_view(written, "Lysekil", NOVEMBER).stale.table.rows[0][:3] == ("Totalt", "45", "51")
    step(written, "checked")
    step(written, "published")
    view = bulletin_view(written, "Lysekil", NOVEMBER)
    assert view.stale is None
    assert view.locked
    assert view.outdated.table.rows[0][:3] == ("Totalt", "45", "51")
    assert "utgåva 1" in view.outdated_words


STORED = {
    "sv": """# Månadsbrev för Lysekil, november 2021

> Rättad utgåva (2), 29 november 2021. Skäl: Fel gata

## Polisens statistik

Det gjordes 45 anmälningar.[^1]

## Nyheter

Ny belysning i **Gullmarsskogen**, se [kommunen](https://lysekil.se).

- Klart i december

Utgåva 2, publicerad 29 november 2021. Siffrorna är polisens anmälningar, som de var kända 29 november 2021 \
kl.\u00a009.00. En anmälan är inte detsamma som ett brott.

## Varifrån siffrorna kommer

[^1]: Totalt, Blad1
""",
    "en": """# Bulletin for Lysekil, November 2021

> Corrected edition (2), 29 November 2021. Reason: Fel gata

## Police statistics

Det gjordes 45 anmälningar.[^1]

## News

Ny belysning i **Gullmarsskogen**, se [kommunen](https://lysekil.se).

- Klart i december

Edition 2, published 29 November 2021. The figures are reports to the police, as known 29 November 2021, \
09:00. A report is not the same as an offence.

## Where the figures come from

[^1]: Totalt, Blad1
""",
}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_corrected_edition_as_it_is_taken_away(store, lang, monkeypatch):
    monkeypatch.setenv("CRIMESTATS_TODAY", "2021-11-29")
    key = BulletinKey("Lysekil", NOVEMBER, lang)
    figures = "Det gjordes 45 anmälningar.[^1]\n\n[^1]: Totalt, Blad1"
    news = "Ny belysning i **Gullmarsskogen**, se [kommunen](https://lysekil.se).\n\n- Klart i december"
    told = {"author": "Ada", "base": 0, "data_moment": RECEIVED}
    save_section(store, key, "statistics", figures, origin="generated", **told)
    number = save_section(store, key, "news", news, **told)
    for status in ("checked", "published", "draft", "checked", "published"):
        set_status(
            store, key, status, actor="Bo", upto=number, reason="Fel gata" if status == "draft" else ""
        )
    bulletin = read_bulletin(store, key)
    assert document_markdown(bulletin_document(bulletin, bulletin.published)) == STORED[lang]
