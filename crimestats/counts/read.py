"""Asks the store for the record of an area, for the cells behind it, and for which areas there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import numpy as np

from crimestats.categories import top_level
from crimestats.config import settings
from crimestats.counts.model import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, NAMED, REST, TOTAL, Address, WeeklyCounts
from crimestats.counts.series import Columns, any_of, arrays, derived, preliminary
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

if TYPE_CHECKING:
    from crimestats.store import Store


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
    reported, by_party = arrays(told, ordinals - start, stop - start)
    series, total_is_sum = derived(reported)
    behind = _uploads_behind(store, told)
    whole = WeeklyCounts(
        area=area,
        weeks=tuple(IsoWeek.from_ordinal(n) for n in range(start, stop)),
        series=series,
        by_party=by_party,
        preliminary=preliminary(told, behind, ordinals, start),
        revised=any_of(told["revised"], ordinals - start, stop - start),
        total_is_sum=total_is_sum,
        as_of=as_of,
        received_at=behind[-1]["received_at"],
        file_name=behind[-1]["file_name"],
        sample=any(upload["sample"] for upload in behind),
    )
    return _cut(whole, first, last)


def _uploads_behind(store: Store, told: Columns) -> list[dict[str, Any]]:
    """The uploads that some count stands on, oldest first.

    Asked among all uploads, withdrawn ones too: a newer version may go live between the two questions, and
    uploads are never removed.
    """
    held = set(told["upload_id"])
    return [row for row in store.rows("received_uploads") if row["id"] in held]


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
    held = frozenset(store.columns("record_categories", area=area, as_of=as_of)["category"])
    wanted = _sources(frozenset(codes), has_total=TOTAL in held)
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
