"""The data dictionary, written from the comments in the schema: ``python -m crimestats.store.dictionary``."""

from __future__ import annotations

import itertools
import sys
import tempfile

from crimestats.store.store import Store, open_store

_HEAD = """# Data dictionary

The tables of the store, as the schema itself describes them (`crimestats/store/migrations`). Made by
`python -m crimestats.store.dictionary > docs/data_dictionary.md`; a test holds it true.

Weeks stand as one number, whole weeks since Monday 1 January of year 1 (`IsoWeek.ordinal`), so that weeks in
a row differ by one also over a week 53. Moments are in UTC. Nothing is ever changed or removed.
"""


def data_dictionary(store: Store) -> str:
    """The tables, columns and macros of a store as Markdown."""
    parts = [_HEAD]
    for (name, comment), columns in itertools.groupby(
        store.rows("schema_comments"), key=lambda row: (row["table_name"], row["table_comment"])
    ):
        rows = [f"| `{c['column_name']}` | {c['data_type']} | {c['column_comment']} |" for c in columns]
        parts.append(
            "\n".join([f"## {name}\n\n{comment}\n", "| column | type | meaning |", "|---|---|---|", *rows])
        )
    macros = [f"| `{macro['name']}(as_of)` | {macro['comment']} |" for macro in store.rows("macro_comments")]
    told = "## As known at\n\nTable macros with one parameter, a moment; `NULL` is now.\n"
    parts.append("\n".join([told, "| macro | gives |", "|---|---|", *macros]))
    return "\n\n".join(part.strip() for part in parts) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(data_dictionary(open_store(folder)))
