"""Brings a DuckDB file to the newest schema, one numbered migration after the other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb

from crimestats.clock import now
from crimestats.store.errors import StoreError

FOLDER = Path(__file__).with_name("migrations")


@cache
def migrations() -> dict[int, Path]:
    """Every migration by number, in order."""
    files = sorted(FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return {int(file.name[:4]): file for file in files}


def newest() -> int:
    """The schema version that this program writes and reads."""
    return max(migrations())


def version_of(connection: duckdb.DuckDBPyConnection) -> int:
    """The schema version of an open file, 0 for an empty one."""
    try:
        row = connection.execute("SELECT max(schema_version) FROM meta").fetchone()
    except duckdb.CatalogException:  # quicker than asking the catalogue first, and readers never get here
        return 0
    return int(row[0] or 0) if row else 0


def check_readable(version: int) -> None:
    """Refuse a file that a newer program wrote.

    Raises:
        StoreError: ``store.newer``.
    """
    if version > newest():
        raise StoreError("store.newer", found=version, known=newest())


def migrate(connection: duckdb.DuckDBPyConnection, upto: int | None = None) -> None:
    """Apply the migrations that the file lacks, within the caller's transaction.

    Args:
        upto: stop at this schema version (tests build older files with it); None = the newest.

    Raises:
        StoreError: ``store.newer``.
    """
    held = version_of(connection)
    check_readable(held)
    for number, file in migrations().items():
        if held < number <= (upto or newest()):
            connection.execute(file.read_text(encoding="utf-8"))
            connection.execute(
                "INSERT INTO meta VALUES ($n, $name, $at)", dict(n=number, name=file.stem, at=now())
            )
