"""One store: asks named questions of the live version, and appends by publishing the next one."""

from __future__ import annotations

import contextlib
import errno
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from crimestats import config
from crimestats.store import blobs, files, schema
from crimestats.store.errors import StoreError
from crimestats.store.questions import question
from crimestats.store.writer import Writer, as_dicts

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")

# A version can be replaced and removed between reading the pointer and opening the file. Each further try
# needs yet another publish in those microseconds.
_OPEN_TRIES = 20
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    # No extensions fetched, no other files read: a store never reaches outside its own file.
    "autoinstall_known_extensions": "false",
    "enable_external_access": "false",
    # A quarter of the usual: a small store is a third of the size, one of 10 million counts no slower.
    "default_block_size": "65536",
}
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FULL_WORDS = ("No space left", "File too large", "Disk quota")


class Store:
    """A folder of versions. Safe to share between threads; get one from :func:`open_store`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._guard = threading.Lock()
        self._opened: _Opened | None = None

    @property
    def version(self) -> str:
        """Name of the live version: one tiny read, and the key that caches hang on."""
        return files.live(self.folder)

    def rows(self, name: str, /, **values: object) -> list[dict[str, Any]]:
        """The answer to the question in ``queries/<name>.sql``, one dictionary per row.

        Raises:
            TypeError: when a value is missing or unknown to the question.
            StoreError: when the store cannot be read.
        """
        return as_dicts(self._ask(name, values))

    def columns(self, name: str, /, **values: object) -> dict[str, tuple[Any, ...]]:
        """The same answer, one tuple per column: quicker where there are thousands of rows."""
        answer = self._ask(name, values)
        names = [column[0] for column in answer.description or ()]
        held = answer.fetchall()
        return dict(zip(names, zip(*held, strict=True), strict=True)) if held else dict.fromkeys(names, ())

    def frame(self, name: str, /, **values: object) -> pd.DataFrame:
        """The same answer as a pandas table."""
        return self._ask(name, values).df()

    def append(self, work: Callable[[Writer], T]) -> T:
        """Do the work in one transaction and publish it as the next version.

        When ``work`` raises, or the process dies, nothing is published and the live version is as it was.

        Raises:
            StoreError: ``store.busy``, ``store.disk_full``, ``store.newer``, or a rule the rows broke.
        """
        with _told(self.folder), files.locked(self.folder), files.draft_of(self.folder) as draft:
            result = _write(draft, work)
            files.publish(self.folder, draft)
            blobs.clean(self.folder)
            return result

    def put_bytes(self, data: bytes) -> str:
        """Keep a file's bytes beside the store and give their SHA-256 in hex."""
        with _told(self.folder):
            return blobs.put(self.folder, data)

    def get_bytes(self, sha256: str) -> bytes:
        """The bytes kept under a fingerprint.

        Raises:
            StoreError: ``store.file_missing`` or ``store.file_damaged``.
        """
        return blobs.get(self.folder, sha256)

    def ensure(self) -> None:
        """Create the store where there is none, repair a lost pointer, upgrade an older schema."""
        with _told(self.folder):
            self.folder.mkdir(parents=True, exist_ok=True)
        if not files.has_store(self.folder):
            self._create()
        elif self._live().schema_version < schema.newest():
            self.append(lambda _: None)

    def _create(self) -> None:
        with _told(self.folder), files.locked(self.folder):
            whole = files.newest_whole(self.folder)
            if files.has_store(self.folder):  # another process was quicker
                return
            if whole:
                files.point(self.folder, whole)
        if not whole:
            self.append(lambda _: None)

    def _ask(self, name: str, values: dict[str, object]) -> duckdb.DuckDBPyConnection:
        asked = question(name)
        bound = asked.bind(values)
        try:
            return self._cursor().execute(asked.sql, bound)
        except duckdb.IOException as fault:  # a damaged block is found when it is read, not before
            raise _unreadable(self.folder, str(fault)) from fault

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor of its own for each call: a connection shared by threads gives silently wrong rows."""
        return self._live().connection.cursor()

    def _live(self) -> _Opened:
        """The live version, opened once per process and version."""
        for _ in range(_OPEN_TRIES):
            version = self.version
            with self._guard:
                try:
                    if self._opened is None or self._opened.version != version:
                        self._opened = _open_version(self.folder, version)
                    return self._opened
                except duckdb.IOException as fault:
                    if self.version == version:
                        raise _unreadable(self.folder, str(fault)) from fault
        raise _unreadable(self.folder, "replaced faster than it could be opened")


def _unreadable(folder: Path, why: str) -> StoreError:
    return StoreError("store.unreadable", place=str(folder), why=why)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A version open for reading. Dropped, never closed, when a newer one comes: its cursors live on."""

    version: str
    schema_version: int
    connection: duckdb.DuckDBPyConnection


def _open_version(folder: Path, version: str) -> _Opened:
    path = files.path_of(folder, version)
    connection = duckdb.connect(str(path), read_only=True, config=_CONFIG)
    connection.execute("SET GLOBAL TimeZone = 'UTC'")
    held = schema.version_of(connection)
    schema.check_readable(held)
    return _Opened(version, held, connection)


def _write(draft: Path, work: Callable[[Writer], T]) -> T:
    connection = duckdb.connect(str(draft), config=_CONFIG)
    try:
        connection.execute("SET GLOBAL TimeZone = 'UTC'")
        connection.execute("BEGIN")
        schema.migrate(connection)
        writer = Writer(connection)
        result = work(writer)
        writer.finish()
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")
    finally:
        connection.close()
    return result


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Faults of disk and rights as the store's own error, in words that say what to do."""
    try:
        yield
    except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as fault:
        full = any(words in str(fault) for words in _FULL_WORDS)
        code = "store.disk_full" if full else "store.write_failed"
        raise StoreError(code, place=str(folder), why=str(fault)) from fault
    except OSError as fault:
        raise StoreError(_code_of(fault), place=str(folder), why=str(fault)) from fault


def _code_of(fault: OSError) -> str:
    if fault.errno in _FULL:
        return "store.disk_full"
    if isinstance(fault, FileExistsError | NotADirectoryError):
        return "store.no_folder"
    return "store.not_writable" if isinstance(fault, PermissionError) else "store.write_failed"


_stores: dict[Path, Store] = {}
_stores_guard = threading.Lock()


def open_store(place: str | None = None) -> Store:
    """The store at a place, created if absent; one object per place and process.

    Args:
        place: a folder; None = ``CRIMESTATS_STORE`` or ``data/store``.

    Raises:
        StoreError: ``store.shared`` for a ``ducklake:`` address, ``store.no_folder``, ``store.not_writable``,
            ``store.newer`` when a newer program wrote it.
    """
    address = place or config.store_place()
    if address.startswith("ducklake:"):
        raise StoreError("store.shared", place="ducklake")
    folder = Path(address).expanduser().resolve()
    with _stores_guard:
        store = _stores.setdefault(folder, Store(folder))
    store.ensure()
    return store
