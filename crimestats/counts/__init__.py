"""The record of one area: counts per ISO week and category, missing weeks as gaps, derived series beside.

``WeeklyCounts`` is what analysis, facts and charts all start from.
"""

from crimestats.counts.changed import Changed, changed_counts, count_of
from crimestats.counts.model import (
    BENEFIT_FRAUD,
    FRAUD,
    FRAUD_ALL,
    NAMED,
    REST,
    TILES,
    TOTAL,
    Address,
    WeeklyCounts,
)
from crimestats.counts.read import addresses, areas, read_weekly_counts

__all__ = [
    "BENEFIT_FRAUD",
    "FRAUD",
    "FRAUD_ALL",
    "NAMED",
    "REST",
    "TILES",
    "TOTAL",
    "Address",
    "Changed",
    "WeeklyCounts",
    "addresses",
    "areas",
    "changed_counts",
    "count_of",
    "read_weekly_counts",
]
