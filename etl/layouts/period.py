"""Tells a sheet by month or by year from one by week, so that it can be refused with the right sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from etl import cells
from etl.grid import Sheet, blank, shown
from etl.layouts import words
from etl.layouts.headings import Heading, headings, label_at
from etl.layouts.table import Table

_HEADER_ROWS, _SAMPLE_ROWS = 40, 200
_YEAR_IN_TEXT = re.compile(r"(?:år|year|ar)?[\s,._-]*(?:19|20)\d\d(?:\s*prel\.?)?", re.I)


def period_of_tables(sheet: Sheet, tables: Sequence[Table]) -> str:
    """``month`` or ``year`` when the sheet is not by week."""
    if not tables:
        return period_of(sheet)
    keys = tables[0].keys
    key = keys.get("date", keys.get("week"))
    if key is None or {"date", "week"} <= set(keys):
        return ""
    rows = range(tables[0].header + 1, tables[0].last)
    values = [value for row in rows if not blank(value := sheet.at(row, key))]
    days = [day for value in values if (day := cells.read_day(value))]
    return period_of_days(days) if len(days) > len(values) / 2 else ""


def has_figures(sheet: Sheet) -> bool:
    """Whether any cell could be a count."""
    return any(
        isinstance(value, int | float) or (not blank(value) and cells.read_count(value).count is not None)
        for values in sheet.rows
        for value in values
    )


def period_of(sheet: Sheet) -> str:
    """``month``, ``year`` or "" when the sheet shows neither."""
    for row in range(min(_HEADER_ROWS, len(sheet.rows))):
        found = headings(sheet, row)
        if period := _across(found) or _down(sheet, row, found):
            return period
    return ""


def period_of_days(days: Sequence[date]) -> str:
    """What dates that stand for periods are apart: all on the first of a month, or of a year."""
    distinct = set(days)
    if len(distinct) < 2 or any(day.day != 1 for day in distinct):
        return ""
    return "year" if all(day.month == 1 for day in distinct) else "month"


def _across(found: list[Heading]) -> str:
    months = [h for h in found if h.month and not h.role]
    if len(months) > 1 and len(months) >= len(found) / 2:
        return "month"
    years = [h for h in found if h.year or words.names_year(h.text.replace("_", " "))]
    return "year" if len(years) > 1 and len(years) >= len(found) / 2 else ""


def _down(sheet: Sheet, row: int, found: list[Heading]) -> str:
    """From a column: months by name or number, years, or dates that start a month."""
    if len(found) < 2:
        return ""
    columns = {h.column: _below(sheet, row, h.column) for h in found}
    if any(_are_months(texts, named=h.role == "period") for h in found if (texts := columns[h.column])):
        return "month"
    dates = [[day for text in texts if (day := cells.read_day(text))] for texts in columns.values()]
    for days in dates:
        if period := period_of_days(days):
            return period
    roles = {h.role for h in found}
    yearly = any(
        texts and all(_YEAR_IN_TEXT.fullmatch(text) for text in texts)
        for h in found
        if h.role in ("year", "period") or h.plain_text
        for texts in [columns[h.column]]
    )
    return "year" if yearly and not roles & {"week", "date"} else ""


def _are_months(texts: list[str], named: bool) -> bool:
    if all(words.month(text) for text in texts):
        return True
    numbers = [int(text) for text in texts if text.isdigit() and len(text) <= 2]
    if len(numbers) < len(texts) or not all(1 <= n <= 12 for n in numbers):
        return False
    steps = {two - one for one, two in pairwise(numbers)}
    return named or (len(numbers) >= 12 and steps <= {1, -11})


def _below(sheet: Sheet, row: int, column: int) -> list[str]:
    values = (
        label_at(sheet, n, column) for n in range(row + 1, min(row + 1 + _SAMPLE_ROWS, len(sheet.rows)))
    )
    return [shown(value).strip() for value in values if not blank(value)]
