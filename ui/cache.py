"""Cached reads for the screens, keyed on the store's live version: a publish makes every key a new one.

View objects are frozen and figures are plain dicts, so all sessions share one object and nothing is copied.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import streamlit as st

from crimestats.charts.model import Chart
from crimestats.charts.plotly_figure import plotly_figure
from crimestats.clock import today
from crimestats.config import store_place
from crimestats.counts import WeeklyCounts, areas
from crimestats.periods import Period
from crimestats.reporting.reading import read_area
from crimestats.store import Store, open_store
from crimestats.weeks import IsoWeek

T = TypeVar("T")
_ENTRIES = 256


def cached(build: Callable[..., T], *arguments: Any, **named: Any) -> T:
    """``build(store, *arguments, **named)``, once per store version, day and arguments.

    The arguments' ``repr`` is part of the key, so it must tell them apart (strings, moments, periods do).
    """
    store = open_store()
    name = f"{build.__module__}.{build.__qualname__}"
    key = repr((store_place(), store.version, today(), name, arguments, sorted(named.items())))
    kept: T = _keep(key, lambda: build(store, *arguments, **named))
    return kept


@st.cache_resource(max_entries=_ENTRIES, show_spinner=False)
def _keep(key: str, _build: Callable[[], Any]) -> Any:
    """The key alone tells entries apart: Streamlit leaves arguments with an underscore out of its hash."""
    del key
    return _build()


def figure(chart: Chart, *, dark: bool, compact: bool = False, stage: bool = False) -> dict[str, Any]:
    """A chart's drawing for the screen, built once per chart and mode."""
    return _figure(hash(chart), chart.id, chart, dark, compact, stage)


@st.cache_resource(max_entries=_ENTRIES, show_spinner=False)
def _figure(
    fingerprint: int, name: str, _chart: Chart, dark: bool, compact: bool, stage: bool
) -> dict[str, Any]:
    del fingerprint, name
    return plotly_figure(_chart, dark=dark, compact=compact, stage=stage)


def record_of(area: str, as_of: datetime | None) -> WeeklyCounts:
    """The whole record of an area, as known at a moment."""
    return cached(_record, area, as_of)


def area_names() -> tuple[str, ...]:
    """Every area with counts, the default area first; then those that only have a public text left."""
    return cached(_area_names)


def named_periods(area: str) -> tuple[Period, ...]:
    """The periods that the municipality has named for an area, oldest first."""
    return cached(_named_periods, area)


def data_moments(area: str) -> tuple[datetime, ...]:
    """The moments at which an area's figures changed, newest first."""
    return cached(_data_moments, area)


def has_uploads() -> bool:
    """True once any file has ever been loaded, also if it was withdrawn since."""
    return cached(_has_uploads)


def _record(store: Store, area: str, as_of: datetime | None) -> WeeklyCounts:
    # Through the reading that every screen shares, so that an area is read once.
    return read_area(store, area, as_of).record


def _area_names(store: Store) -> tuple[str, ...]:
    # A public text stays readable where every upload behind it was taken back.
    written = [row["area"] for row in store.rows("bulletin_areas")]
    return tuple(dict.fromkeys([*areas(store), *written]))


def _named_periods(store: Store, area: str) -> tuple[Period, ...]:
    rows = store.rows("periods", area=area)
    return tuple(
        Period(IsoWeek.from_ordinal(row["first_week"]), IsoWeek.from_ordinal(row["last_week"]), row["name"])
        for row in rows
    )


def _data_moments(store: Store, area: str) -> tuple[datetime, ...]:
    return tuple(sorted((row["moment"] for row in store.rows("data_moments", area=area)), reverse=True))


def _has_uploads(store: Store) -> bool:
    return bool(store.rows("uploads", as_of=None))
