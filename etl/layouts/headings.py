"""What one heading could mean, before any layout is decided: a role, a week, a category, a sum …"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from etl import cells, names
from etl.grid import Sheet, Value, shown
from etl.layouts import places, words
from etl.layouts.compound import compound

_YEAR_IN_NAME = re.compile(r"\b(?:19|20)\d\d\b")
_SIX_DIGITS = re.compile(r"(?:19|20)\d\d[-/]?\d\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """All readings of one heading; which of them holds is for the layout to say.

    Attributes:
        role: what the column holds by its name, "" when the heading is no column name.
        week: the week it mentions; ``six``: as six digits, which could be a year and a month too.
        code: the category it names exactly; near: one it nearly names.
        adds: it heads a sum; derived: it heads means, shares and the like.
        party, area: the injured party, and the area, that it names.
        parts: what it says of several things at once, see :func:`etl.layouts.compound.compound`.
    """

    column: int
    text: str
    role: str = ""
    rank: int = 0
    week: cells.Mention | None = None
    six: bool = False
    year: int | None = None
    month: int | None = None
    code: str = ""
    near: str = ""
    adds: bool = False
    derived: bool = False
    party: str = ""
    area: str = ""
    parts: Mapping[str, object] = field(default_factory=dict)

    @property
    def plain_text(self) -> bool:
        """Words, but none that we know."""
        known = self.role or self.week or self.year or self.code or self.derived or self.adds or self.month
        return not known and any(map(str.isalpha, self.text))


def heading(column: int, value: Value) -> Heading:
    """Classify one cell of a possible header row."""
    text = shown(value).strip()
    week, year = cells.read_week(value), cells.read_year(value)
    if not text or not isinstance(value, str):
        six = bool(_SIX_DIGITS.fullmatch(text))
        month = words.month(text) if six else None
        return Heading(column, text, week=week, six=six, year=year, month=month)
    bare = words.without_footnote(text)
    name = names.category(text)
    without_year = _YEAR_IN_NAME.sub("", bare)
    role, rank = words.column_role(without_year), words.column_rank(without_year)
    if role == "count" and len(of_year := words.years_in(bare)) == 1:
        # "Antal 2020" beside "Antal 2021": years across.
        role, year = "", of_year.pop()
    month, area, party = words.month(text), places.area(bare), words.party(bare) or ""
    derived = words.is_derived(bare)
    if derived:
        name = names.Name("")
    plain = role or name.code or week or year or month or area or party or derived
    parts = {} if plain else compound(bare)
    return Heading(
        column,
        text,
        role=role,
        rank=rank,
        week=week or _week_of(parts),
        six=bool(_SIX_DIGITS.fullmatch(text)),
        year=year,
        month=month,
        code=name.code or names.category(str(parts.get("category", ""))).code,
        near=name.suggestion,
        adds=words.is_sum(bare),
        derived=derived,
        party=party,
        area=area,
        parts=parts,
    )


def _week_of(parts: Mapping[str, object]) -> cells.Mention | None:
    week = parts.get("week")
    return week if isinstance(week, cells.Mention) else None


def headings(sheet: Sheet, row: int) -> list[Heading]:
    """The headings of a row, one per column that says something."""
    found = (heading(column, label_at(sheet, row, column)) for column in range(sheet.width))
    return [one for one in found if one.text]


def label_at(sheet: Sheet, row: int, column: int) -> Value:
    """The value that labels a place: its own, or that of the upright merge it lies in."""
    own = sheet.at(row, column)
    if own is None and (top := sheet.spread.get((row, column))):
        return sheet.at(*top)
    return own
