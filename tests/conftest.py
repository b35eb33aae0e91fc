"""Fixtures shared by every test: an empty store of its own, and a way to fill one with a few rows."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from crimestats.store import Store, Writer, open_store
from crimestats.weeks import IsoWeek, parse_week

RECEIVED = datetime(2021, 11, 29, 8, 0, tzinfo=UTC)
Count = tuple[Any, ...]  # (week, category, count) or (week, category, count, injured_party)


def append_counts(
    store: Store,
    counts: Iterable[Count],
    *,
    area: str = "Lysekil",
    received_at: datetime = RECEIVED,
    source: str = "police",
    **upload: Any,
) -> int:
    """Append one upload with rows such as ``("2021-W43", "total", 42)`` and give its number.

    ``upload`` may name ``file_name``, ``sender``, ``layout``, ``comment`` and ``sample``. Cells are B2, B3, …
    of sheet ``Blad1``; a fourth value of a row is its injured party.
    """
    rows = list(counts)

    def work(writer: Writer) -> int:
        number = writer.next_id("upload")
        row = {"id": number, "sha256": f"{number:064x}", "file_name": f"fil{number}.xlsx"}
        writer.insert("upload", [{**row, "received_at": received_at, **upload}])
        seen = [_observation(number, area, source, n, count) for n, count in enumerate(rows)]
        writer.insert("observation", seen)
        return number

    return store.append(work)


def _observation(upload: int, area: str, source: str, n: int, row: Count) -> dict[str, Any]:
    week = row[0] if isinstance(row[0], IsoWeek) else parse_week(row[0])
    return {
        "upload_id": upload, "area": area, "source": source,
        "iso_year": week.year, "iso_week": week.week, "week": week.ordinal,
        "category": row[1], "injured_party": row[3] if len(row) > 3 else "", "count": row[2],
        "sheet": "Blad1", "cell": f"B{n + 2}",
    }  # fmt: skip


@pytest.fixture(scope="session")
def _empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once and copied: creating the tables takes longer than most tests."""
    return open_store(str(tmp_path_factory.mktemp("empty") / "store")).folder


@pytest.fixture
def store(tmp_path: Path, _empty_store: Path) -> Store:
    """An empty store of the test's own."""
    return open_store(str(shutil.copytree(_empty_store, tmp_path / "store")))


@pytest.fixture
def add_counts() -> Callable[..., int]:
    """:func:`append_counts` as a fixture: ``add_counts(store, rows, area=…, received_at=…) -> upload id``."""
    return append_counts
