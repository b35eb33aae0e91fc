"""Finds the table of a sheet: the first row whose headings, with the cells below, make one of the layouts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from etl import cells, names
from etl.grid import Sheet, Value, blank, shown
from etl.layouts import words
from etl.layouts.headings import Heading, headings, label_at
from etl.layouts.table import Column, Layout, Table, layouts

_HEADER_ROWS, _SAMPLE_ROWS, _YEAR_ROWS = 40, 60, 3
_KEYS = ("area", "year", "week", "date", "category", "party", "source", "unit")


def find_table(sheet: Sheet) -> Table | None:
    """The sheet's table, or None when no layout fits. Sure fits anywhere come before doubtful ones."""
    rows = range(min(_HEADER_ROWS, len(sheet.rows)))
    read = {row: headings(sheet, row) for row in rows}
    for sure in (True, False):
        for row, layout in itertools.product(rows, layouts()):
            if len(read[row]) and (table := _fit(sheet, row, read[row], layout, sure)):
                return table
    return None


def _fit(sheet: Sheet, row: int, found: list[Heading], layout: Layout, sure: bool) -> Table | None:
    figures = _figure_columns(sheet, row, found, layout, sure)
    if not figures or _are_months(figures):
        return None
    keys = _keys(sheet, row, found, layout, figures, sure)
    if keys is None or not _any_figure(sheet, row, figures):
        return None
    used = {h.column for h in figures} | set(keys.values())
    rest = [h for h in found if h.column not in used and _has_figures(sheet, row, h.column)]
    sums = [h.column for h in rest if h.adds and layout.columns == "week"]
    unread = [
        h.column for h in rest if h.column not in sums and h.role not in ("code", "period", "year", "date")
    ]
    years_above, year_row = _years_above(sheet, row, figures) if layout.columns == "week" else ({}, -1)
    return Table(
        layout=layout.name,
        header=row,
        keys=keys,
        columns=tuple(_column(h, layout, years_above.get(h.column)) for h in figures),
        sums=tuple(sums),
        unread=tuple(unread),
        years=_title_years(sheet, row, year_row, [h for h in found if h not in figures]),
        months=layout.columns == "week" and _could_be_months(sheet, row, figures),
    )


def _column(h: Heading, layout: Layout, year: int | None) -> Column:
    if layout.columns == "week":
        return Column(h.column, week=h.week, year=year)
    return Column(h.column, label=h.text if layout.columns == "category" else "")


# --- figure columns


def _figure_columns(
    sheet: Sheet, row: int, found: list[Heading], layout: Layout, sure: bool
) -> list[Heading]:
    if layout.columns == "count":
        counts = [h for h in found if h.role == "count"]
        return sorted(counts, key=lambda h: h.rank)[:1]
    if layout.columns == "week":
        return _week_columns(sheet, row, found, sure)
    return _category_columns(sheet, row, found, sure)


def _category_columns(sheet: Sheet, row: int, found: list[Heading], sure: bool) -> list[Heading]:
    """Named categories, and unknown names above figures: those become questions, not silence."""
    named = [h for h in found if h.code and h.role in ("", "count")]
    if not named and sure:
        return []
    unknown = [
        h for h in found if h.plain_text or (h.near and not h.role) or (h.role == "count" and not h.code)
    ]
    return sorted(
        [*named, *(h for h in unknown if h not in named and _has_figures(sheet, row, h.column))],
        key=lambda h: h.column,
    )


def _week_columns(sheet: Sheet, row: int, found: list[Heading], sure: bool) -> list[Heading]:
    spelled = [h for h in found if h.week and not h.week.bare]
    if spelled:
        # A date in a title line is no heading: weeks have figures below, and a doubtful fit needs several.
        spelled = spelled if sure or len(spelled) > 1 else []
        return [h for h in found if h.week and (not h.week.bare or h in spelled)]
    bare = [h for h in found if h.week]
    corner = [h for h in found if bare and h.column < bare[0].column]
    return bare if _is_week_run(sheet, row, bare, corner) else []


def _is_week_run(sheet: Sheet, row: int, bare: list[Heading], corner: list[Heading]) -> bool:
    """Whether plain numbers in a row are week numbers rather than counts."""
    numbers = [h.week.week for h in bare if h.week]
    if not numbers or max(numbers) > 53 or any(h.code for h in corner):
        return False
    says_week = any(h.role == "week" for h in corner) or _week_word_above(sheet, row)
    steps = {(two - one) for one, two in itertools.pairwise(numbers)}
    if says_week:
        return True
    by_one = steps <= {1, -51, -52} or steps <= {-1, 51, 52}
    named = all(h.role for h in corner) if corner else True
    return len(numbers) > 1 and by_one and (named or len(numbers) > 2)


def _week_word_above(sheet: Sheet, row: int) -> bool:
    above = (shown(value) for n in range(max(0, row - 2), row) for value in sheet.rows[n])
    return any(words.column_role(text) == "week" for text in above)


# --- key columns


