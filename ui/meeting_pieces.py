"""A slide as pieces of the screen, the same on the desk and on the projector: arranges, phrases nothing."""

from __future__ import annotations

import streamlit as st

from crimestats.i18n import texts
from crimestats.reporting.meeting.decisions import status_of
from crimestats.reporting.meeting.model import Decision, MeetingView, Slide
from ui.charts import plot
from ui.components import paragraphs, show
from ui.html import data_table, details, tag, text


def heading(slide: Slide, level: str, number: int = 0) -> str:
    """The finding and the count behind it. ``number``: told to the script that moves the focus."""
    attributes = {"tabindex": "-1", "data_slide": f"{number} {slide.key}"} if number else {}
    lead = tag("p", text(slide.lead), class_="lb-slide-lead") if slide.lead else ""
    return tag("div", tag(level, text(slide.title), **attributes), lead, class_="lb-slide-head")


def picture(slide: Slide, lang: str, *, stage: bool = False) -> None:
    """The slide's chart, table or earlier decisions; then its sentences."""
    if slide.chart:
        plot(slide.chart, stage=stage)
        if not stage:
            show(details(texts(lang)("app.as_table"), data_table(slide.chart.table, lang)))
    if slide.table:
        show(data_table(slide.table, lang))
    if slide.decisions:
        show(tag("div", *(_followed(one, lang) for one in slide.decisions), class_="lb-followed"))
    if slide.sentences:
        show(paragraphs(slide.sentences, "lb-slide-words"))


def _followed(decision: Decision, lang: str) -> str:
    """One earlier decision with its outcome."""
    return tag(
        "section",
        tag("p", tag("strong", text(decision.body)), class_="lb-decision"),
        tag("p", text(line(decision, lang)), class_="lb-quiet"),
        tag("p", text(" ".join(decision.outcome))) if decision.outcome else "",
    )


def line(decision: Decision, lang: str) -> str:
    """Responsible, due and status in one line."""
    return texts(lang)(
        "meeting.decision.line",
        responsible=decision.responsible,
        due=decision.due_text,
        status=status_of(decision),
    )


def pinned(found: MeetingView, slide: Slide, level: str = "h2") -> str:
    """The decisions that rest on a slide, each with what is known of it now."""
    say, taken = texts(found.lang), found.pinned(slide.key)
    items = "".join(tag("li", _decision(one, found)) for one in taken)
    listed = tag("ul", items, class_="lb-decisions") if items else ""
    none = "" if items else tag("p", text(say("meeting.decision.none")), class_="lb-quiet")
    return tag("div", tag(level, text(say("meeting.decision.title"))), listed, none, class_="lb-pinned")


def _decision(decision: Decision, found: MeetingView) -> str:
    now = found.known.of(f"decision:{decision.id}") if found.known else ()
    return (
        tag("p", text(decision.body), class_="lb-decision")
        + tag("p", text(line(decision, found.lang)), class_="lb-quiet")
        + "".join(tag("p", text(words), class_="lb-aside") for words in now)
    )


def known(found: MeetingView, slide: Slide) -> str:
    """What is known now of a frozen slide; that nothing has changed is said once, in the heading."""
    told = found.known.of(slide.key) if found.known else ()
    if not told:
        return ""
    heading_ = tag("h3", text(texts(found.lang)("meeting.now_known")))
    return tag("div", heading_, *(tag("p", text(words)) for words in told), class_="lb-known")


def card(found: MeetingView, slide: Slide) -> None:
    """The slide on the desk."""
    with st.container(key=f"card-slide-{slide.key}".replace(":", "-")):
        show(heading(slide, "h2"))
        picture(slide, found.lang)
        show(known(found, slide), tag("p", text(found.seen.source), class_="lb-quiet lb-notes"))
