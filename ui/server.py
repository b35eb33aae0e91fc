"""What the server gets when it starts: addresses, middleware, the first load, words for our own faults."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from crimestats.i18n import texts
from crimestats.store import StoreError
from ui import first_start, state
from ui.components import notice, show
from ui.preparing import Preparing
from ui.web import middleware, routes

__all__ = ["lifespan", "middleware", "on_script_error", "routes"]
_LOG = logging.getLogger("lagesbild")


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Begin the first load as early as possible, and prepare what is published.

    A store that cannot be read is told on screen, not here.
    """
    try:
        first_start.begin()
    except (StoreError, OSError):
        _LOG.exception("store")
    preparing = Preparing()
    preparing.start()
    yield
    preparing.end()


def on_script_error(fault: Exception) -> bool:
    """Say in plain words that something went wrong; the trace goes to the server's log only."""
    _LOG.error("page", exc_info=fault)
    say = texts(state.language())
    if isinstance(fault, StoreError) and fault.code in say:
        show(notice(say(fault.code, **fault.values), "fault"))
    else:
        show(notice(say("app.our_fault"), "fault"))
    return True
