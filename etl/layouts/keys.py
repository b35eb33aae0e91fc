"""Which columns label the rows: by their names, else understood from the cells below."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from etl import cells, days, names
from etl.grid import Sheet, shown
from etl.layouts import places, words
from etl.layouts.below import holds_text, texts_below
from etl.layouts.compound import compound
from etl.layouts.headings import Heading
from etl.layouts.table import Layout

_ROLES = ("area", "year", "week", "date", "category", "party", "source", "unit", "until")
_BY_WEEK = {"week", "date"}
_FITS: dict[str, Callable[[str], object]] = {
    "category": lambda text: names.category(text).code or compound(text).get("category"),
    "area": places.area,
    "party": words.party,
    "year": cells.read_year,
}
# As deep as a pivot nests: area, year, week, category.
_FIRST = 4
_ROWS, _MOST = 200, 0.8
_YEAR_AND_TWO = re.compile(r"(?:19|20)\d\d[-/:. ]?\d\d")


def key_columns(
    sheet: Sheet,
    row: int,
    found: list[Heading],
    layout: Layout,
    figures: list[Heading],
    given: frozenset[str],
    sure: bool,
) -> dict[str, int] | None:
    """Role → column; None when the rows would lack a label that the layout needs.

    ``given``: what upper headings, titles or names state, so that rows need not.
    """
    taken = {h.column for h in figures}
    keys = _named(found, taken)
    keys |= _finer(sheet, row, [h.column for h in found if h.role == "category" and h.column not in taken])
    # Rows cannot name the category where the columns do; and a title "Anmälningar 2021" heads no column.
    nameless = not keys and not any(h.role == "label" for h in found)
    if (layout.columns == "category" and "category" in keys) or (layout.columns == "count" and nameless):
        return None
    if layout.columns == "week":
        keys = {role: column for role, column in keys.items() if role not in _BY_WEEK}
    keys |= _nested(sheet, row, keys, _free(sheet, found, layout, figures), layout)
    free = [c for c in _free(sheet, found, layout, figures) if c not in taken]
    if "week" in layout.rows and layout.columns != "week" and not _BY_WEEK & {*keys, *given}:
        # "2021-01" below Period is a month, "25/10–31/10" a week.
        periods = [h.column for h in found if h.role == "period" and _are_days(sheet, row, h.column)]
        keys |= _inferred(sheet, row, "week", _left([*free, *periods], keys), worded=False)
    if "week" in keys and "date" not in keys and layout.columns != "week":
        keys |= _dated(sheet, row, keys["week"], taken)
    for role in ("area", "party", "year"):
        if role not in keys:
            keys |= _inferred(sheet, row, role, _left(free, keys), worded=False)
    if "category" in layout.rows and not holds_text(sheet, row, keys.get("category")):
        keys.pop("category", None)
        keys |= _inferred(sheet, row, "category", _left(free, keys), worded="category" not in given)
    return keys if _fits(sheet, row, keys, layout, given, sure) else None


def _fits(
    sheet: Sheet, row: int, keys: dict[str, int], layout: Layout, given: frozenset[str], sure: bool
) -> bool:
    stated = keys.keys() | given
    if not sure and layout.columns in ("year", "party", "area"):
        stated |= {"category"}  # it will be asked for
    if not keys or not all(_BY_WEEK & stated if role == "week" else role in stated for role in layout.rows):
        return False
    by_row = layout.columns == "week" or not _BY_WEEK & keys.keys()
    if sure and by_row and "category" in layout.rows and "category" in keys:
        return bool(_share(sheet, row, keys["category"], "category"))
    return True


def _left(free: list[int], keys: dict[str, int]) -> list[int]:
    return [column for column in free if column not in keys.values()]


def _named(found: list[Heading], taken: set[int]) -> dict[str, int]:
    keys: dict[str, int] = {}
    for h in sorted(found, key=lambda h: (h.rank, h.column)):
        if h.role in _ROLES and h.column not in taken:
            keys.setdefault(h.role, h.column)
    return keys


def _free(sheet: Sheet, found: list[Heading], layout: Layout, figures: list[Heading]) -> list[int]:
    """The columns that may turn out to be labels: none whose heading says something else."""
    taken = {h.column for h in found if h.week or h.year or h.code or h.derived}
    taken |= {h.column for h in found if h.role in ("period", "code")}
    end = sheet.width if layout.columns == "count" else figures[0].column
    return [column for column in range(end) if column not in taken]


def _nested(sheet: Sheet, row: int, keys: dict[str, int], free: list[int], layout: Layout) -> dict[str, int]:
    """Weeks and categories in one column, as pivots write them: the column of both roles."""
    named = [keys[role] for role in ("week", "category") if role in keys]
    if "category" not in layout.rows or "week" not in layout.rows or "date" in keys or len(set(named)) > 1:
        return {}
    for column in dict.fromkeys([*named, *free]):
        texts = _first_texts(sheet, row, column)
        weeks = [week for text in texts if (week := cells.read_week(text)) and week.week <= 53]
        if weeks and any(names.category(text).code and not words.is_sum(text) for text in texts):
            return {"week": column, "category": column}
    return {}


def _first_texts(sheet: Sheet, row: int, column: int) -> list[str]:
    """The first labels below a heading, up to where it is repeated with its title."""
    texts = texts_below(sheet, row, column)
    own = shown(sheet.at(row, column)).strip()
    return (texts[: max(0, texts.index(own) - 1)] if own in texts else texts)[:_FIRST]


def _inferred(sheet: Sheet, row: int, role: str, free: list[int], *, worded: bool) -> dict[str, int]:
    """The column whose cells are mostly of this kind; for categories, else the first with any words."""
    shares = {column: _share(sheet, row, column, role) for column in free}
    best = max(shares, key=lambda column: shares[column], default=None)
    if best is not None and shares[best] > (0 if role == "category" else 0.5):
        return {role: best}
    first = next((column for column in free if holds_text(sheet, row, column)), None) if worded else None
    return {} if first is None else {role: first}


def _share(sheet: Sheet, row: int, column: int, role: str) -> float:
    """The share of the filled cells below that read as a week, a category …"""
    below = texts_below(sheet, row, column)
    if not below:
        return 0.0
    if role == "week":
        return _weeks_among(below) / len(below)
    return sum(bool(_FITS[role](text)) for text in below) / len(below)


def _finer(sheet: Sheet, row: int, rivals: list[int]) -> dict[str, int]:
    """Of several columns of categories, the one that tells more apart says what is counted."""
    told = {column: (len(set(texts_below(sheet, row, column))), column) for column in rivals}
    return {"category": max(rivals, key=lambda column: told[column])} if len(rivals) > 1 else {}


def _dated(sheet: Sheet, row: int, weeks: int, taken: set[int]) -> dict[str, int]:
    """The column of days that belong to the weeks beside them, by ISO or Excel's count, whatever its name."""
    for column in range(sheet.width):
        pairs = [
            (day, week.week)
            for n in range(row + 1, min(row + 1 + _ROWS, len(sheet.rows)))
            if (day := cells.read_day(sheet.at(n, column))) and (week := cells.read_week(sheet.at(n, weeks)))
        ]
        fits = sum(week in (day.isocalendar().week, _by_excel(day)) for day, week in pairs)
        if column not in (weeks, *taken) and len(pairs) > 1 and fits > _MOST * len(pairs):
            return {"date": column}
    return {}


def _by_excel(day: date) -> int | None:
    return days.excel_week(days.Day(day.year, day.month, day.day), day.year)


def _are_days(sheet: Sheet, row: int, column: int) -> bool:
    weeks = [cells.read_week(text) for text in texts_below(sheet, row, column)]
    return any(weeks) and all(week.by_date or week.day for week in weeks if week)


def _weeks_among(texts: list[str]) -> int:
    """How many texts are weeks; plain numbers only in a run that passes 12, as months do not."""
    fits, before, highest = 0, 0, 0
    for text in texts:
        mention = cells.read_week(text)
        if mention and mention.week <= 53:
            # "2021-01" can be a month as well as a week.
            plain = mention.bare or bool(_YEAR_AND_TWO.fullmatch(text.strip()))
            fits += not mention.bare or mention.week - before in (1, -51, -52) or before == 0
            before, highest = mention.week, max(highest, mention.week if plain else 53)
    return fits if highest > 12 else 0
