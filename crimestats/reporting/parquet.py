"""The counts as Parquet, for programs that read columns."""

from __future__ import annotations

import io
from collections.abc import Sequence

from crimestats.reporting.counts_table import FIELDS, Row

_TEXT = ("area", "category", "injured_party", "file", "sheet", "cell", "received_at")
_YES_NO = ("preliminary", "revised", "sample")


def rows_parquet(rows: Sequence[Row]) -> bytes:
    """One column per field, with the same types whether there are rows or not."""
    import pyarrow as pa  # late: a quarter of a second that the other formats need not wait for
    from pyarrow import parquet

    def kind(field: str) -> pa.DataType:
        return pa.string() if field in _TEXT else pa.bool_() if field in _YES_NO else pa.int64()

    schema = pa.schema([(field, kind(field)) for field in FIELDS])
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(list(rows), schema=schema), out)
    return out.getvalue()
