"""A found table: which columns label its rows, which hold figures, and what each figure column stands for."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from etl.cells import Mention
from etl.grid import Place
from etl.layouts.context import NOTHING_SAID, Context


@dataclass(frozen=True, slots=True)
class Layout:
    """One entry of ``layouts.toml``."""

    name: str
    rows: tuple[str, ...]
    columns: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures and what its headings say; "" and None where they say nothing.

    Attributes:
        label: its category's name in the lowest heading; group: the one above it.
        said: a second statement of the week, by number beside a date.
        party: as written. place: of the category's name; week_place: of the week.
    """

    index: int
    label: str = ""
    week: Mention | None = None
    year: int | None = None
    group: str = ""
    area: str = ""
    party: str = ""
    said: Mention | None = None
    place: Place = (0, 0)
    week_place: Place = (0, 0)
    party_place: Place = (0, 0)


@dataclass(frozen=True)
class Table:
    """Where a sheet's counts stand and what labels them. Rows and columns from 0.

    Attributes:
        keys: role (``area year week date category party source unit``) → column. Pivots put several in one.
        last: the row after the table's last one; left, right: its first column and the one after its last.
        columns: the columns of counts; sums: columns that add up others; unread: other columns with figures.
        running: columns that add up from week to week.
        doubtful: unread ones that must be weeks, by where they stand or by their heading.
        unclear: unread ones beside years, whose figures could be counts.
        titles: the lines above it that are no headings; derived: the one that says it holds no counts.
        vague: labels above columns that we do not know; those columns are not read.
        years: those that titles above the table and its headings state.
        months: its six-digit headings could as well be months.
        context: what titles and names say about the whole table.
    """

    layout: str
    header: int
    last: int
    keys: Mapping[str, int]
    columns: tuple[Column, ...]
    sums: tuple[int, ...] = ()
    running: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()
    unclear: tuple[int, ...] = ()
    vague: tuple[Place, ...] = ()
    years: frozenset[int] = frozenset()
    titles: tuple[int, ...] = ()
    derived: Place | None = None
    months: bool = False
    context: Context = NOTHING_SAID
    left: int = 0
    right: int = 1 << 14


@cache
def layouts() -> tuple[Layout, ...]:
    """The shapes that the product knows, in the order in which they are tried."""
    text = Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8")
    return tuple(
        Layout(entry["name"], tuple(entry["rows"]), entry["columns"])
        for entry in tomllib.loads(text)["layout"]
    )
