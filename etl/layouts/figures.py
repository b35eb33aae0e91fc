"""Which columns of a heading row hold counts, and what their headings stand for."""

from __future__ import annotations

import itertools
import re

from etl.grid import Sheet, shown
from etl.layouts import words
from etl.layouts.below import has_figures, holds_text
from etl.layouts.headings import Heading
from etl.layouts.stack import facts_above
from etl.layouts.table import Layout

_LIKE_WEEK = re.compile(r"(?:v|w|vecka|week)\W*\d", re.I)
_RANGE = re.compile(r"(?:summa\s+)?(?:veckor?|v|w)\.?\s*(\d{1,2})\s*[-–]\s*(?:v\.?\s*)?(\d{1,2})", re.I)
# Headings that label or merely accompany; figures below them are no counts that could be missed.
_BESIDE = ("code", "period", "year", "date", "until")


def figure_columns(sheet: Sheet, row: int, found: list[Heading], layout: Layout, sure: bool) -> list[Heading]:
    """The headings of the count columns in the way of a layout, left to right; none when it does not fit.

    ``sure``: only what is certain by its words; else also what could be meant, which leads to questions.
    """
    if layout.columns == "count":
        return _count_columns(sheet, row, found)
    if layout.columns == "week":
        return _week_columns(sheet, row, found, sure)
    if layout.columns == "category":
        return _category_columns(sheet, row, found, sure)
    return _columns_of(sheet, row, found, layout.columns)


def _count_columns(sheet: Sheet, row: int, found: list[Heading]) -> list[Heading]:
    """The count column of the best name; several where headings above tell them apart."""
    counts = sorted((h for h in found if h.role == "count"), key=lambda h: h.rank)
    if len(counts) < 2:
        return counts
    ordered = sorted(counts, key=lambda h: h.column)
    above = facts_above(sheet, row, [h.column for h in ordered])
    told = [{kind: fact.value for kind, fact in above.facts[h.column].items()} for h in ordered]
    apart = all(one != two for one, two in itertools.combinations(told, 2)) and all(told)
    return [h for h in ordered if h.column not in above.derived] if apart else counts[:1]


def _columns_of(sheet: Sheet, row: int, found: list[Heading], kind: str) -> list[Heading]:
    """Years, injured parties or areas; beside the latter two, unknown names above figures belong to them."""
    known = [h for h in found if getattr(h, kind) and not (h.role and kind == "area") and not h.code]
    # "Kommun" can be who was injured, or the column of the areas.
    known = [h for h in known if has_figures(sheet, row, h.column) or not holds_text(sheet, row, h.column)]
    if not known:
        return []
    whole = [h for h in found if kind == "party" and h.code == "total"]
    unknown = [h for h in found if kind != "year" and h.plain_text and not h.adds and h not in known]
    unknown = [h for h in unknown if h.column > known[0].column and has_figures(sheet, row, h.column)]
    return sorted([*known, *whole, *unknown], key=lambda h: h.column)


def other_columns(
    sheet: Sheet, row: int, rest: list[Heading], figures: list[Heading], layout: Layout
) -> tuple[list[int], list[int], list[int]]:
    """Columns with figures that are no counts: sums, unread ones, and unread ones that must be weeks."""
    across = layout.columns == "week"
    worded = [
        h for h in rest if layout.columns == "count" and h.plain_text and holds_text(sheet, row, h.column)
    ]
    rest = [h for h in rest if has_figures(sheet, row, h.column) and h.role not in _BESIDE]
    sums = [h for h in rest if h.adds and not h.derived and layout.columns not in ("category", "count")]
    sums += [h for h in rest if across and h not in sums and _adds_weeks(h, figures)]
    doubtful = [h for h in rest if h not in sums and across and _must_be_week(h, figures)]
    unread = [h for h in rest if h not in sums and h not in doubtful]
    unread += [h for h in worded if h not in unread]
    return [h.column for h in sums], [h.column for h in unread], [h.column for h in doubtful]


def _adds_weeks(h: Heading, figures: list[Heading]) -> bool:
    """Whether an unread column adds weeks up: "Summa oktober", "Kvartal 4", "v. 43–46" beside those weeks."""
    if h.derived or h.code:
        return False
    if found := _RANGE.fullmatch(h.text):
        return {int(found[1]), int(found[2])} <= {one.week.week for one in figures if one.week}
    return words.is_period(h.text) or words.sums_part(h.text)


def _must_be_week(h: Heading, figures: list[Heading]) -> bool:
    """Whether an unread column stands among the weeks, or calls itself one."""
    among = figures[0].column < h.column < figures[-1].column
    return (among and not h.derived) or bool(_LIKE_WEEK.match(h.text))


def _category_columns(sheet: Sheet, row: int, found: list[Heading], sure: bool) -> list[Heading]:
    """Named categories, and unknown names above figures: those become questions, not silence."""
    named = [h for h in found if h.code and h.role in ("", "count")]
    others = any(h.area or h.party for h in found if not h.role)
    if sure and (not named or (others and all(h.adds for h in named))):
        return []
    unknown = [
        h for h in found if h.plain_text or (h.near and not h.role) or (h.role == "count" and not h.code)
    ]
    if unknown and not named and all(h.area or h.party for h in unknown):
        return []
    return sorted(
        [*named, *(h for h in unknown if h not in named and has_figures(sheet, row, h.column))],
        key=lambda h: h.column,
    )


def _week_columns(sheet: Sheet, row: int, found: list[Heading], sure: bool) -> list[Heading]:
    weeks = [h for h in found if h.week]
    spelled = [h for h in weeks if h.week and not h.week.bare]
    if not spelled:
        corner = [h for h in found if weeks and h.column < weeks[0].column]
        return weeks if _is_week_run(sheet, row, weeks, corner) else []
    # A date in a title line is no heading, so a doubtful fit needs several weeks.
    # "Lysekil | 202143 | Våldsbrott | 12" is a row of counts.
    if any(h.six for h in spelled) and any(h.week and h.week.bare for h in weeks):
        return []
    following = [h for h in weeks if h.column >= spelled[0].column and h.week and h.week.week <= 53]
    return following if sure or len(spelled) > 1 else []


def _is_week_run(sheet: Sheet, row: int, bare: list[Heading], corner: list[Heading]) -> bool:
    """Whether plain numbers in a row are week numbers rather than counts."""
    numbers = [h.week.week for h in bare if h.week]
    if not numbers or max(numbers) > 53 or any(h.code for h in corner):
        return False
    says_week = any(h.role == "week" for h in corner) or _week_word_above(sheet, row)
    steps = {(two - one) for one, two in itertools.pairwise(numbers)}
    if says_week:
        return True
    # Where they begin anew, another year does: its heading stands above.
    again = len(numbers) > len(set(numbers)) and all(step == 1 or step < 0 for step in steps)
    by_one = steps <= {1, -51, -52} or steps <= {-1, 51, 52} or again
    named = all(h.role for h in corner) if corner else True
    # Weeks without anything can be left out between months; never beside a row's own label.
    rising = bool(corner) and len(numbers) > 2 and all(step > 0 or step < -26 for step in steps)
    return len(numbers) > 1 and ((by_one and (named or len(numbers) > 2)) or (named and rising))


def _week_word_above(sheet: Sheet, row: int) -> bool:
    above = (shown(value) for n in range(max(0, row - 2), row) for value in sheet.rows[n])
    return any(words.column_role(text) == "week" for text in above)
