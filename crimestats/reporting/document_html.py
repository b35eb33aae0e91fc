"""A document as HTML: its blocks for the screen, and one page that stands alone, without scripts."""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from functools import singledispatch
from html import escape

from crimestats.charts.image import svg
from crimestats.charts.table import html_table
from crimestats.i18n import texts
from crimestats.reporting.document import (
    Block,
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
from crimestats.reporting.html import page

# Quotes that a writer wrote are escaped, so this is never text.
_REFERENCE = re.compile(r' id="ref-\d+"')


def document_html(document: Document) -> str:
    """The whole document as one page: no scripts, no other hosts, made to be printed."""
    inside = f"<h1>{escape(document.title)}</h1>\n" + blocks_html(document.blocks, document.lang)
    return page(document.title, inside, document.lang)


def blocks_html(blocks: tuple[Block, ...], lang: str) -> str:
    """Blocks as HTML, all text escaped."""
    seen: set[str] = set()

    def once(found: re.Match[str]) -> str:
        """The way back leads to the first of several references to a note."""
        new = found[0] not in seen
        seen.add(found[0])
        return found[0] if new else ""

    return _REFERENCE.sub(once, "\n".join(_block(block, lang) for block in blocks))


def spans_html(spans: Spans) -> str:
    """A paragraph's inside."""
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if span.note:
        return f'<sup><a href="#not-{span.note}" id="ref-{span.note}">{span.note}</a></sup>'
    text = escape(span.text)
    text = f"<strong>{text}</strong>" if span.bold else text
    return f'<a href="{escape(span.href)}" rel="noreferrer">{text}</a>' if span.href else text


def _block(block: Block, lang: str) -> str:
    if isinstance(block, TableBlock):
        return _table(block, lang)
    return _notes(block, lang) if isinstance(block, Notes) else _words(block)


@singledispatch
def _words(block: Block) -> str:
    """A block that says nothing of its own in the document's language."""
    raise TypeError(f"no block: {block!r}")


@_words.register
def _(block: Heading) -> str:
    return f"<h{block.level}>{escape(block.text)}</h{block.level}>"


@_words.register
def _(block: Paragraph) -> str:
    role = f' class="{escape(block.role)}"' if block.role else ""
    return f"<p{role}>{spans_html(block.spans)}</p>"


@_words.register
def _(block: Items) -> str:
    kind = "ol" if block.numbered else "ul"
    return f"<{kind}>{''.join(f'<li>{spans_html(item)}</li>' for item in block.items)}</{kind}>"


@_words.register
def _(block: Figure) -> str:
    return f"<figure>{svg(block.chart)}</figure>"


@_words.register
def _(block: Picture) -> str:
    source = base64.b64encode(block.png).decode()
    below = f"<figcaption>{escape(block.caption)}</figcaption>" if block.caption else ""
    alt = escape(block.alt)
    return f'<figure><img src="data:image/png;base64,{source}" alt="{alt}">{below}</figure>'


def _table(block: TableBlock, lang: str) -> str:
    name = escape(block.table.caption)
    inside = html_table(block.table, lang=lang)
    return f'<div class="scroll lb-scroll" role="group" aria-label="{name}" tabindex="0">{inside}</div>'


def _notes(block: Notes, lang: str) -> str:
    return f"<h2>{escape(block.heading)}</h2>{notes_html(block.items, lang)}"


def notes_html(items: Sequence[Spans], lang: str) -> str:
    """Notes as a numbered list, each with the way back to where it is referred to."""
    told = (f'<li id="not-{n}">{spans_html(item)} {_back(n, lang)}</li>' for n, item in enumerate(items, 1))
    return f'<ol class="notes">{"".join(told)}</ol>'


def _back(number: int, lang: str) -> str:
    label = escape(texts(lang)("document.back", n=number))
    return f'<a href="#ref-{number}" aria-label="{label}">↩</a>'
