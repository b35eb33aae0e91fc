"""A sentence taken apart: its segments, and which words belong to a number in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from crimestats.checking.model import Item, Moment, Quantity, Sentence, Subject, Topic

# Words that part a sentence into segments, each with its own number, category and time.
_PARTING = ("apart", "source", "towards", "stop", "them")
_BASE = ("apart", "source")
# Moments that are looked back upon; beside a word of change they are what is compared with.
_VERBS = (
    "är",
    "var",
    "blev",
    "blir",
    "har",
    "hade",
    "innebär",
    "betyder",
    "ser",
    "syns",
    "märks",
    "ligger",
    "låg",
)
BACK = ("year_before", "same_time", "before", "week_before", "two_years", "same_in_year")
CATEGORIES = ("category", "rest")


def _compares(item: Item) -> bool:
    """*fler än*, taken as one word."""
    return item.kind == "change" and item.text.endswith(" än")


@dataclass
class Line:
    """The items of one sentence and what the sentences before were about."""

    sentence: Sentence
    items: list[Item]
    topic: Topic
    own_places: frozenset[str] = frozenset()
    taken: set[int] = field(default_factory=set)

    @cached_property
    def segment(self) -> list[int]:
        """For each item the number of its segment."""
        numbers: list[int] = []
        current = 0
        for n, item in enumerate(self.items):
            parts = (
                item.kind in _PARTING or _compares(item) or (item.kind == "mark" and item.text in ",;()–:")
            )
            if (parts and not self._joins(n)) or self._resumes(n, numbers):
                current += 1
            numbers.append(current)
        return numbers

    def _resumes(self, n: int, numbers: list[int]) -> bool:
        """*Jämfört med oktober är våldsbrotten 15*: the verb begins the statement itself."""
        item = self.items[n]
        verb = item.text in _VERBS or item.kind in ("reported", "change")
        opened = bool(numbers) and self.items[numbers.index(numbers[-1])].kind == "apart" and numbers[-1] <= 1
        return verb and opened and any(one.kind == "time" for one in self.items[:n])

    def _joins(self, n: int) -> bool:
        """A comma or *och* between two categories, weeks or parties makes a list, not a new segment."""
        item = self.items[n]
        if item.kind == "mark" and item.text == ":":
            return True
        if item.text == "–" and self.quantity(n - 1) and self.quantity(n + 1):
            return True
        if not (
            item.text in (",", "och", "samt", "–", "respektive", "+", "&") and 0 < n < len(self.items) - 1
        ):
            return False
        one, two = self.items[n - 1], self.items[n + 1]
        return one.kind == two.kind and one.kind in (*CATEGORIES, "time", "party")

    def in_segment(self, number: int) -> Iterator[int]:
        return (n for n, segment in enumerate(self.segment) if segment == number)

    def opener(self, n: int) -> Item:
        """The first item of an item's segment."""
        return self.items[next(self.in_segment(self.segment[n]))]

    def kinds(self, n: int) -> set[str]:
        """The kinds that an item's segment holds."""
        return {self.items[m].kind for m in self.in_segment(self.segment[n])}

    def at(self, n: int) -> Item | None:
        return self.items[n] if 0 <= n < len(self.items) else None

    def kind_at(self, n: int) -> str:
        item = self.at(n)
        return item.kind if item is not None else ""

    def quantity(self, n: int) -> Quantity | None:
        item = self.at(n)
        return item.value if item is not None and isinstance(item.value, Quantity) else None

    # -- times

    def is_base(self, n: int) -> bool:
        """Whether a moment is what is compared with."""
        item, opener = self.items[n], self.opener(n)
        if opener.kind in _BASE or _compares(opener):
            return True
        before = self.at(n - 1)
        if self.in_brackets(n):
            return True
        if before is not None and before.text in ("sedan", "mellan", "mot", "än"):
            return True
        moment = item.value
        changes = any(self.items[m].kind == "change" for m in self.in_segment(self.segment[n]) if m < n)
        return changes and isinstance(moment, Moment) and moment.kind in BACK

    def in_brackets(self, n: int) -> bool:
        """*v. 43–46 2021 (v. 43–46 2020)*: the second is what the figures in brackets are of."""
        around = [item.text if item is not None else "" for item in (self.at(n - 1), self.at(n + 1))]
        one = self.items[n - 2].value if n > 1 else None
        two = self.items[n].value
        if around != ["(", ")"] or not isinstance(one, Moment) or not isinstance(two, Moment):
            return False
        return two.kind in BACK or (two.year != one.year and two.year > 0)

    def moments(self, *, base: bool) -> list[int]:
        """Positions of the sentence's moments that are, or are not, what is compared with."""
        return [n for n, item in enumerate(self.items) if item.kind == "time" and self.is_base(n) == base]

    def own_moment(self, n: int) -> int | None:
        """Position of the moment in the item's own segment, the nearest; after ``då`` the one before it."""
        compares = self.opener(n).kind in _BASE or _compares(self.opener(n))
        inside = [m for m in self.in_segment(self.segment[n]) if self.items[m].kind == "time"]
        inside = [m for m in inside if (compares or not self.is_base(m)) and not self._taken(m, n)]
        if inside:
            return min(inside, key=lambda m: abs(m - n))
        if self.opener(n).text in ("då", "(") or self._second(n) == "då":
            earlier = [m for m in range(n) if self.items[m].kind == "time"]
            if earlier and self.opener(n).text != "(":
                return earlier[-1]
        return None

    def _taken(self, moment: int, n: int) -> bool:
        """Whether another number stands between a moment and an item, unless the moment leads them both."""
        between = range(min(moment, n) + 1, max(moment, n))
        counts = [m for m in between if (q := self.quantity(m)) is not None and not q.article]
        leads = moment < n and not any(self.quantity(m) for m in range(moment))
        return bool(counts) and not leads

    def _second(self, n: int) -> str:
        """The second word of the segment, where its first is a comma."""
        inside = list(self.in_segment(self.segment[n]))
        return self.items[inside[1]].text if len(inside) > 1 and self.items[inside[0]].text in ",(" else ""

    def moment_for(self, n: int) -> int | None:
        """Position of the moment that an item is about: its own, the sentence's first, or its only one."""
        own = self.own_moment(n)
        if own is not None or self.opener(n).kind in _BASE:
            return own
        others = self.moments(base=False)
        leading = [m for m in others if m < n]
        if leading:
            return leading[0]
        free = [m for m in others if not any(self.quantity(k) for k in self.in_segment(self.segment[m]))]
        values = {self.items[m].value for m in free}
        return free[0] if len(values) == 1 else None

    # -- subjects

    def run_back(self, n: int) -> list[int]:
        """Positions of the nearest categories before an item: one, or a list (*våld och skadegörelse*)."""
        last = next((m for m in range(n - 1, -1, -1) if self.items[m].kind in CATEGORIES), None)
        return [] if last is None else self._run(last, -1)

    def run_on(self, n: int) -> list[int]:
        """The list of categories that begins at a position."""
        return self._run(n, 1)

    def _run(self, n: int, step: int) -> list[int]:
        found = [n]
        while True:
            link, after = self.at(found[-1] + step), self.at(found[-1] + 2 * step)
            joined = link is not None and link.text in (
                ",",
                "och",
                "samt",
                "+",
                "&",
                "plus",
                "eller",
                "respektive",
            )
            if not joined or after is None or after.kind not in CATEGORIES:
                return sorted(found)
            found.append(found[-1] + 2 * step)

    def subjects_at(self, positions: list[int], *, summed: bool) -> tuple[Subject, ...]:
        """What a list of categories means; summed when it is told as one figure."""
        first = self.items[positions[0]].value
        if len(positions) == 1 or not summed:
            told = first if isinstance(first, tuple) else ()
            return (*told, *self._unlisted(positions[0])) if self.items[positions[0]].kind == "rest" else told
        parts = [value for m in positions if isinstance(value := self.items[m].value, tuple)]
        widest = max(len(part) for part in parts)
        sums = [
            Subject(
                tuple(code for part in parts for code in part[min(k, len(part) - 1)].plus),
                tuple(code for part in parts for code in part[min(k, len(part) - 1)].minus),
            )
            for k in range(widest)
        ]
        return tuple(dict.fromkeys(sums))

    def _unlisted(self, n: int) -> tuple[Subject, ...]:
        """*övrigt* after a list: everything less what the sentence has named."""
        told = [
            item.value for item in self.items[:n] if item.kind == "category" and isinstance(item.value, tuple)
        ]
        codes = tuple(dict.fromkeys(code for subjects in told for code in subjects[0].plus))
        return (Subject(("total",), codes),) if codes else ()
