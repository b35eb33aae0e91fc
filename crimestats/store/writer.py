"""What a piece of work may do inside one append: ask, insert rows, take numbers. Never change or remove."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import duckdb

from crimestats.categories import categories
from crimestats.clock import now
from crimestats.store.errors import StoreError
from crimestats.store.questions import question
from crimestats.store.rules import check_new_uploads

Row = Mapping[str, Any]


class Writer:
    """One transaction on the version being written. ``Store.append`` hands it to the work."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._columns: dict[str, dict[str, str]] = {}
        self._uploads_before = self.next_id("upload") - 1

    def rows(self, name: str, /, **values: object) -> list[dict[str, Any]]:
        """The answer to a named question, this transaction's own rows included."""
        asked = question(name)
        return as_dicts(self._connection.execute(asked.sql, asked.bind(values)))

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Append rows of like columns. A left-out column takes its default, a left-out ``id`` the next.

        Raises:
            TypeError: on an unknown table or column, or rows of differing columns.
            StoreError: ``store.refused_row`` when a value breaks a rule of the table.
        """
        if not rows:
            return
        held = self._columns_of(table)
        if table == "observation" and min(row["upload_id"] for row in rows) <= self._uploads_before:
            raise StoreError("store.old_upload", upload=min(row["upload_id"] for row in rows))
        names = list(rows[0])
        if unknown := set(names) - held.keys():
            raise TypeError(f"{table} has no column {sorted(unknown)}")
        if any(row.keys() != rows[0].keys() for row in rows):
            raise TypeError(f"rows for {table} differ in their columns")
        columns = {name: [row[name] for row in rows] for name in names}
        if "id" in held and "id" not in columns:
            first = self.next_id(table)
            columns["id"] = list(range(first, first + len(rows)))
        self._insert_columns(table, columns, held)

    def next_id(self, table: str) -> int:
        """The number that the next new row of a table gets. Stays the same until a row is inserted."""
        self._columns_of(table)
        found = self._connection.execute(f'SELECT coalesce(max(id), 0) + 1 FROM "{table}"').fetchone()  # noqa: S608
        return int(found[0]) if found else 1

    def moment(self) -> datetime:
        """Now, and later than every moment recorded so far, so that history stays in the order it happened
        also when a clock is set back. Take ``received_at`` from here."""
        row = self._connection.execute(
            'SELECT greatest((SELECT max(received_at) FROM upload), (SELECT max("at") FROM withdrawal))'
        ).fetchone()
        latest = row[0] if row else None
        return now() if latest is None else max(now(), latest + timedelta(microseconds=1))

    def audit(self, actor: str, action: str, what: str = "") -> None:
        """Note who did what, for example ``audit("anna", "upload.withdraw", "upload 12")``."""
        self.insert("audit", [{"actor": actor, "action": action, "object": what, "at": now()}])

    def finish(self) -> None:
        """What every append does last: check new uploads, register their areas, keep the category list."""
        first = self._uploads_before + 1
        check_new_uploads(self.rows, first)
        at = now()
        areas = self.rows("new_areas", first_upload=first)
        self.insert("area", [{**row, "recorded_at": at} for row in areas])
        self._keep_categories(at)

    def _keep_categories(self, at: datetime) -> None:
        fields = ("code", "sv", "en", "parent", "top", "derived", "valid_from")
        held = {tuple(row[name] for name in fields) for row in self.rows("category_list")}
        listed = [{name: getattr(category, name) for name in fields} for category in categories().values()]
        changed = [row for row in listed if tuple(row.values()) not in held]
        self.insert("category", [{**row, "recorded_at": at} for row in changed])

    def _columns_of(self, table: str) -> dict[str, str]:
        """Column → type. Checking it against the catalogue makes the name safe to write into SQL."""
        if table not in self._columns:
            found = self._connection.execute(
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $table",
                {"table": table},
            ).fetchall()
            if not found:
                raise TypeError(f"no table named {table!r}")
            self._columns[table] = dict(found)
        return self._columns[table]

    def _insert_columns(
        self, table: str, columns: Mapping[str, Sequence[object]], types: Mapping[str, str]
    ) -> None:
        """Whole columns bound as lists: a hundred times faster than row by row, and as safe."""
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join(f"unnest(${name}::{types[name]}[])" for name in columns)
        # Sorted by area and week, so that a question about one area skips most of a large file.
        order = " ORDER BY area, category, week" if table == "observation" else ""
        sql = f'INSERT INTO "{table}" ({names}) SELECT * FROM (SELECT {values}) AS t({names}){order}'  # noqa: S608
        try:
            self._connection.execute(sql, dict(columns))
        except (duckdb.ConstraintException, duckdb.ConversionException) as fault:
            raise StoreError("store.refused_row", table=table, why=str(fault)) from fault


def as_dicts(answer: duckdb.DuckDBPyConnection) -> list[dict[str, Any]]:
    """An executed query's rows as dictionaries."""
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
