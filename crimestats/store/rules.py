"""What no append may leave behind, whoever wrote it. Each rule asks for the rows that break it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crimestats.categories import categories
from crimestats.store.errors import StoreError
from crimestats.weeks import IsoWeek

Ask = Callable[..., list[dict[str, Any]]]


def check_new_uploads(ask: Ask, first: int) -> None:
    """Check the counts of the uploads numbered ``first`` and later.

    Args:
        ask: ``Writer.rows`` of the append that is about to end.

    Raises:
        StoreError: ``store.stated_twice``, ``store.no_upload``, ``store.wrong_week`` or
            ``store.unknown_category``.
    """
    if twice := ask("counts_stated_twice", first_upload=first):
        raise StoreError("store.stated_twice", **twice[0])
    if lost := ask("counts_without_upload", first_upload=first):
        raise StoreError("store.no_upload", **lost[0])
    for row in ask("new_weeks", first_upload=first):
        if IsoWeek(row["year"], row["week"]).ordinal != row["ordinal"]:
            raise StoreError("store.wrong_week", **row)
    for row in ask("new_categories", first_upload=first):
        # A count of a category that nothing shows would be lost without a word.
        if row["category"] not in categories() or categories()[row["category"]].derived:
            raise StoreError("store.unknown_category", **row)
