from __future__ import annotations

from crimestats.config import ROOT
from crimestats.store import Store
from crimestats.store.dictionary import data_dictionary


def test_the_page_in_docs_is_what_the_schema_says(store: Store) -> None:
    assert (ROOT / "docs" / "data_dictionary.md").read_text(encoding="utf-8") == data_dictionary(store)


def test_every_table_column_and_macro_is_described(store: Store) -> None:
    for row in store.rows("schema_comments"):
        assert row["table_comment"], row["table_name"]
        assert row["column_comment"], (row["table_name"], row["column_name"])
    assert all(macro["comment"] for macro in store.rows("macro_comments"))
