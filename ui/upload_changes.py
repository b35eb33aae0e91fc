"""What a file changes against what is known: how many counts, and each of them by week and category."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crimestats.categories import categories
from crimestats.i18n import Formats, texts
from crimestats.weeks import IsoWeek
from ui.html import details, scroll, table, tag, text

# More weeks than this stand below each other, year by year, and open on demand.
_ACROSS = 8
_MOST_CHANGED, _MOST_BLOCKS = 100, 40
_COLUMNS = ("app.address.week", "app.address.category", "app.area", "upload.before", "upload.after")


@dataclass(frozen=True, slots=True)
class Held:
    """One count of a file, and what stands now (None where nothing does)."""

    area: str
    week: IsoWeek
    category: str
    party: str
    old: int | None
    new: int

    @property
    def kind(self) -> str:
        """``new``, ``changed`` or ``unchanged``."""
        return "new" if self.old is None else "unchanged" if self.old == self.new else "changed"


def held(rows: Sequence[Mapping[str, Any]], old: Sequence[int | None]) -> list[Held]:
    """``rows`` and ``changes.old`` as ``python -m etl read --against-store --json`` gives them."""
    return [
        Held(
            row["area"],
            IsoWeek(row["iso_year"], row["iso_week"]),
            row["category"],
            row["injured_party"],
            was,
            row["count"],
        )
        for row, was in zip(rows, old, strict=True)
    ]


def described(counts: Sequence[Held], lang: str) -> str:
    """In a line, then the changed ones, then all of them by week and category."""
    say, write = texts(lang), Formats(lang)
    changed = [one for one in counts if one.kind == "changed"]
    if not changed and all(one.kind == "unchanged" for one in counts):
        lead = say("upload.changes_same", n=write.number(len(counts)))
    else:
        lead = summed(counts, lang)
    first = tag("p", tag("strong", text(lead)))
    blocks = _blocks(counts)
    if len(blocks) == 1 and len({one.week for one in counts}) <= _ACROSS:
        return first + _key(lang) + _matrix(counts, lang, across=True)
    shown = "".join(
        _block(area, year, block, lang) for (area, year), block in list(blocks.items())[:_MOST_BLOCKS]
    )
    more = len(blocks) - _MOST_BLOCKS
    rest = tag("p", text(say("upload.blocks_more", n=write.number(more)))) if more > 0 else ""
    return first + (_changed(changed, lang) if changed else "") + _key(lang) + shown + rest


def summed(counts: Sequence[Held], lang: str) -> str:
    """``Nya värden: 3. Ändrade: 1. Oförändrade: 60.``"""
    kinds = [one.kind for one in counts]
    numbers = {kind: Formats(lang).number(kinds.count(kind)) for kind in ("new", "changed", "unchanged")}
    return texts(lang)("upload.changes_lead", **numbers)


def _blocks(counts: Sequence[Held]) -> dict[tuple[str, int], list[Held]]:
    """By area, and newest year first."""
    found: dict[tuple[str, int], list[Held]] = {}
    for one in sorted(counts, key=lambda one: (one.area, -one.week.year)):
        found.setdefault((one.area, one.week.year), []).append(one)
    return found


def _block(area: str, year: int, counts: Sequence[Held], lang: str) -> str:
    words = texts(lang)("upload.block", area=area, year=year, text=summed(counts, lang))
    return details(words, _matrix(counts, lang, across=False))


def _changed(changed: Sequence[Held], lang: str) -> str:
    say, write = texts(lang), Formats(lang)
    body = (
        [
            text(word)
            for word in (
                write.week(one.week, year=True),
                _name(one.category, one.party, lang),
                one.area,
                write.number(one.old or 0),
                write.number(one.new),
            )
        ]
        for one in changed[:_MOST_CHANGED]
    )
    more = len(changed) - _MOST_CHANGED
    rest = tag("p", text(say("upload.changed_more", n=write.number(more)))) if more > 0 else ""
    return table(say("upload.changed_caption"), [say(column) for column in _COLUMNS], body) + rest


def _name(category: str, party: str, lang: str) -> str:
    name = categories()[category].name(lang)
    return f"{name}, {texts(lang)(f'app.party.{party}')}" if party else name


# --- every count by week and category


def _matrix(counts: Sequence[Held], lang: str, *, across: bool) -> str:
    """Weeks as columns where they are few, else as rows; an empty cell is a count that the file lacks."""
    say, write = texts(lang), Formats(lang)
    weeks = sorted({one.week for one in counts})
    order = list(categories())
    names = sorted({(order.index(one.category), one.category, one.party) for one in counts})
    at = {(one.week, one.category, one.party): one for one in counts}
    years = len({week.year for week in weeks}) > 1
    week_heads = [text(write.week(week, year=years)) for week in weeks]
    name_heads = [text(_name(category, party, lang)) for _, category, party in names]
    cells = [[_cell(at.get((week, *name[1:])), lang) for name in names] for week in weeks]
    if across:
        cells, week_heads, name_heads = (
            [list(row) for row in zip(*cells, strict=True)],
            name_heads,
            week_heads,
        )
    head = tag("tr", tag("td"), *(tag("th", one, scope="col") for one in name_heads))
    body = (tag("tr", tag("th", one, scope="row"), *row) for one, row in zip(week_heads, cells, strict=True))
    caption = say("upload.matrix_caption", area=counts[0].area, year=counts[0].week.year)
    inner = tag(
        "table", tag("caption", text(caption)), tag("thead", head), tag("tbody", *body), class_="lb-changes"
    )
    return scroll(inner, caption)


def _cell(one: Held | None, lang: str) -> str:
    """``4``, or ``3 → 4``; new ones and changed ones are told in words too, for who hears the table."""
    say, write = texts(lang), Formats(lang)
    if one is None:
        return tag("td", tag("span", text(say("upload.matrix_missing")), class_="lb-hidden"), class_="number")
    words = text(write.number(one.new))
    if one.kind == "changed":
        words = tag("s", text(write.number(one.old or 0))) + f" → {tag('strong', words)}"
    elif one.kind == "new":
        words += tag("span", text(f" ({say('upload.changes_new_key')})"), class_="lb-hidden")
    return tag("td", words, class_=f"number lb-{one.kind}")


def _key(lang: str) -> str:
    say = texts(lang)
    kinds = {"new": "new", "changed": "changed", "unchanged": "same"}
    items = (
        tag("li", tag("span", class_=f"lb-swatch lb-{kind}"), " ", text(say(f"upload.changes_{name}_key")))
        for kind, name in kinds.items()
    )
    return tag("ul", *items, class_="lb-key")
