"""What people write and paste becomes blocks; nothing of it is ever run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crimestats.reporting.document import Document, Heading, Items, Paragraph, Span, TableBlock
from crimestats.reporting.document_html import blocks_html
from crimestats.reporting.document_markdown import document_markdown
from crimestats.reporting.markup import numbered_from, parse, spans


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def test_paragraphs_headings_lists():
    found = parse(
        "# Rubrik\nFörsta\nraden.\n\nAndra.\n- ett\n- två\n  och mer\n1. först\n2) sedan\n## Under"
    ).blocks
    assert found == (
        Heading(3, "Rubrik"),
        words("Första raden."),
        words("Andra."),
        Items(((Span("ett"),), (Span("två och mer"),))),
        Items(((Span("först"),), (Span("sedan"),)), numbered=True),
        Heading(4, "Under"),
    )


def test_bold_links_and_escaped_signs():
    assert spans("Se **viktigt** på [polisen](https://polisen.se/lysekil), 2 \\* 3.") == (
        Span("Se "), Span("viktigt", bold=True), Span(" på "), Span("polisen", href="https://polisen.se/lysekil"),
        Span(", 2 * 3."),
    )  # fmt: skip
    assert spans("https://lysekil.se.") == (Span("https://lysekil.se", href="https://lysekil.se"), Span("."))


@pytest.mark.parametrize(
    "text", ["[x](http://a.se)", "[x](javascript:alert(1))", "[x](data:text/html,1)", "[x](//a.se)", "[^7]"]
)
def test_only_https_leads_anywhere(text):
    assert all(not span.href and not span.note for span in spans(text))
    assert "".join(span.text for span in spans(text)) == text


def test_html_and_scripts_are_text():
    page = blocks_html(parse("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>").blocks, "sv")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_table_pasted_from_a_spreadsheet_becomes_a_table():
    (block,) = parse("Brott\tAntal\nVåld\t15\nStöld\t1 023", caption="Tabell").blocks
    assert isinstance(block, TableBlock)
    table = block.table
    assert (table.caption, table.columns) == ("Tabell", ("Brott", "Antal"))
    assert table.rows == (("Våld", "15"), ("Stöld", "1 023"))
    assert table.numbers == (("Våld", 15.0), ("Stöld", 1023.0))


def test_a_ragged_paste_is_filled_up():
    (block,) = parse("a\tb\tc\n1\t2\n\n").blocks
    assert block.table.rows == (("1", "2", ""),)


def test_a_table_with_pipes_keeps_its_caption():
    (block,) = parse(
        "| Brott | Antal |\n| --- | ---: |\n| Stöld \\| rån | – |\n| Våld | 3 |\n: Månaden"
    ).blocks
    assert block.table.caption == "Månaden"
    assert block.table.rows == (("Stöld | rån", "–"), ("Våld", "3"))
    assert block.table.numbers == (("Stöld | rån", None), ("Våld", 3.0))


def test_notes_are_counted_from_one_and_can_be_counted_on():
    found = parse("Det var 167.[^4] Och 15.[^2]\n\n[^4]: Blad1, B2\n[^2]: Blad1, C2")
    assert [span.note for span in found.blocks[0].spans] == [0, 1, 0, 2]
    assert found.notes == ((Span("Blad1, B2"),), (Span("Blad1, C2"),))
    assert [span.note for span in numbered_from(found.blocks[0], 3).spans] == [0, 4, 0, 5]


def test_a_tab_in_a_line_is_no_table():
    assert parse("Ring\t112").blocks == (words("Ring\t112"),)


@pytest.mark.parametrize("text", ["", " \n\n ", "\t", "|", "||", "> ", "#", "- ", "**", "[^1]:"])
def test_odd_scraps_break_nothing(text):
    parse(text)


@given(st.text(alphabet="ab #*-|\t\n[]()^1.:>\\<", max_size=60))
def test_any_text_is_read_and_rendered(text):
    blocks = parse(text).blocks
    page = blocks_html(blocks, "sv")
    assert "<script" not in page
    document_markdown(Document("T", "sv", blocks))


@given(st.text(alphabet="abc åäö.,!?*_[]<>#|-+1", min_size=1, max_size=40).map(str.strip).filter(bool))
def test_markdown_out_reads_back_as_the_same_words(text):
    told = document_markdown(Document("T", "sv", (words(text),))).split("\n\n", 1)[1].strip()
    assert parse(told).blocks == (words(" ".join(text.split(" "))),)
