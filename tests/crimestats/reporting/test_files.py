"""The month as files: Markdown, HTML and JSON say the same, and nothing in a name is taken for markup."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from crimestats.reporting.html import to_html
from crimestats.reporting.json import to_json
from crimestats.reporting.markdown import escape, to_markdown
from crimestats.reporting.model import MonthReport
from crimestats.reporting.month_xlsx import month_xlsx

SNAPSHOTS = Path(__file__).resolve().parents[2] / "snapshots"
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Collects headings, attributes and text, and complains of tags that do not close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_month_reads_as_it_did(lang: str, november_sv: MonthReport, november_en: MonthReport) -> None:
    """A change of words is a decision. To write the files anew, with the sample in an empty store:

    python -m crimestats report --from 2021-W43 --to 2021-W46 --lang sv --format md -o tests/snapshots/…
    """
    report = november_sv if lang == "sv" else november_en
    assert to_markdown(report) == (SNAPSHOTS / f"november_2021_{lang}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_page_stands_alone_and_is_well_formed(
    lang: str, november_sv: MonthReport, november_en: MonthReport
) -> None:
    html = to_html(november_sv if lang == "sv" else november_en)
    page = Page(html)
    assert page.open == []
    assert ("html", "lang", lang) in page.attributes
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
    loads = [value for _, name, value in page.attributes if name in ("src", "href", "xlink:href")]
    assert all(value.startswith("#") for value in loads)
    assert "<script" not in html
    assert not re.search(r"url\((?!#)|@import", html)


def test_the_page_holds_the_chart_as_picture_and_as_table(november_sv: MonthReport) -> None:
    html = to_html(november_sv)
    assert 'role="img"' in html
    assert november_sv.chart.sentence in html
    assert html.count("<table") == 3
    assert html.count("<caption>") == 3


def test_text_is_the_same_in_every_format(november_sv: MonthReport) -> None:
    words = "".join(Page(re.sub(r"<sup>.*?</sup>", "", to_html(november_sv))).words)
    markdown = re.sub(r"\[\^\d+\](?!:)", "", to_markdown(november_sv))
    value = json.loads(to_json(november_sv))
    for paragraph in november_sv.narrative.paragraphs:
        assert paragraph.plain in words
        assert paragraph.plain in markdown
    told = [s["text"] for paragraph in value["paragraphs"] for s in paragraph["sentences"]]
    assert told == [s.plain for paragraph in november_sv.narrative.paragraphs for s in paragraph.sentences]


def test_json_keeps_every_fact_with_its_cells(november_sv: MonthReport) -> None:
    value = json.loads(to_json(november_sv))
    assert {"schema", "area", "period", "headline", "paragraphs", "tiles", "facts"} <= value.keys()
    assert value["period"] == {"from": "2021-W43", "to": "2021-W46", "name": "november 2021"}
    total = next(fact for fact in value["facts"] if fact["kind"] == "total")
    assert total["numbers"]["count"] == 167
    assert sum(cell["count"] for cell in total["addresses"]) == 167
    assert total["addresses"][0]["file"].endswith(".xlsx")
    for paragraph in value["paragraphs"]:
        for sentence in paragraph["sentences"]:
            assert sentence["facts"]
            assert all(value["facts"][n]["id"] == n for n in sentence["facts"])


def test_markup_in_a_name_stays_text(november_sv: MonthReport) -> None:
    wicked = replace(november_sv, area="<script>alert(1)</script>", source="| **fet** _kursiv_ <b>")
    assert "<script>alert" not in to_html(wicked)
    assert "&lt;script&gt;" in to_html(wicked)
    assert r"\| \*\*fet\*\* \_kursiv\_ \<b\>" in to_markdown(wicked)
    assert escape("v. 43 (en fil)") == "v. 43 (en fil)"


def test_every_note_that_is_marked_is_there_and_says_file_sheet_and_cell(november_sv: MonthReport) -> None:
    told = to_markdown(november_sv)
    body, _, notes = told.partition("\n\n[^1]: ")
    marked = {int(n) for n in re.findall(r"\[\^(\d+)\]", body)}
    given = {int(n) for n in re.findall(r"^\[\^(\d+)\]: ", "[^1]: " + notes, re.MULTILINE)}
    assert marked == given == set(range(1, len(given) + 1))
    assert "167[^1]" in body
    place = "Anmälda brott Lysekil 2021 v43-46.xlsx, blad 2021, cell C20–F20."
    assert notes.replace("\u00a0", " ").startswith(f"Totalt, vecka 43–46 2021: {place}")
    page = to_html(november_sv)
    assert set(re.findall(r'href="#(note-\d+)"', page)) == set(re.findall(r'<li id="(note-\d+)"', page))


def test_the_workbook_holds_text_facts_and_the_cells_they_came_from(november_sv: MonthReport) -> None:
    book = load_workbook(io.BytesIO(month_xlsx(november_sv, [("Källa", november_sv.source)])))
    sheets = {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}
    words = sheets["Månaden i ord"]
    assert november_sv.headline in [row[1] for row in words]
    names = {row[0] for row in sheets["Fakta"][1:]}
    told = {key for row in words[1:] if row[2] for key in row[2].split(", ")}
    assert told
    assert told <= names
    cells = next(rows for title, rows in sheets.items() if title.startswith("Cellerna bakom"))
    assert any(row[-2] == "C20" and row[3] == "37" for row in cells)
