"""What pages are made of: headline, cards, notices, tables, tiles. HTML in, one Streamlit element out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from crimestats.i18n import texts
from ui.html import tag, text


def show(*html: str) -> None:
    """Put pieces of HTML on screen as one element."""
    st.html("".join(html))


def dark() -> bool:
    """Whether the reader's screen is in dark mode."""
    return st.context.theme.type == "dark"


def narrow() -> bool:
    """Whether the reader's screen was narrow when the page was opened (ui/static/app.js says so)."""
    return st.context.cookies.get("lagesbild_narrow") == "1"


def brand(area: str, lang: str) -> str:
    """The product's name and the area, in the header. Carries the language for the page's script."""
    name = texts(lang)("app.name")
    # The navigation begins where the brand ends; its letters are about 0.56 rem wide.
    width = min(22.0, 2.5 + 0.56 * (len(name) + 1 + len(area)))
    place = tag("style", f":root {{--brand: {width:.1f}rem}}")
    return place + tag("p", tag("strong", text(name)), " ", text(area), class_="lb-brand", data_lang=lang)


def headline(title: str, subtitle: str = "", remarks: Sequence[str] = ()) -> str:
    """The page's one h1; a line below it; what must be known before reading on."""
    below = tag("p", text(subtitle), class_="lb-subtitle") if subtitle else ""
    asides = "".join(tag("p", text(remark), class_="lb-aside") for remark in remarks)
    return tag("div", tag("h1", text(title)), below, asides, class_="lb-headline")


def notice(words: str, kind: str = "info") -> str:
    """One sentence to be seen. ``kind``: info, question or fault; the words say it, the colour repeats it."""
    return tag("p", text(words), class_=f"lb-notice lb-{kind}", role="status")


def empty_state(title: str, words: str, *, busy: bool = False) -> str:
    """What will be here and what to do; ``busy`` while the product is at work."""
    bar = tag("div", class_="lb-busy", role="progressbar", aria_label=title) if busy else ""
    return tag(
        "section", tag("h1", text(title)), tag("p", text(words)), bar, class_="lb-empty", aria_live="polite"
    )


def card_title(title: str, subtitle: str = "") -> str:
    """The heading of a card: h2 and a quiet line."""
    return tag("h2", text(title)) + (tag("p", text(subtitle), class_="lb-quiet") if subtitle else "")


def paragraphs(sentences: Sequence[str], class_: str | None = None) -> str:
    """Sentences as one paragraph; nothing when there are none."""
    return tag("p", text(" ".join(sentences)), class_=class_) if sentences else ""


def bullets(items: Sequence[str]) -> str:
    """A list of plain sentences; nothing when there are none."""
    return tag("ul", *(tag("li", text(item)) for item in items), class_="lb-list") if items else ""
