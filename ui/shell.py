"""What surrounds every page: the router, the brand, the filter bar, and the one way in to a page."""

from __future__ import annotations

from contextvars import ContextVar

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from crimestats.config import ROOT
from crimestats.i18n import texts
from crimestats.periods import Period
from ui import filterbar, first_start, state
from ui.address import View
from ui.components import empty_state, notice, show
from ui.pages import PAGES, START
from ui.web.assets import icon_path

# Set while the router runs a page. A script run has a context of its own, so nobody inherits it.
_view: ContextVar[View | None] = ContextVar("view", default=None)


def run() -> None:
    """One run of the entry script: everything always visible, then the page."""
    lang = state.language()
    page = router(lang)
    say = texts(lang)
    st.set_page_config(
        page_title=f"{page.title} · {say('app.name')}",
        page_icon=str(icon_path()),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    first_start.wait(lang)
    state.adopt_address()
    offered = state.choices()
    state.settle(offered)
    view = filterbar.draw(offered)
    state.write_address(view, page.url_path)
    for text in state.notices():
        show(notice(text))
    _view.set(view)
    page.run()


def router(lang: str) -> StreamlitPage:
    """The flat top navigation; returns the page asked for."""
    say = texts(lang)
    pages = [
        st.Page(
            ROOT / "pages" / f"{name}.py",
            title=say(f"app.page.{name}"),
            url_path=name,
            default=name == START,
        )
        for name in PAGES
    ]
    return st.navigation(pages, position="top")


def guard() -> View:
    """The view of this run. A page that the router did not start shows nothing but the way back.

    Streamlit can run a file of ``pages/`` directly when its address is opened before any session has met the
    router; this is the second of two locks (the first stands in dashboard.py).
    """
    view = _view.get()
    if view is None:
        say = texts(state.language())
        show(notice(say("app.not_through_router")))
        st.stop()
    return view


def guard_with_counts() -> tuple[View, Period]:
    """As :func:`guard`, for pages that show counts: says what to do while there are none."""
    view = guard()
    if view.period is None:
        say = texts(view.lang)
        show(empty_state(say("app.empty.title"), say("app.empty.text", area=view.area)))
        st.page_link(str(ROOT / "pages" / "upload.py"), label=say("app.empty.action"))
        st.stop()
    return view, view.period
