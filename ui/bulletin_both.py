"""Two people's texts of a section side by side, and what one can make of them; how a comparison is shown."""

from __future__ import annotations

import streamlit as st

from crimestats.i18n import texts
from crimestats.reporting.bulletin_view import BulletinView
from crimestats.reporting.compare import Change, compare, merge
from crimestats.store.bulletins import Version
from ui import bulletin_drafts as drafts
from ui.components import notice, show
from ui.html import tag, text


def two_texts(view: BulletinView, section: str, other: Version) -> None:
    """Both texts side by side, each against what both began from; nothing is lost whatever is chosen."""
    bulletin, key = view.bulletin, view.bulletin.key
    say, draft = texts(key.lang), drafts.draft_of(bulletin, section)
    base = next((one.body for one in bulletin.history(section) if one.id == draft.base), "")
    show(notice(say("bulletin.conflict", author=other.author), "question"))
    mine = _against(say("bulletin.both.mine"), compare(base, draft.body), key.lang)
    show(
        tag(
            "div",
            mine,
            _against(say("bulletin.both.theirs", who=other.author), compare(base, other.body), key.lang),
            class_="lb-pair",
        )
    )
    merged = merge(base, draft.body, other.body)
    with st.container(horizontal=True, key="bulletin-both"):
        choices = {"merge": merged.text, "keep": draft.body}
        for name, words in choices.items():
            st.button(
                say(f"bulletin.both.{name}"),
                key=f"bulletin-both-{name}",
                on_click=drafts.replace_text,
                args=(bulletin, section, words),
                kwargs={"merged": True, "base": other.id},
            )
        st.button(
            say("bulletin.both.take", who=other.author),
            key="bulletin-both-take",
            on_click=drafts.drop,
            args=(key, section),
        )
    if not merged.clean:
        show(tag("p", text(say("bulletin.both.unclean")), class_="lb-quiet"))


def _against(title: str, changes: tuple[Change, ...], lang: str) -> str:
    return tag("section", tag("h3", text(title)), changes_html(changes, lang), class_="lb-card")


def changes_html(changes: tuple[Change, ...], lang: str) -> str:
    """A comparison: added words underlined, removed ones struck out, and told to one who hears it."""
    say, names = texts(lang), {"added": "ins", "removed": "del"}

    def piece(change: Change) -> str:
        if change.kind not in names:
            return text(change.text)
        told = tag("span", text(say(f"bulletin.compare.{change.kind}")), " ", class_="lb-hidden")
        return tag(names[change.kind], told, text(change.text))

    return tag("div", *map(piece, changes), class_="lb-compare")
