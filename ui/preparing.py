"""The server prepares each version of the store as soon as it is published, whoever published it."""

from __future__ import annotations

import logging
import threading

from crimestats.reporting.prepared import prepare
from crimestats.store import StoreError, open_store

# A look at the pointer is one tiny read.
_SECONDS = 1.0
_LOG = logging.getLogger("lagesbild")


class Preparing:
    """A thread that lives as long as the server."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="preparing")

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        self._ended.set()
        self._thread.join(5)

    def _run(self) -> None:
        done = ""
        while not self._ended.wait(_SECONDS):
            try:
                store = open_store()
                if store.version != done:
                    done = prepare(store)
            except StoreError:
                _LOG.exception("preparing")  # told on screen by whoever reads; tried again
            except Exception:
                _LOG.exception("preparing")
                return  # a fault of ours: the screens compute for themselves
