"""What was computed from a version, kept in a file beside it: ``v-<ns>.judged``.

Derived, so nothing hangs on it: it may be removed at any time, and a version without one is computed anew.
"""

from __future__ import annotations

import contextlib

from crimestats.store import files
from crimestats.store.store import Store

_ENDING = ".judged"


def derived(store: Store, version: str) -> bytes | None:
    """What is kept beside a version; None where nothing is."""
    try:
        return (store.folder / f"{version}{_ENDING}").read_bytes()
    except OSError:
        return None


def keep_derived(store: Store, version: str, data: bytes) -> None:
    """Keep it, whole or not at all; what was derived from earlier versions goes.

    A folder that cannot be written to is no fault: then it is computed when it is asked for.
    """
    with contextlib.suppress(OSError):
        files.write_whole(store.folder / f"{version}{_ENDING}", data)
        for file in store.folder.glob(f"v-*{_ENDING}"):
            if file.stem != version:
                file.unlink(missing_ok=True)
