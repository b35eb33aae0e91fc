"""Verdicts kept beside a version of the store: read by who needs them, written by who prepared it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from crimestats.analysis import kept
from crimestats.analysis.kept_file import from_bytes, to_bytes
from crimestats.store import Store
from crimestats.store.derived import derived, keep_derived


@lru_cache(maxsize=8)
def recall(store: Store, version: str) -> int:
    """Take in what is kept beside a version, once per process; how many series that were."""
    held = from_bytes(derived(store, version) or b"")
    kept.remember(held.items())
    return len(held)


def keep(store: Store, version: str, fingerprints: Iterable[str]) -> None:
    """Write verdicts beside a version."""
    keep_derived(store, version, to_bytes(kept.entries(fingerprints)))
