"""Which columns label the rows: by their names, else understood from the cells below."""

from __future__ import annotations

from etl import cells, names
from etl.grid import Sheet
from etl.layouts.below import holds_text, texts_below
from etl.layouts.headings import Heading
from etl.layouts.table import Layout

_ROLES = ("area", "year", "week", "date", "category", "party", "source", "unit")
_BY_WEEK = {"week", "date"}


def key_columns(
    sheet: Sheet, row: int, found: list[Heading], layout: Layout, figures: list[Heading], sure: bool
) -> dict[str, int] | None:
    """Role → column; None when the rows would lack a label that the layout needs."""
    taken = {h.column for h in figures}
    keys = _named(found, taken)
    # Rows cannot name the category where the columns do; and a title "Anmälningar 2021" heads no column.
    if (layout.columns == "category" and "category" in keys) or (layout.columns == "count" and not keys):
        return None
    free = _free(sheet, found, layout, figures)
    if "week" in layout.rows and not _BY_WEEK & keys.keys():
        keys |= _inferred(sheet, row, "week", [c for c in free if c not in {*taken, *keys.values()}])
    if "category" in layout.rows and not holds_text(sheet, row, keys.get("category")):
        keys.pop("category", None)
        keys |= _inferred(sheet, row, "category", [c for c in free if c not in {*taken, *keys.values()}])
    if layout.columns == "week":
        keys = {role: column for role, column in keys.items() if role not in _BY_WEEK}
    if not all(_BY_WEEK & keys.keys() if role == "week" else role in keys for role in layout.rows):
        return None
    doubtful = sure and layout.columns == "week" and not _share(sheet, row, keys["category"], "category")
    return None if doubtful else keys


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


def _inferred(sheet: Sheet, row: int, role: str, free: list[int]) -> dict[str, int]:
    """The column whose cells are mostly weeks, or categories; for these, else the first with any words."""
    shares = {column: _share(sheet, row, column, role) for column in free}
    best = max(shares, key=lambda column: shares[column], default=None)
    if best is not None and shares[best] > (0.5 if role == "week" else 0):
        return {role: best}
    worded = next((column for column in free if holds_text(sheet, row, column)), None)
    return {} if role == "week" or worded is None else {role: worded}


def _share(sheet: Sheet, row: int, column: int, role: str) -> float:
    """The share of the filled cells below that read as a week, or as a category."""
    below = texts_below(sheet, row, column)
    fits = _weeks_among(below) if role == "week" else sum(bool(names.category(text).code) for text in below)
    return fits / len(below) if below else 0.0


def _weeks_among(texts: list[str]) -> int:
    """How many texts are weeks; plain numbers only in a run that passes 12, as months do not."""
    fits, before, highest = 0, 0, 0
    for mention in map(cells.read_week, texts):
        if mention and mention.week <= 53:
            fits += not mention.bare or mention.week - before in (1, -51, -52) or before == 0
            before, highest = mention.week, max(highest, 53 if not mention.bare else mention.week)
    return fits if highest > 12 else 0
