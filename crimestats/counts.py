"""The record of one area: counts per ISO week and category, missing weeks as gaps, derived series beside.

``WeeklyCounts`` is what analysis, facts and charts all start from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from crimestats.categories import categories, top_level
from crimestats.clock import LOCAL
from crimestats.config import settings
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

if TYPE_CHECKING:
    from crimestats.store import Store

TOTAL, FRAUD, BENEFIT_FRAUD, FRAUD_ALL, REST = "total", "fraud", "benefit_fraud", "fraud_all", "rest"
# One tile each on the month's page, in this order; together they add up to the total.
TILES = ("violence", "vandalism", "theft", FRAUD_ALL, REST)
# What `rest` leaves out of the total.
NAMED = ("violence", "vandalism", "theft", FRAUD, BENEFIT_FRAUD)


@dataclass(frozen=True, slots=True)
class Address:
    """Where one count came from: promise 2, every number has an address."""

    upload_id: int
    file_name: str
    sheet: str
    cell: str
    week: IsoWeek
    category: str
    injured_party: str
    count: int
    received_at: datetime


@dataclass(frozen=True)
class WeeklyCounts:
    """Counts of one area over consecutive ISO weeks, as known at a moment.

    Attributes:
        area: the area's name as its files write it.
        weeks: every week from first to last, without holes; length T.
        series: code → float array (T,); NaN = missing, never zero. Holds each reported category, ``total``
            (see ``total_is_sum``) and the derived ``fraud_all`` and ``rest``.
        by_party: (code, injured party) → float array (T,), where the files say who was injured.
        preliminary: bool (T,): the newest upload came before the week had settled (decision 0003).
        revised: bool (T,): some count of the week differs from what an earlier upload said.
        total_is_sum: no total was reported; ``total`` is the sum of the top-level categories.
        as_of: the moment asked for, None = now.
        received_at, file_name: of the newest upload behind the record, None/"" when the record is empty.
        sample: some count comes from the product's own sample data.
    """

    area: str
    weeks: tuple[IsoWeek, ...]
    series: Mapping[str, NDArray[np.float64]]
    by_party: Mapping[tuple[str, str], NDArray[np.float64]] = field(default_factory=dict)
    preliminary: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    revised: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))
    total_is_sum: bool = False
    as_of: datetime | None = None
    received_at: datetime | None = None
    file_name: str = ""
    sample: bool = False

    @property
    def empty(self) -> bool:
        return not self.weeks

    @property
    def ordinals(self) -> NDArray[np.int64]:
        """Week ordinals (T,), as in :attr:`IsoWeek.ordinal`."""
        return np.array([week.ordinal for week in self.weeks], dtype=np.int64)

    def index(self, week: IsoWeek) -> int | None:
        """Position of a week in the arrays, None outside the record."""
        position = week - self.weeks[0] if self.weeks else -1
        return position if 0 <= position < len(self.weeks) else None

    def values(self, code: str, period: Period) -> NDArray[np.float64]:
        """Counts of a period's weeks (len(period),); NaN where missing or outside the record."""
        found = np.full(len(period), np.nan)
        series = self.series.get(code)
        for n, week in enumerate(period.weeks):
            position = self.index(week)
            if series is not None and position is not None:
                found[n] = series[position]
        return found


def read_weekly_counts(
    store: Store,
    area: str,
    *,
    first: IsoWeek | None = None,
    last: IsoWeek | None = None,
    as_of: datetime | None = None,
) -> WeeklyCounts:
    """The police reports of an area as known at a moment, with its derived series.

    Args:
        first, last: cut the record to these weeks; None = as far as it reaches. What is derived, and from
            what, is settled by the whole record, so a cut never changes a value.
        as_of: an aware moment; None = now.

    Raises:
        StoreError: when the store cannot be read.
    """
    told = store.columns("weekly_record", area=area, as_of=as_of)
    if not told["week"]:
        return WeeklyCounts(area, (), {}, as_of=as_of)
    ordinals = np.array(told["week"], dtype=np.int64)
    start, stop = int(ordinals.min()), int(ordinals.max()) + 1
    reported, by_party = _arrays(told, ordinals - start, stop - start)
    series, total_is_sum = _derived(reported)
    behind = _uploads_behind(store, told, as_of)
    whole = WeeklyCounts(
        area=area,
        weeks=tuple(IsoWeek.from_ordinal(n) for n in range(start, stop)),
        series=series,
        by_party=by_party,
        preliminary=_preliminary(told, behind, ordinals, start),
        revised=_any_of(told["revised"], ordinals - start, stop - start),
        total_is_sum=total_is_sum,
        as_of=as_of,
        received_at=behind[-1]["received_at"],
        file_name=behind[-1]["file_name"],
        sample=any(upload["sample"] for upload in behind),
    )
    return _cut(whole, first, last)


