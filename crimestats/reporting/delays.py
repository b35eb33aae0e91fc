"""How much of the newest weeks is known, where uploads that stated weeks again tell how late reports come."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crimestats.analysis.nowcast import by_week, shares, triangle
from crimestats.counts import FRAUD, FRAUD_ALL, REST, TOTAL, WeeklyCounts
from crimestats.store import Store

# A derived series is as late as what it mostly is.
_LIKE = {FRAUD_ALL: FRAUD, REST: TOTAL}


def known_shares(
    store: Store, record: WeeklyCounts, as_of: datetime | None = None
) -> dict[str, NDArray[np.float64]]:
    """Code → part of each week's reports known by now (T,); only series whose delays are known.

    Delays are pooled over all areas of the store, category by category.

    Raises:
        StoreError: when the store cannot be read.
    """
    stated: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in store.rows("reporting_triangle", as_of=as_of):
        stated[row["category"]].append(row)
    found = {}
    for code in record.series:
        rows = stated.get(_LIKE.get(code, code), [])
        share = shares(triangle(rows))
        if share is not None:
            found[code] = by_week(share, _ages(record, rows))
    return found


def _ages(record: WeeklyCounts, rows: list[dict[str, Any]]) -> NDArray[np.int64]:
    """How old each week was when it was last stated; old where it never was in this area."""
    ages = np.full(len(record.weeks), np.iinfo(np.int64).max)
    first = record.weeks[0].ordinal
    for row in rows:
        at = row["week"] - first
        if row["area"] == record.area and 0 <= at < len(ages):
            ages[at] = row["age"] if ages[at] == np.iinfo(np.int64).max else max(ages[at], row["age"])
    return ages
