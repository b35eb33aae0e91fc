"""Rows whose label holds for the rows below them: sections, and the nested labels of pivots."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from etl import cells, names
from etl.grid import Place, Sheet, Value, blank, shown
from etl.layouts import places, words
from etl.layouts.below import is_figure
from etl.layouts.headings import label_at
from etl.layouts.table import Table

# The kind of a row whose own labels stand in several columns.
_ROW = "row"
_SUMMED = ("summa ", "delsumma ", "totalsumma ")
_GRAND = ("totalsumma", "delsumma", "grand total")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label is: ``kind`` is ``year week category party area``; its value, and where it stands."""

    kind: str
    value: Value
    place: Place


class Outline:
    """The labels that hold for several rows of a table, outermost kind first.

    Attributes:
        levels: the kinds in the order in which they come; fewer than two when the rows are all alike.
        standing: kind → the label that holds at the row last told of.
    """

    def __init__(self, table: Table, sheet: Sheet) -> None:
        self.table, self.sheet = table, sheet
        roles = [role for role in ("week", "category") if role in table.keys]
        self.own = {table.keys[role]: role for role in roles}
        self.shared = len(self.own) < len(roles)
        self.standing: dict[str, Label] = {}
        found = [label for row in range(table.header + 1, table.last) if (label := self.label(row))]
        kinds = [label.kind for label in found if not _adds(label) or self._is_category_column()]
        self.levels = tuple(dict.fromkeys(kinds))
        self.many = Counter(kinds)
        texts = Counter(words.simplify(shown(label.value)) for label in found if _adds(label))
        self.single = {text for text, times in texts.items() if times == 1}

    @property
    def nested(self) -> bool:
        return len(self.levels) > 1

    def _is_category_column(self) -> bool:
        return not self.shared and list(self.own.values()) == ["category"]

    def label(self, row: int) -> Label | None:
        """What labels a row beside its key columns' own kind, or that kind itself."""
        own = None
        for column, role in self.own.items():
            value = label_at(self.sheet, row, column)
            if blank(value):
                continue
            label = Label(kind_of(value, bare="week" in (role, self.shared and "week")), value, (row, column))
            if self.shared or (label.kind and label.kind != role and not _adds(label)):
                return label if label.kind else None
            if label.kind:
                own = label if len(self.own) == 1 else Label(_ROW, None, (row, column))
        return own or self._alone(row)

    def _alone(self, row: int) -> Label | None:
        """A line of one cell that says a year, a week, an area … by itself; other rows are rows."""
        span = range(self.table.left, self.table.right)
        filled = [c for c in span if not blank(self.sheet.at(row, c))]
        if len(filled) > 1 and not self.own:
            return Label(_ROW, None, (row, filled[0]))
        if len(filled) != 1:
            return None
        value = self.sheet.at(row, filled[0])
        if not isinstance(value, str) and not cells.read_year(value):
            return None
        kind = kind_of(value)
        return Label(kind, value, (row, filled[0])) if kind and not words.is_sum(shown(value)) else None

    def takes(self, row: int, filled: bool) -> bool:
        """Let a row's label hold from here on. True when the row itself is no row of counts."""
        label = self.label(row)
        if not self.nested or label is None:
            return False
        if filled and _adds(label) and self._is_grand(label):
            return True
        if label.kind not in self.levels:
            return False
        level = self.levels.index(label.kind)
        self.standing = {k: v for k, v in self.standing.items() if self.levels.index(k) < level}
        self.standing[label.kind] = label
        inner = self.levels[level + 1 :]
        return bool(inner) and not (label.kind == "category" and set(inner) == {"party"})

    def level(self, label: Label | None) -> int:
        """How deep a label lies; -1 for a grand total, which closes all groups."""
        if label is None or label.kind not in self.levels or (_adds(label) and self._is_grand(label)):
            return -1
        return self.levels.index(label.kind)

    def _is_grand(self, label: Label) -> bool:
        """Within groups a grand total is a sum and no category, as is what stands but once below several."""
        if self.levels[0] == "category" and set(self.levels[1:]) == {"party"}:
            return False
        text = words.simplify(shown(label.value))
        groups = max(self.many[kind] for kind in self.levels[:-1])
        return text in _GRAND or (text in self.single and groups > 1)


