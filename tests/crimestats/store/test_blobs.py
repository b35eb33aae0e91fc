"""Uploaded bytes by fingerprint."""

from __future__ import annotations

import hashlib
import os

import pytest

from crimestats.store import Store, StoreError


def test_bytes_come_back_and_are_kept_once(store: Store) -> None:
    data = os.urandom(5000)
    fingerprint = store.put_bytes(data)
    assert fingerprint == hashlib.sha256(data).hexdigest() == store.put_bytes(data)
    assert store.get_bytes(fingerprint) == data
    assert len([file for file in (store.folder / "files").rglob("*") if file.is_file()]) == 1


@pytest.mark.parametrize("fingerprint", ["a" * 64, "../../CURRENT", "", "A" * 64])
def test_unknown_fingerprints_are_told(store: Store, fingerprint: str) -> None:
    with pytest.raises(StoreError) as caught:
        store.get_bytes(fingerprint)
    assert caught.value.code == "store.file_missing"


def test_damage_is_told_and_mended_by_the_same_bytes(store: Store) -> None:
    fingerprint = store.put_bytes(b"week;count\n")
    path = store.folder / "files" / fingerprint[:2] / fingerprint
    path.write_bytes(b"week")
    with pytest.raises(StoreError) as caught:
        store.get_bytes(fingerprint)
    assert caught.value.code == "store.file_damaged"
    store.put_bytes(b"week;count\n")
    assert store.get_bytes(fingerprint) == b"week;count\n"


def test_half_files_of_killed_processes_go_but_young_ones_stay(store: Store) -> None:
    store.put_bytes(b"x")
    folder = next(file for file in (store.folder / "files").iterdir() if file.is_dir())
    old, young = folder / "tmp-1-1", folder / "tmp-2-2"
    for file in (old, young):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    store.append(lambda _: None)
    assert not old.exists()
    assert young.exists()