Columns = Mapping[str, tuple[Any, ...]]
Series = dict[str, NDArray[np.float64]]


def _arrays(
    told: Columns, position: NDArray[np.int64], length: int
) -> tuple[Series, dict[tuple[str, str], NDArray[np.float64]]]:
    """Rows to arrays: the sum per category, and each injured party's part of it."""
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


def _derived(reported: Series) -> tuple[Series, bool]:
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


def _uploads_behind(store: Store, told: Columns, as_of: datetime | None) -> list[dict[str, Any]]:
    """The uploads that some count stands on, oldest first."""
    held = set(told["upload_id"])
    return [row for row in store.rows("known_uploads", as_of=as_of) if row["id"] in held]


def _preliminary(
    told: Columns, behind: Sequence[Mapping[str, Any]], ordinals: NDArray[np.int64], start: int
) -> NDArray[np.bool_]:
    """Weeks whose newest upload came before they had settled (decision 0003). Days are those of Sweden."""
    days = {row["id"]: row["received_at"].astimezone(LOCAL).date().toordinal() for row in behind}
    newest = np.zeros(int(ordinals.max()) - start + 1, dtype=np.int64)
    np.maximum.at(newest, ordinals - start, np.array([days[number] for number in told["upload_id"]]))
    sundays = np.arange(start, start + len(newest)) * 7 + 7  # IsoWeek.ordinal counts from Monday, day 1
    preliminary: NDArray[np.bool_] = (newest > 0) & (newest - sundays < settings().weeks.settle_days)
    return preliminary


def _any_of(flags: Sequence[bool], position: NDArray[np.int64], length: int) -> NDArray[np.bool_]:
    found = np.zeros(length, dtype=bool)
    found[position[np.array(flags, dtype=bool)]] = True
    return found


def _cut(record: WeeklyCounts, first: IsoWeek | None, last: IsoWeek | None) -> WeeklyCounts:
    """The record's weeks within ``first``..``last``; the same object when nothing is to be cut."""
    if first is None and last is None:
        return record
    low = max(0, first - record.weeks[0]) if first else 0
    high = max(low, last - record.weeks[0] + 1) if last else len(record.weeks)
    keep = slice(low, high)
    return replace(
        record,
        weeks=record.weeks[keep],
        series={code: values[keep] for code, values in record.series.items()},
        by_party={key: values[keep] for key, values in record.by_party.items()},
        preliminary=record.preliminary[keep],
        revised=record.revised[keep],
    )


def addresses(
    store: Store, area: str, period: Period, codes: Iterable[str], as_of: datetime | None = None
) -> tuple[Address, ...]:
    """The cells behind the counts of a period, in order of week and category.

    A derived series answers with the cells it is computed from: ``rest`` with those of the total and of the
    named categories, a total that was not reported with those of the top-level categories.

    Raises:
        StoreError: when the store cannot be read.
    """
    rows = store.rows(
        "weekly_counts", area=area, first=period.first.ordinal, last=period.last.ordinal, as_of=as_of
    )
    wanted = _sources(frozenset(codes), has_total=any(row["category"] == TOTAL for row in rows))
    return tuple(
        Address(
            upload_id=row["upload_id"],
            file_name=row["file_name"],
            sheet=row["sheet"],
            cell=row["cell"],
            week=IsoWeek.from_ordinal(row["week"]),
            category=row["category"],
            injured_party=row["injured_party"],
            count=row["count"],
            received_at=row["received_at"],
        )
        for row in rows
        if row["category"] in wanted
    )


def _sources(codes: frozenset[str], *, has_total: bool) -> frozenset[str]:
    wanted = codes
    if REST in wanted:
        wanted |= {TOTAL, *NAMED}
    if FRAUD_ALL in wanted:
        wanted |= {FRAUD, BENEFIT_FRAUD}
    if TOTAL in wanted and not has_total:
        wanted |= frozenset(top_level())
    return wanted


def areas(store: Store, as_of: datetime | None = None) -> list[str]:
    """The areas that have counts as known at a moment: the default one first, then in alphabetical order.

    Raises:
        StoreError: when the store cannot be read.
    """
    found = list(store.columns("areas", as_of=as_of)["area"])
    default = settings().default_area
    return sorted(found, key=lambda area: area != default)
