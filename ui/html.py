"""Small pieces of HTML, always escaped. Streamlit cleans what it is given once more (no SVG, no scripts)."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from html import escape

from crimestats.charts.model import Table
from crimestats.charts.table import html_table
from crimestats.charts.theme import css_variables

# All ASCII punctuation may be escaped with a backslash.
_MARKDOWN = re.compile(r"[!-/:-@\[-`{-~]")
_PROPERTY = re.compile(r"var\((--[\w-]+)(?:,([^)]*))?\)")


def tag(name: str, *content: str, **attributes: str | bool | None) -> str:
    """``<name attributes>content</name>``. Content is HTML already; attribute values are escaped here.

    ``class_`` gives ``class`` and ``data_lang`` gives ``data-lang``; None and False leave an attribute out.
    """
    given = "".join(
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return f"<{name}{given}>{''.join(content)}</{name}>"


def text(words: object) -> str:
    """Plain words as HTML."""
    return escape(str(words))


def unmarked(words: str) -> str:
    """Plain words for a label that would otherwise take them for Markdown, such as a file's name."""
    return _MARKDOWN.sub(r"\\\g<0>", words)


def rows(cells: Iterable[Iterable[str]], cell: str = "td") -> str:
    """Table rows from cells that are HTML already; the first cell of each body row heads it."""
    return "".join(
        tag(
            "tr",
            *(
                tag("th", one, scope="row") if n == 0 and cell == "td" else tag(cell, one)
                for n, one in enumerate(row)
            ),
        )
        for row in cells
    )


def table(caption: str, columns: Iterable[str], body: Iterable[Iterable[str]], **attributes: str) -> str:
    """A real table in a region that scrolls sideways on its own and can be reached by keyboard."""
    head = tag("thead", tag("tr", *(tag("th", text(column), scope="col") for column in columns)))
    inner = tag("table", tag("caption", text(caption)), head, tag("tbody", rows(body)), **attributes)
    return scroll(inner, caption)


def scroll(inner: str, label: str) -> str:
    """Something wide that scrolls on its own, so that the page never scrolls sideways."""
    return tag("div", inner, class_="lb-scroll", role="group", aria_label=label, tabindex="0")


def details(summary: str, *content: str, id_: str | None = None) -> str:
    """Something that opens on demand, and by itself when a link leads into it."""
    return tag("details", tag("summary", text(summary)), *content, class_="lb-details", id_=id_)


def data_table(data: Table, lang: str) -> str:
    """A chart's or view's table, ready for the page."""
    return scroll(html_table(data, lang=lang), data.caption)


def svg_image(svg: str, alt: str, *, dark: bool, class_: str) -> str:
    """An inline SVG as an image: Streamlit lets no inline SVG through. Custom properties become values."""
    colours = css_variables(dark)
    svg = _PROPERTY.sub(lambda found: colours.get(found[1], found[2] or "none"), svg)
    svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    data = base64.b64encode(svg.encode()).decode()
    return f'<img class="{escape(class_)}" src="data:image/svg+xml;base64,{data}" alt="{escape(alt)}">'