def kind_of(value: Value, bare: bool = False) -> str:
    """What a label names, "" for none that we know; plain numbers are weeks only where ``bare``."""
    text = shown(value).strip()
    if cells.read_year(value):
        return "year"
    if names.category(text).code:
        return "category"
    week = cells.read_week(value)
    if week and (not week.bare or bare):
        return "week"
    if words.party(text):
        return "party"
    return "area" if places.area(text) else ""


def adds_up(role: str, text: str) -> bool:
    """Whether a row labelled so adds up others, or holds means, by what its label is meant for.

    "Summa" is a category's name too; "Summa Lysekil" and "Summa v. 43" are no categories.
    """
    if role in ("week", "date") and words.is_period(text):
        return True
    if role not in ("category", "party"):
        return words.is_derived(text) or words.is_sum(text) or words.sums_part(text)
    summed = " ".join(word for word in text.split() if not words.is_sum(word))
    known = any(names.category(label).code for label in (text, summed))
    # "Total deaths" may be a name of its own; "Lysekil totalt" sums what it names.
    part = words.sums_part(text) and (kind_of(summed) or words.simplify(text).startswith(_SUMMED))
    return words.is_derived(text) or bool(part and not known)


def _adds(label: Label) -> bool:
    return words.is_sum(shown(label.value).strip())


class StatedOnce:
    """Weeks and categories that stand once for the rows below them, the cells there being empty.

    Only where a column never repeats what it says, and the row differs from all others of its group: a single
    cell that someone forgot to fill is never filled for them.
    """

    def __init__(self, table: Table, sheet: Sheet) -> None:
        self.sheet = sheet
        self.columns = {role: table.keys[role] for role in ("week", "category") if role in table.keys}
        apart = len(set(self.columns.values())) == len(table.keys.keys() & {"week", "category"})
        figures = [column.index for column in table.columns]
        below = range(table.header + 1, table.last)
        rows = [row for row in below if any(not blank(sheet.at(row, column)) for column in figures)]
        self.roles = [role for role, column in self.columns.items() if apart and self._once(column, rows)]
        self.latest: dict[str, Place] = {}
        self.groups: dict[str, set[tuple[str, ...]]] = {}

    def _once(self, column: int, rows: list[int]) -> bool:
        filled = [text for row in rows if (text := shown(label_at(self.sheet, row, column)).strip())]
        return all(one != two for one, two in pairwise(filled))

    def fill(self, row: int, keys: dict[str, Value]) -> dict[str, Place]:
        """Put the standing values into a row's blank labels; where they stand."""
        filled = {}
        for role in self.roles:
            others = tuple(shown(value) for name, value in keys.items() if name != role)
            if not blank(keys[role]):
                self.latest[role], self.groups[role] = (row, self.columns[role]), {others}
            elif role in self.latest and others not in self.groups[role]:
                self.groups[role].add(others)
                keys[role] = self.sheet.at(*self.latest[role])
                filled[role] = self.latest[role]
        return filled

    def forget(self) -> None:
        """A sum ends the groups above it."""
        self.latest, self.groups = {}, {}


class Aside:
    """Lines that say that what follows is something else than reports, until a line says otherwise."""

    def __init__(self, table: Table, sheet: Sheet) -> None:
        self.table, self.sheet, self.open = table, sheet, False

    def begins(self, row: int) -> Place | None:
        """The place of such a line."""
        filled = [c for c in range(self.table.left, self.table.right) if not blank(self.sheet.at(row, c))]
        text = shown(self.sheet.at(row, filled[0])).strip() if len(filled) == 1 else ""
        if words.heads_derived(text):
            self.open = True
            return row, filled[0]
        if kind_of(text) or "anmäl" in text.casefold():
            self.open = False
        return None


def runs_over(table: Table, sheet: Sheet, row: int) -> Place | None:
    """The first figure of a text file's line beyond its headings: there a figure was cut in two."""
    values, headed = [] if sheet.name else sheet.rows[row], sheet.rows[table.header]
    end = max((c + 1 for c, heading in enumerate(headed) if not blank(heading)), default=0)
    return next(((row, c) for c in range(end, len(values)) if is_figure(values[c])), None)
