"""First start: an empty store is filled with the sample data, through the same door as any upload.

The server starts the load when it starts, so that it is often done before the browser has opened.
"""

from __future__ import annotations

import functools
import threading
from subprocess import TimeoutExpired

import streamlit as st

from crimestats.config import settings, store_place
from crimestats.i18n import texts
from ui import cache
from ui.components import empty_state, notice, show
from ui.etl_process import run_etl

_LONGEST = 120  # seconds


class SampleLoad:
    """One load of the sample data into one store, in the background."""

    def __init__(self, place: str) -> None:
        self.place, self.fault = place, ""
        self.thread = threading.Thread(target=self._load, daemon=True, name="sample-load")
        self.thread.start()

    def _load(self) -> None:
        try:
            done = run_etl("sample", seconds=_LONGEST)
            self.fault = "" if done.code == 0 else done.message or str(done.code)
        except (OSError, TimeoutExpired) as fault:
            self.fault = str(fault)

    @property
    def running(self) -> bool:
        return self.thread.is_alive()


_load_of = functools.cache(SampleLoad)


def begin() -> SampleLoad | None:
    """Start the load if the store is empty and sample data are wanted; None when there is nothing to do."""
    if not settings().load_sample or cache.has_uploads():
        return None
    return _load_of(store_place())


def wait(lang: str) -> None:
    """Show how it goes until the sample data are in; returns at once in every later run."""
    load = begin()
    if load is None:
        return
    say = texts(lang)
    if load.running:
        place = st.empty()
        with place.container():
            show(empty_state(say("app.first_start.title"), say("app.first_start.text"), busy=True))
        load.thread.join(_LONGEST)
        place.empty()
    if load.fault:
        show(notice(say("app.first_start.failed")))
