"""Headings of several rows: what the rows above the lowest one say about each column of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from etl import cells, names
from etl.grid import Place, Sheet, Value, blank, shown
from etl.layouts import places, words
from etl.layouts.compound import compound
from etl.layouts.headings import Heading, heading, label_at

_ROWS = 4
KINDS = ("year", "category", "party", "area", "week")


@dataclass(frozen=True, slots=True)
class Fact:
    """What a heading above says: the year, week, label, party or area; and where it stands."""

    value: object
    place: Place


Facts = dict[str, Fact]


@dataclass
class Above:
    """What stands above the lowest headings.

    Attributes:
        facts: by column and kind; rows: those that hold headings rather than titles.
        sums, derived: columns that a heading above calls so; unclear: those below a label unknown to us.
    """

    facts: dict[int, Facts]
    rows: set[int]
    sums: set[int]
    derived: set[int]
    unclear: dict[int, Place] = field(default_factory=dict)

    def stated(self) -> frozenset[str]:
        """The kinds that every column of figures has."""
        every = [set(facts) for facts in self.facts.values()]
        return frozenset(set.intersection(*every)) if every else frozenset()


def facts_above(sheet: Sheet, row: int, columns: Sequence[int], low: int = 0) -> Above:
    """Read the rows above; a label holds to the right until the next one, merged ones as far as the merge."""
    above = Above({column: {} for column in columns}, set(), set(), set())
    for upper in range(row - 1, max(low - 1, row - 1 - _ROWS), -1):
        spread = _spread(sheet, upper, columns)
        if not spread:
            continue
        values = [value for value, _ in spread.values()]
        kind = _kind(sheet, upper, values, columns[0])
        if not kind:
            kind = _other_kind(values)
        if not kind:
            if upper == row - 1:
                _note_unclear(above, spread)
            continue
        above.rows.add(upper)
        for column, (value, place) in spread.items():
            _note(above, kind, column, value, place)
    return above


def _other_kind(values: Sequence[Value]) -> str:
    """``several``: each label says several things; ``derived``: some head figures that are no counts."""
    texts = [shown(value).strip() for value in values]
    if all(map(compound, texts)):
        return "several"
    return "derived" if len(set(texts)) > 1 and any(map(_is_no_count, texts)) else ""


def _is_no_count(text: str) -> bool:
    return words.is_derived(text) or words.is_running(text)


def _note_unclear(above: Above, spread: dict[int, tuple[Value, Place]]) -> None:
    """Labels beside one another that we do not know: they may change what is counted below them."""
    if len({shown(value).strip() for value, _ in spread.values()}) < 2:
        return  # a title, or the same words over each block
    for column, (value, place) in spread.items():
        text = shown(value).strip()
        plain = (
            words.is_period(text) or words.harmless(text) or words.column_role(text) or cells.read_week(value)
        )
        if isinstance(value, str) and not plain and not words.is_made(text):
            above.unclear[column] = place


def _note(above: Above, kind: str, column: int, value: Value, place: Place) -> None:
    text = shown(value).strip()
    if _is_no_count(text):
        above.derived.add(column)
    elif kind == "derived":
        return
    elif words.is_sum(text) and kind != "category":
        above.sums.add(column)
    elif kind == "several":
        for part, said in compound(text).items():
            above.facts[column].setdefault(part, Fact(said, place))
    elif kind not in above.facts[column]:
        fact = _value(kind, value)
        if fact is not None:
            above.facts[column][kind] = Fact(fact, place)


def _value(kind: str, value: Value) -> object:
    text = shown(value).strip()
    if kind == "year":
        return cells.read_year(value)
    if kind == "week":
        return cells.read_week(value)
    return places.plain(text) if kind == "area" else text


def _spread(sheet: Sheet, row: int, columns: Sequence[int]) -> dict[int, tuple[Value, Place]]:
    """Column → the label that holds there, and its place."""
    ends = {(top, left): right for top, left, _, right in sheet.merges if right > left}
    found: dict[int, tuple[Value, Place]] = {}
    wanted, latest, end = set(columns), None, -1
    if any(map(words.is_made, _texts(sheet, row))):
        return {}
    for column in range(columns[0], columns[-1] + 1):
        value = label_at(sheet, row, column)
        if not blank(value):
            text = shown(value).strip()
            latest = None if words.column_role(text) in ("week", "category", "area", "year") else value
            place = (row, column)
            end = ends.get(place, columns[-1])
        if latest is not None and column in wanted and column <= end:
            found[column] = (latest, place)
    return found


def _texts(sheet: Sheet, row: int) -> list[str]:
    return [value for value in sheet.rows[row] if isinstance(value, str)]


def _kind(sheet: Sheet, row: int, values: list[Value], first: int) -> str:
    """What a row of headings tells apart; "" when it is none."""
    corner = {
        words.column_role(shown(value).strip()) for value in sheet.rows[row][:first] if not blank(value)
    }
    texts = [shown(value).strip() for value in values]
    if any(map(cells.read_year, values)):
        return "year"
    if any(names.category(text).code and not words.is_sum(text) for text in texts):
        return "category"
    if any(map(words.party, texts)) and not any(map(places.area, texts)):
        return "party"
    if any(map(places.area, texts)):
        return "area"
    weeks = [cells.read_week(value) for value in values]
    spelled = any(week and not week.bare for week in weeks)
    if len({shown(value) for value in values}) == 1 and weeks[0] and weeks[0].by_date:
        return ""  # the day on which the sheet was made, more likely than a week
    if spelled or ("week" in corner and any(weeks)):
        return "week"
    return "area" if "area" in corner else ""


def headed_below(sheet: Sheet, row: int, figures: Sequence[Heading]) -> bool:
    """Whether the next filled row holds headings too, so that this one is not the lowest."""
    first = figures[0].column
    below = next(
        (
            n
            for n in range(row + 1, min(row + 4, len(sheet.rows)))
            if any(not blank(v) for v in sheet.rows[n])
        ),
        None,
    )
    if below is None:
        return False
    last = figures[-1].column
    filled = {c: v for c, v in enumerate(sheet.rows[below]) if first <= c <= last and not blank(v)}
    if not any(h.column in filled for h in figures):
        return False
    if _divides(sheet, row, below, figures):
        return True
    bare = _is_run(sheet, below, first, list(filled.values()))
    if any(map(cells.read_year, filled.values())) and _labelled(sheet, below, first):
        return False
    return all(_heads(heading(c, v), bare) for c, v in filled.items())


def _divides(sheet: Sheet, row: int, below: int, figures: Sequence[Heading]) -> bool:
    """Whether words below divide a heading over several columns: Stöld over Bil | Cykel | Butik."""
    ends = {left: right for top, left, _, right in sheet.merges if top == row}
    for h in figures:
        end = ends.get(h.column, h.column)
        span = [sheet.at(below, column) for column in range(h.column, end + 1)]
        worded = all(isinstance(value, str) and any(map(str.isalpha, value)) for value in span)
        counts = [cells.read_count(value).count for value in span]
        if len(span) > 1 and worded and counts == [None] * len(span):
            return True
    return False


def _is_run(sheet: Sheet, row: int, first: int, values: list[Value]) -> bool:
    """Whether plain numbers are weeks: they follow one another, and their line is named as labels are."""
    corner = [shown(v).strip() for v in sheet.rows[row][:first] if not blank(v)]
    named = any(words.column_role(text) in ("week", "category", "area", "year") for text in corner)
    weeks = [week.week for value in values if (week := cells.read_week(value)) and week.bare]
    steps = {(two - one) % 52 for one, two in pairwise(weeks)}
    return named and len(weeks) == len(values) > 1 and steps <= {0, 1}


def _labelled(sheet: Sheet, row: int, first: int) -> bool:
    """Whether a line bears a label of its own, as lines of counts do: then its numbers are no years."""
    corner = [shown(value).strip() for value in sheet.rows[row][:first] if not blank(value)]
    return any(not words.column_role(text) for text in corner)


def _heads(h: Heading, bare: bool) -> bool:
    if h.week and h.week.bare:
        return bare
    known = h.role or h.week or h.year or h.code or h.party or h.area or h.adds or h.derived or h.parts
    return bool(known or names.is_kind(h.text))
