"""From rows to arrays: sums per week and category, the derived series, the marks of a week. No store here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crimestats.categories import categories, top_level
from crimestats.clock import LOCAL
from crimestats.config import settings
from crimestats.counts.model import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, NAMED, REST, TOTAL

Columns = Mapping[str, tuple[Any, ...]]
Series = dict[str, NDArray[np.float64]]
PartySeries = dict[tuple[str, str], NDArray[np.float64]]


def arrays(told: Columns, position: NDArray[np.int64], length: int) -> tuple[Series, PartySeries]:
    """Rows to arrays: the sum per category, and each injured party's part of it.

    Args:
        told: the columns of the question ``weekly_record``, each of length N.
        position: (N,) the rows' weeks, counted from the first week of the record.
        length: T, the number of weeks of the record.
    """
    counts = np.array(told["count"], dtype=np.float64)
    codes, parties = np.array(told["category"]), np.array(told["injured_party"])
    series, by_party = {}, {}
    for code in categories():
        mine = codes == code
        if not mine.any():
            continue
        series[code] = _sums(position[mine], counts[mine], length)
        for party in set(parties[mine]) - {""}:
            part = mine & (parties == party)
            by_party[code, str(party)] = _sums(position[part], counts[part], length)
    return series, by_party


def _sums(position: NDArray[np.int64], counts: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    """Counts added by week; NaN in weeks that no row speaks of."""
    sums = np.bincount(position, counts, length).astype(np.float64)
    sums[np.bincount(position, minlength=length) == 0] = np.nan
    return sums


def derived(reported: Series) -> tuple[Series, bool]:
    """The reported series with ``total``, ``fraud_all`` and ``rest``, and whether total had to be summed."""
    series = dict(reported)
    total_is_sum = TOTAL not in reported
    if total_is_sum and (parts := [reported[code] for code in top_level() if code in reported]):
        series[TOTAL] = np.sum(parts, axis=0)
    frauds = [reported[code] for code in (FRAUD, BENEFIT_FRAUD) if code in reported]
    if frauds:
        series[FRAUD_ALL] = np.sum(frauds, axis=0)
    if TOTAL in series:
        named = [reported[code] for code in NAMED if code in reported]
        series[REST] = series[TOTAL] - np.sum([np.zeros_like(series[TOTAL]), *named], axis=0)
    return series, total_is_sum and TOTAL in series


def preliminary(
    told: Columns, behind: Sequence[Mapping[str, Any]], ordinals: NDArray[np.int64], start: int
) -> NDArray[np.bool_]:
    """(T,) weeks whose newest upload came before they had settled (decision 0003). Days are Sweden's."""
    days = {row["id"]: row["received_at"].astimezone(LOCAL).date().toordinal() for row in behind}
    newest = np.zeros(int(ordinals.max()) - start + 1, dtype=np.int64)
    np.maximum.at(newest, ordinals - start, np.array([days[number] for number in told["upload_id"]]))
    sundays = np.arange(start, start + len(newest)) * 7 + 7  # IsoWeek.ordinal counts from Monday, day 1
    young: NDArray[np.bool_] = (newest > 0) & (newest - sundays < settings().weeks.settle_days)
    return young


def any_of(flags: Sequence[bool], position: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
    """(length,) true where some row of the week carries the flag."""
    found = np.zeros(length, dtype=bool)
    found[position[np.array(flags, dtype=bool)]] = True
    return found
