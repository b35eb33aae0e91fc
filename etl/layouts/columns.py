"""Columns of figures from their headings: the lowest one, then what stands above it."""

from __future__ import annotations

from typing import Any

from etl.cells import Mention
from etl.layouts.headings import Heading
from etl.layouts.stack import Above, Fact, Facts
from etl.layouts.table import Column, Layout

_NOWHERE: Facts = {}


def columns_of(row: int, figures: list[Heading], layout: Layout, above: Above) -> tuple[Column, ...]:
    """The columns, left to right."""
    return tuple(_column(row, h, layout, above.facts.get(h.column, _NOWHERE)) for h in figures)


def _column(row: int, h: Heading, layout: Layout, facts: Facts) -> Column:
    own = (row, h.column)
    facts = {**facts, **{kind: Fact(value, own) for kind, value in h.parts.items() if kind != "category"}}
    said: dict[str, Any] = {"place": own, "week_place": own, "party_place": own}
    if group := facts.get("category"):
        said |= {"group": group.value, "place": group.place}
    if upper := facts.get("week"):
        said |= {"week": upper.value, "week_place": upper.place}
    for kind in ("year", "area", "party"):
        if kind in facts:
            said |= {kind: facts[kind].value, f"{kind}_place": facts[kind].place}
    said.pop("year_place", None)
    said.pop("area_place", None)
    return Column(h.column, **{**said, **_lowest(h, layout, own, said.get("week"))})


def _lowest(h: Heading, layout: Layout, own: tuple[int, int], upper: Mention | None) -> dict[str, Any]:
    """What the lowest heading says."""
    if layout.columns == "week":
        label = {"label": h.parts["category"], "place": own} if "category" in h.parts else {}
        return {**_weeks(h.week, own, None if "week" in h.parts else upper), **label}
    if layout.columns == "category":
        return {"label": h.parts.get("category", h.text), "place": own}
    if layout.columns == "year":
        return {"year": h.year}
    if layout.columns == "area":
        return {"area": h.area or h.text}
    if layout.columns == "party":
        return {"party": "" if h.code == "total" else h.text, "party_place": own}
    return {}


def _weeks(week: Mention | None, own: tuple[int, int], upper: Mention | None) -> dict[str, Any]:
    """Two rows of weeks are one of dates and one of numbers: the dates are read, the numbers held to them."""
    if upper and week and upper.by_date != week.by_date:
        dated, number = (upper, week) if upper.by_date else (week, upper)
        return {"week": dated, "said": number, "week_place": own}
    return {"week": week, "week_place": own}
