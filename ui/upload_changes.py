"""What a file would change, in words: new, changed and unchanged counts, the changed ones one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crimestats.categories import categories
from crimestats.i18n import Formats, texts
from crimestats.weeks import IsoWeek
from ui.components import bullets
from ui.html import table, tag, text

MOST_SHOWN = 200
_COLUMNS = (
    "app.address.week", "app.address.category", "app.address.injured_party", "app.area",
    "screens.upload.before", "screens.upload.after",
)  # fmt: skip


def described(changes: Mapping[str, Any], lang: str) -> str:
    """``changes`` as ``python -m etl read --against-store --json`` gives them."""
    say, write = texts(lang), Formats(lang)
    if not changes["new"] and not changes["changed"]:
        return tag("p", text(say("screens.upload.changes_same", n=write.number(changes["unchanged"]))))
    kinds = [kind for kind in ("new", "changed", "unchanged") if changes[kind]]
    lines = [say(f"screens.upload.changes_{kind}", n=write.number(changes[kind])) for kind in kinds]
    return bullets(lines) + (_changed(changes["changes"][:MOST_SHOWN], lang) if changes["changes"] else "")


def _changed(changes: list[Mapping[str, Any]], lang: str) -> str:
    say = texts(lang)
    body = (_row(change, lang) for change in changes)
    return table(say("screens.upload.changed_caption"), [say(column) for column in _COLUMNS], body)


def _row(change: Mapping[str, Any], lang: str) -> list[str]:
    say, write = texts(lang), Formats(lang)
    party = change["injured_party"]
    words = (
        write.week(IsoWeek(change["iso_year"], change["iso_week"]), year=True),
        categories()[change["category"]].name(lang),
        say(f"app.party.{party}") if party else "",
        change["area"],
        write.number(change["old"]),
        write.number(change["new"]),
    )
    return [text(word) for word in words]
