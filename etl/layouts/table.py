"""A found table: which columns label its rows, which hold figures, and what each figure column stands for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.cells import Mention


@dataclass(frozen=True, slots=True)
class Layout:
    """One entry of ``layouts.toml``."""

    name: str
    rows: tuple[str, ...]
    columns: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures. ``week`` and ``year`` from its headings; ``label`` its category's name, or ""."""

    index: int
    label: str = ""
    week: Mention | None = None
    year: int | None = None


@dataclass(frozen=True)
class Table:
    """Where a sheet's counts stand and what labels them. Rows and columns from 0.

    Attributes:
        keys: role (``area year week date category party source unit``) → column.
        last: the row after the table's last one.
        columns: the columns of counts; sums: columns that add up others; unread: other columns with figures.
        doubtful: unread ones that must be weeks, by where they stand or by their heading.
        years: those that titles above the table and its headings state.
        months: its six-digit headings could as well be months.
    """

    layout: str
    header: int
    last: int
    keys: Mapping[str, int]
    columns: tuple[Column, ...]
    sums: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    years: frozenset[int] = frozenset()
    months: bool = False


@cache
def layouts() -> tuple[Layout, ...]:
    """The shapes that the product knows, in the order in which they are tried."""
    text = Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8")
    return tuple(
        Layout(entry["name"], tuple(entry["rows"]), entry["columns"])
        for entry in tomllib.loads(text)["layout"]
    )
