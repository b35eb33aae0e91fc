"""Where data live: named questions, one append, one published version (docs/decisions/0001-store-format.md).

The only room of the core that knows DuckDB. ``open_store().rows("uploads")`` asks a question that stands in
``queries/uploads.sql``; ``append`` is the only way to write.
"""

from crimestats.store.errors import StoreError
from crimestats.store.store import Store, open_store
from crimestats.store.writer import Writer

__all__ = ["Store", "StoreError", "Writer", "open_store"]
