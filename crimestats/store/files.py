"""The folder of a store: versions, the pointer to the live one, the lock, and what a killed process left.

- ``CURRENT``: one line, the name of the live version
- ``v-<ns>.duckdb``: whole, published versions; the live one, and for a moment its predecessor
- ``new-<ns>.duckdb``: a version being written; an orphan when its writer was killed
- ``LOCK``: held by the one process that writes
- ``files/ab/abcd…``: uploaded bytes by fingerprint (``crimestats.store.blobs``)
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from crimestats.store.errors import StoreError

LOCK_SECONDS = 30.0
_POLL_SECONDS = 0.01
_VERSION = re.compile(r"v-\d+")


def live(folder: Path) -> str:
    """Name of the live version; one small read.

    Raises:
        StoreError: ``store.missing`` when the folder holds no store, ``store.unreadable`` when the pointer
            names none.
    """
    try:
        name = (folder / "CURRENT").read_text(encoding="ascii", errors="replace").strip()
    except FileNotFoundError:
        raise StoreError("store.missing", place=str(folder)) from None
    if not _VERSION.fullmatch(name):
        raise StoreError("store.unreadable", place=str(folder), why=f"CURRENT: {name[:40]!r}")
    return name


def path_of(folder: Path, version: str) -> Path:
    return folder / f"{version}.duckdb"


@contextlib.contextmanager
def locked(folder: Path, seconds: float | None = None) -> Iterator[None]:
    """Hold the writer's lock. The kernel lets go of it when its holder dies, however it dies.

    Raises:
        StoreError: ``store.busy`` when another writer keeps it longer than ``seconds``.
    """
    limit = LOCK_SECONDS if seconds is None else seconds
    handle = os.open(folder / "LOCK", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        deadline = time.monotonic() + limit
        while not _try_lock(handle):
            if time.monotonic() >= deadline:
                raise StoreError("store.busy", seconds=round(limit))
            time.sleep(_POLL_SECONDS)
        yield
    finally:
        os.close(handle)


def _try_lock(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def draft_of(folder: Path) -> Iterator[Path]:
    """A copy of the live version to write in (no file yet where there is none), gone afterwards unless
    published. Needs the lock."""
    clean(folder)
    draft = folder / f"new-{time.time_ns()}.duckdb"
    try:
        if has_store(folder):
            shutil.copyfile(path_of(folder, live(folder)), draft)
        yield draft
    finally:
        for file in (draft, _log_of(draft)):
            file.unlink(missing_ok=True)


def publish(folder: Path, draft: Path) -> str:
    """Make a closed draft the live version and give its name. Needs the lock.

    The order is what makes a kill harmless: bytes on disk, then its final name, then the pointer to it.
    """
    version = f"v-{max(time.time_ns(), _last_number(folder) + 1)}"
    if _log_of(draft).exists():  # rows that the file itself does not hold yet
        raise OSError(errno.EIO, "the draft was not written out", str(draft))
    _sync(draft)
    os.rename(draft, path_of(folder, version))
    try:
        point(folder, version)
    except BaseException:
        if live(folder) != version:
            path_of(folder, version).unlink()
        raise
    # The predecessor goes at once: who has it open keeps it, who was about to reads the pointer again.
    with contextlib.suppress(OSError):
        clean(folder)
    return version


def point(folder: Path, version: str) -> None:
    """Let ``CURRENT`` name a version, all or nothing, also through a power cut."""
    write_whole(folder / "CURRENT", f"{version}\n".encode("ascii"))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that its name only ever holds all of it."""
    draft = path.with_name(f"tmp-{os.getpid()}-{time.time_ns()}")
    try:
        with open(draft, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync(path.parent)


def clean(folder: Path) -> None:
    """Remove what is neither live nor needed: earlier versions, and drafts of killed writers. Needs the lock.

    Does nothing without a pointer: then the versions are all there is.

    Raises:
        StoreError: ``store.unreadable`` when the live version itself is gone; then nothing is removed.
    """
    if not has_store(folder):
        return
    kept = path_of(folder, live(folder)).name
    if not (folder / kept).exists():
        raise StoreError("store.unreadable", place=str(folder), why=f"{kept} is gone")
    for pattern in ("v-*.duckdb", "new-*.duckdb", "*.duckdb.wal", "tmp-*"):
        for file in folder.glob(pattern):
            if file.name != kept:
                file.unlink(missing_ok=True)


def has_store(folder: Path) -> bool:
    return (folder / "CURRENT").exists()


def newest_whole(folder: Path) -> str | None:
    """The newest version file, for a folder whose pointer is lost: a file gets its name only when whole."""
    names = sorted(folder.glob("v-*.duckdb"), key=lambda file: int(file.stem[2:]))
    return names[-1].stem if names else None


def _log_of(draft: Path) -> Path:
    """Where DuckDB logs what it has not yet written into the file itself."""
    return draft.with_name(f"{draft.name}.wal")


def _last_number(folder: Path) -> int:
    newest = newest_whole(folder)
    return int(newest[2:]) if newest else 0


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
