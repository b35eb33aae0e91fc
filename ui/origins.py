"""Every number has an address: the table of files, sheets and cells that numbers on a page lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

from crimestats.categories import categories
from crimestats.counts import Address
from crimestats.i18n import Formats, texts
from crimestats.narrative.facts import Fact
from crimestats.periods import Period
from ui.html import details, scroll, tag, text

_COLUMNS = ("week", "category", "injured_party", "count", "file", "sheet", "cell", "received")


def anchor(fact: Fact | None) -> str:
    """Where a fact's cells stand on the page; "" when it rests on none. The same cells stand in one place."""
    if fact is None or not fact.addresses:
        return ""
    cells = repr([(one.upload_id, one.sheet, one.cell) for one in fact.addresses])
    return f"cells-{crc32(cells.encode()):08x}"


def origin_table(facts: Iterable[Fact], lang: str) -> str:
    """One group of rows per set of cells; facts that rest on the same ones share it."""
    say = texts(lang)
    groups: dict[str, Fact] = {}
    for fact in facts:
        if target := anchor(fact):
            groups.setdefault(target, fact)
    if not groups:
        return ""
    head = tag("tr", *(tag("th", text(say(f"app.address.{name}")), scope="col") for name in _COLUMNS))
    bodies = "".join(_group(target, fact, lang) for target, fact in groups.items())
    caption = tag("caption", text(say("app.address.caption")))
    table = scroll(
        tag("table", caption, tag("thead", head), bodies, class_="lb-origins"), say("app.where_from")
    )
    return details(say("app.where_from"), table, id_="origins")


def _group(target: str, fact: Fact, lang: str) -> str:
    known = categories()
    name = known[fact.subject].name(lang) if fact.subject in known else texts(lang)("app.this_period")
    weeks = [one.week for one in fact.addresses]
    title = f"{name}, {Formats(lang).weeks(Period(min(weeks), max(weeks)), year=True)}"
    heading = tag(
        "tr", tag("th", text(title), colspan=str(len(_COLUMNS)), scope="colgroup"), class_="lb-group"
    )
    return tag("tbody", heading, *_rows(fact.addresses, lang), id=target, tabindex="-1")


def _rows(addresses: Sequence[Address], lang: str) -> Iterable[str]:
    say, write, known = texts(lang), Formats(lang), categories()
    for one in addresses:
        party = say(f"app.party.{one.injured_party}") if one.injured_party else ""
        category = known[one.category].name(lang) if one.category in known else one.category
        place = (one.file_name, one.sheet, one.cell, write.moment(one.received_at))
        week = tag("th", text(write.week(one.week, year=True)), scope="row")
        yield tag(
            "tr",
            week,
            *(tag("td", text(cell)) for cell in (category, party, write.number(one.count), *place)),
        )
