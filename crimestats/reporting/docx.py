"""A document as a Word file: real headings, tables, pictures with alternative texts, its language."""

from __future__ import annotations

import io
import re
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Any

from crimestats.charts.image import png
from crimestats.charts.model import Table
from crimestats.charts.theme import LIGHT
from crimestats.clock import now
from crimestats.reporting.document import (
    Document,
    Figure,
    Heading,
    Items,
    Notes,
    Paragraph,
    Picture,
    Span,
    Spans,
    TableBlock,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph as WordParagraph

# What XML cannot hold; pasted text may.
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LANGUAGE = {"sv": "sv-SE", "en": "en-GB"}
_FONT, _BODY_PT, _PICTURE_CM = "Calibri", 11, 16.0
_SIZES_PT = {"Title": 22, "Heading 2": 15, "Heading 3": 12, "Heading 4": 11}


def to_docx(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    from docx import Document as new

    word = new()
    _styles(word, _LANGUAGE[document.lang])
    about = word.core_properties
    about.title, about.language, about.author = _clean(document.title), _LANGUAGE[document.lang], "Lägesbild"
    about.comments, about.created, about.modified = "", now(), now()
    word.add_paragraph(_clean(document.title), style="Title")
    writer = _Writer(word)
    for block in document.blocks:
        writer.put(block)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _clean(text: str) -> str:
    return _ILLEGAL.sub("", text)


def _styles(word: WordDocument, language: str) -> None:
    """One letter and the theme's ink; the language of the whole file, so that it is read aloud rightly."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name in ("Normal", *_SIZES_PT):
        style: Any = word.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        style.font.size = Pt(_SIZES_PT.get(name, _BODY_PT))
        style.font.color.rgb = RGBColor.from_string(LIGHT.ink.lstrip("#").upper())
    word.styles["Normal"].paragraph_format.space_after = Pt(8)
    for found in word.styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), language)


class _Writer:
    """Puts one block after the other at the end of a Word document."""

    def __init__(self, word: WordDocument) -> None:
        self._word = word
        self._pictures = 0

    @singledispatchmethod
    def put(self, block: object) -> None:
        raise TypeError(f"no block: {block!r}")

    @put.register
    def _(self, block: Heading) -> None:
        self._word.add_paragraph(_clean(block.text), style=f"Heading {block.level}")

    @put.register
    def _(self, block: Paragraph) -> None:
        self._spans(self._word.add_paragraph(), block.spans, block.role)

    @put.register
    def _(self, block: Items) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        number = self._new_numbering() if block.numbered else None
        for item in block.items:
            paragraph = self._word.add_paragraph(style=style)
            if number is not None:
                paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
            self._spans(paragraph, item)

    @put.register
    def _(self, block: TableBlock) -> None:
        from docx.shared import Pt

        caption = self._word.add_paragraph(style="Normal")
        caption.paragraph_format.keep_with_next, caption.paragraph_format.space_after = True, Pt(3)
        self._run(caption, block.table.caption, "quiet")
        self._table(block.table)
        self._word.add_paragraph().paragraph_format.space_after = Pt(2)

    @put.register
    def _(self, block: Figure) -> None:
        self.put(Picture(png(block.chart), block.chart.sentence))

    @put.register
    def _(self, block: Picture) -> None:
        from docx.shared import Cm

        drawn = self._word.add_paragraph().add_run().add_picture(io.BytesIO(block.png), width=Cm(_PICTURE_CM))
        self._pictures += 1
        about = drawn._inline.docPr
        about.set("descr", _clean(block.alt))
        about.set("name", f"{self._pictures}")
        if block.caption:
            self._run(self._word.add_paragraph(), block.caption, "quiet")

    @put.register
    def _(self, block: Notes) -> None:
        self._word.add_paragraph(_clean(block.heading), style="Heading 2")
        for number, item in enumerate(block.items, 1):
            paragraph = self._word.add_paragraph()
            self._bookmark(paragraph, number)
            self._run(paragraph, f"{number}. ", "quiet")
            self._spans(paragraph, item, "quiet")

    def _new_numbering(self) -> int:
        """A numbering of its own, from 1: all lists of a style would else be counted on as one."""
        word: Any = self._word
        numbering = word.part.numbering_part.element
        held = word.styles["List Number"].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(held).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def _spans(self, paragraph: WordParagraph, spans: Spans, role: str = "") -> None:
        for before, span in zip((Span(), *spans), spans, strict=False):
            if before.note and span.note:
                self._run(paragraph, ",").font.superscript = True  # 5,6 and not 56
            if span.note:
                self._linked(paragraph, f"{span.note}", anchor=f"not{span.note}", raised=True)
            elif span.href:
                self._linked(paragraph, span.text, href=span.href)
            else:
                self._run(paragraph, span.text, role, bold=span.bold)

    def _run(self, paragraph: WordParagraph, text: str, role: str = "", *, bold: bool = False) -> Any:
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(_clean(text))
        run.bold = True if bold or role == "notice" else None
        if role == "quiet":
            run.font.size = Pt(_BODY_PT - 2)
            run.font.color.rgb = RGBColor.from_string(LIGHT.muted.lstrip("#").upper())
        elif role == "lead":
            run.font.size = Pt(_BODY_PT + 2)
        return run

    def _linked(
        self, paragraph: WordParagraph, text: str, *, href: str = "", anchor: str = "", raised: bool = False
    ) -> None:
        """A link to an address outside, or to a bookmark inside the file."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import RGBColor

        link = OxmlElement("w:hyperlink")
        if href:
            target = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), target)
        else:
            link.set(qn("w:anchor"), anchor)
        run = self._run(paragraph, text)
        run.font.superscript, run.font.underline = raised or None, None if raised else True
        run.font.color.rgb = RGBColor.from_string(LIGHT.accent.lstrip("#").upper())
        link.append(run._r)
        paragraph._p.append(link)

    @staticmethod
    def _bookmark(paragraph: WordParagraph, number: int) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for name in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(name)
            mark.set(qn("w:id"), str(number))
            if name.endswith("Start"):
                mark.set(qn("w:name"), f"not{number}")
            paragraph._p.append(mark)

    def _table(self, table: Table) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.oxml import OxmlElement

        made = self._word.add_table(rows=0, cols=len(table.columns), style="Table Grid")
        for n, row in enumerate((table.columns, *table.rows)):
            for column, cell in enumerate(made.add_row().cells):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = 0
                self._run(paragraph, row[column], bold=n == 0)
                if _numeric(table, column):
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        # The first row is the head: repeated on each page and read aloud with its cells.
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _numeric(table: Table, column: int) -> bool:
    """Whether a column holds numbers alone, and so stands to the right."""
    return bool(table.numbers) and not any(isinstance(row[column], str) for row in table.numbers)