def _keys(
    sheet: Sheet, row: int, found: list[Heading], layout: Layout, figures: list[Heading], sure: bool
) -> dict[str, int] | None:
    """Role → column, named or understood from the cells below; None when the layout's rows lack a label."""
    taken = {h.column for h in figures}
    keys: dict[str, int] = {}
    for h in sorted(found, key=lambda h: (h.rank, h.column)):
        if h.role in _KEYS and h.column not in taken and h.role not in keys:
            keys[h.role] = h.column
    if layout.columns == "category" and "category" in keys:
        return None
    # A title such as "Anmälningar 2021" is no heading of a column of counts.
    if layout.columns == "count" and not keys:
        return None
    # A column under a heading that says something else is no label.
    other = {
        h.column for h in found if h.week or h.year or h.code or h.derived or h.role in ("period", "code")
    }
    free = [
        c for c in range(figures[0].column if layout.columns != "count" else sheet.width) if c not in other
    ]
    if "week" in layout.rows and not {"week", "date"} & set(keys):
        keys |= _inferred(sheet, row, "week", free, {*taken, *keys.values()})
    if "category" in layout.rows and not _holds_text(sheet, row, keys.get("category")):
        keys.pop("category", None)
        keys |= _inferred(sheet, row, "category", free, {*taken, *keys.values()})
    if layout.columns == "week":
        keys.pop("week", None)
        keys.pop("date", None)
    if any(role not in keys for role in layout.rows if role != "week"):
        return None
    if "week" in layout.rows and not {"week", "date"} & set(keys):
        return None
    if sure and layout.columns != "count" and "category" in keys:
        return keys if _share(sheet, row, keys["category"], "category") else None
    return keys


def _inferred(sheet: Sheet, row: int, role: str, columns: Iterable[int], taken: set[int]) -> dict[str, int]:
    """The column below whose heading the cells are mostly weeks, or categories; for these, else any text."""
    free = [column for column in columns if column not in taken]
    shares = {column: _share(sheet, row, column, role) for column in free}
    best = max(shares, key=lambda column: shares[column], default=None)
    if best is not None and shares[best] > (0.5 if role == "week" else 0):
        return {role: best}
    if role == "category":
        best = next((column for column in free if _holds_text(sheet, row, column)), None)
        return {} if best is None else {role: best}
    return {}


def _below(sheet: Sheet, row: int, column: int) -> list[str]:
    cells_below = (
        label_at(sheet, n, column) for n in range(row + 1, min(row + 1 + _SAMPLE_ROWS, len(sheet.rows)))
    )
    return [shown(value).strip() for value in cells_below if not blank(value)]


def _share(sheet: Sheet, row: int, column: int, role: str) -> float:
    """The share of the filled cells below that read as a week, or as a category."""
    below = _below(sheet, row, column)
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


def _holds_text(sheet: Sheet, row: int, column: int | None) -> bool:
    return column is not None and any(any(map(str.isalpha, text)) for text in _below(sheet, row, column))


def _has_figures(sheet: Sheet, row: int, column: int) -> bool:
    return any(_is_figure(sheet.at(n, column)) for n in _rows_below(sheet, row))


def _is_figure(value: Value) -> bool:
    read = cells.read_count(value)
    return read.count is not None or read.fault in ("count_fraction", "count_negative")


def _any_figure(sheet: Sheet, row: int, figures: list[Heading]) -> bool:
    return any(not blank(sheet.at(n, h.column)) for n in _rows_below(sheet, row) for h in figures) or any(
        cell for cell in sheet.formulas
    )


def _rows_below(sheet: Sheet, row: int) -> range:
    return range(row + 1, len(sheet.rows))


# --- years and months


def _years_above(sheet: Sheet, row: int, figures: list[Heading]) -> tuple[dict[int, int], int]:
    """Years in a row above the weeks, each holding to the right until the next one; and that row, or -1."""
    columns = [h.column for h in figures]
    for above in range(row - 1, max(-1, row - 1 - _YEAR_ROWS), -1):
        years = {
            column: cells.read_year(sheet.at(above, column)) for column in range(columns[0], columns[-1] + 1)
        }
        if any(years.values()):
            found, latest = {}, None
            for column in sorted(years):
                latest = years[column] or latest
                if latest:
                    found[column] = latest
            return found, above
    return {}, -1


def _title_years(sheet: Sheet, row: int, year_row: int, others: list[Heading]) -> frozenset[int]:
    lines = [shown(v) for n in range(row) if n != year_row for v in sheet.rows[n] if not blank(v)]
    lines += [h.text for h in others]
    return frozenset(year for line in lines for year in words.years_in(line))


def _are_months(figures: list[Heading]) -> bool:
    """Six digits that step from 12 of one year to 01 of the next are months."""
    weeks = [h.week for h in figures if h.six and h.week and h.week.year]
    return any(
        (one.week, two.week) == (12, 1) and (two.year or 0) - (one.year or 0) == 1
        for one, two in itertools.pairwise(weeks)
    ) and all(week.week <= 12 for week in weeks)


def _could_be_months(sheet: Sheet, row: int, figures: list[Heading]) -> bool:
    """Numbers from 1 to 12 read as months just as well, unless the word week stands by."""
    if not all(h.week and (h.six or h.week.bare) and h.week.week <= 12 for h in figures):
        return False
    nearby = " ".join(shown(v) for n in range(row + 1) for v in sheet.rows[n] if isinstance(v, str))
    return not any(words.column_role(word) == "week" for word in words.simplify(nearby).split())
