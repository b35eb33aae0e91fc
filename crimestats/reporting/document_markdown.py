"""A document as Markdown: for a mail, a wiki or a municipality's own publishing system."""

from __future__ import annotations

import re
from functools import singledispatch

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
from crimestats.reporting.markdown import escape, markdown_table

# How a list would begin, in Markdown or in our own light form of it.
_ITEM = re.compile(r"(\d{1,3}(?=[.)] )|(?=[-+:] ))")


def document_markdown(document: Document) -> str:
    """Title and blocks with an empty line between; a chart is told by its title and its table."""
    return "\n\n".join([f"# {escape(document.title)}", *map(_block, document.blocks)]) + "\n"


def spans_markdown(spans: Spans) -> str:
    """A paragraph's inside."""
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if span.note:
        return f"[^{span.note}]"
    text = escape(span.text)
    text = f"**{text}**" if span.bold and text.strip() else text
    return f"[{text}]({span.href})" if span.href else text


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(f"no block: {block!r}")


@_block.register
def _(block: Heading) -> str:
    return f"{'#' * block.level} {escape(block.text)}"


@_block.register
def _(block: Paragraph) -> str:
    inside = spans_markdown(block.spans)
    if block.role == "notice":
        return f"> {inside}"
    return _not_a_mark(inside)


@_block.register
def _(block: Items) -> str:
    marks = [f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1)]
    return "\n".join(f"{mark} {spans_markdown(item)}" for mark, item in zip(marks, block.items, strict=True))


@_block.register
def _(block: TableBlock) -> str:
    return f"{escape(block.table.caption)}\n\n{markdown_table(block.table)}"


@_block.register
def _(block: Figure) -> str:
    chart = block.chart
    return f"**{escape(chart.title)}**\n\n{escape(chart.sentence)}\n\n{markdown_table(chart.table)}"


@_block.register
def _(block: Picture) -> str:
    return "\n\n".join(escape(words) for words in (block.caption, block.alt) if words)


@_block.register
def _(block: Notes) -> str:
    items = (f"[^{n}]: {spans_markdown(item)}" for n, item in enumerate(block.items, 1))
    return "\n".join([f"## {escape(block.heading)}", "", *items])


def _not_a_mark(line: str) -> str:
    """A paragraph that begins as a list or a numbered item would, kept a paragraph."""
    found = _ITEM.match(line)
    return f"{found[1]}\\{line[found.end() :]}" if found else line
