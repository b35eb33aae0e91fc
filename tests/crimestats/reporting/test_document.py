"""One document in three forms: Word, HTML and Markdown say the same, and run no markup."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from crimestats.charts.image import png
from crimestats.charts.model import Table
from crimestats.reporting.document import (
    Document,
    Figure,
    Heading,
    Items,
    Notes,
    Paragraph,
    Picture,
    Span,
    TableBlock,
    plain,
)
from crimestats.reporting.document_html import document_html
from crimestats.reporting.document_markdown import document_markdown
from crimestats.reporting.docx import to_docx

HOSTILE = '<script>alert(1)</script> & "citat" \x0b=1+1'
TABLE = Table(
    "Brottstyper", ("Brottstyp", "Antal"), (("Stöld", "23"), ("Våld", "15")), (("Stöld", 23), ("Våld", 15))
)


@pytest.fixture(scope="module")
def document(november_sv) -> Document:
    return Document(
        "Månadsbrev för november 2021",
        "sv",
        (
            plain("Utkast", "notice"),
            Heading(2, "Polisens statistik"),
            Paragraph(
                (
                    Span("Det gjordes "),
                    Span("167", bold=True),
                    Span(" anmälningar"),
                    Span(note=1),
                    Span(note=1),
                    Span("."),
                )
            ),
            Items(((Span("ett"),), (Span("två"),))),
            Items(((Span("först"),), (Span("sedan"),)), numbered=True),
            TableBlock(TABLE),
            Figure(november_sv.chart),
            Picture(png(november_sv.chart), "En bild av toppen", "Som den sågs"),
            plain(HOSTILE),
            Paragraph((Span("polisen", href="https://polisen.se"),), "quiet"),
            Notes("Varifrån siffrorna kommer", ((Span("Blad1, B2–B5"),),)),
        ),
    )


@pytest.fixture(scope="module")
def word(document):
    return docx.Document(io.BytesIO(to_docx(document)))


def test_word_has_headings_lists_and_a_table_with_a_head(word):
    told = [(one.style.name, one.text) for one in word.paragraphs]
    assert told[0] == ("Title", "Månadsbrev för november 2021")
    assert ("Heading 2", "Polisens statistik") in told
    assert ("List Bullet", "två") in told
    assert ("List Number", "sedan") in told
    table = word.tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        list(TABLE.columns),
        *map(list, TABLE.rows),
    ]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr is None


def test_every_numbered_list_begins_at_one():
    lists = tuple(Items(((Span("ett"),), (Span("två"),)), numbered=True) for _ in range(2))
    found = docx.Document(io.BytesIO(to_docx(Document("T", "sv", lists))))
    numbers = [one._p.pPr.numPr.numId.val for one in found.paragraphs if one.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_word_says_its_language_and_every_picture_in_words(word, november_sv):
    assert word.core_properties.language == "sv-SE"
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"sv-SE"}
    alts = [about.get("descr") for about in word.element.body.iter(qn("wp:docPr"))]
    assert alts == [november_sv.chart.sentence, "En bild av toppen"]
    assert word.core_properties.author == "Lägesbild"


def test_word_leads_from_a_figure_to_its_note(word):
    anchors = [link.get(qn("w:anchor")) for link in word.element.body.iter(qn("w:hyperlink"))]
    marks = [mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))]
    assert "Det gjordes 167 anmälningar1,1." in [one.text for one in word.paragraphs]
    assert anchors == ["not1", "not1", None]  # the other is the link to the police
    assert marks == ["not1"]
    assert any(
        part.target_ref == "https://polisen.se" for part in word.part.rels.values() if part.is_external
    )


def test_no_form_runs_what_a_writer_wrote(document, word):
    assert '<script>alert(1)</script> & "citat" =1+1' in [one.text for one in word.paragraphs]
    page = document_html(document)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\\<script\\>" in document_markdown(document)


def test_html_stands_alone_with_alternative_texts(document):
    page = document_html(document)
    assert page.startswith('<!doctype html>\n<html lang="sv">')
    assert page.count("<h1>") == 1
    assert 'alt="En bild av toppen"' in page
    assert 'src="http' not in page
    first, second = '<sup><a href="#not-1" id="ref-1">1</a></sup>', '<sup><a href="#not-1">1</a></sup>'
    assert f"anmälningar{first}{second}." in page


def test_markdown_tells_the_same(document):
    told = document_markdown(document)
    assert told.startswith("# Månadsbrev för november 2021\n\n> Utkast\n\n## Polisens statistik\n\n")
    assert "Det gjordes **167** anmälningar[^1][^1]." in told
    assert "- ett\n- två\n\n1. först\n2. sedan" in told
    assert "| Stöld | 23 |" in told
    assert told.endswith("[^1]: Blad1, B2–B5\n")


@pytest.mark.parametrize(
    ("written", "kept"), [("1. mars", "1\\. mars"), ("- nej", "\\- nej"), ("2021 var", "2021 var")]
)
def test_a_paragraph_stays_a_paragraph(written, kept):
    assert document_markdown(Document("T", "sv", (plain(written),))) == f"# T\n\n{kept}\n"
