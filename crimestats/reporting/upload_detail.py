"""One received file: what it changed when it came, the answers it was read with, when it was taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crimestats.categories import categories
from crimestats.charts.model import Table
from crimestats.charts.shares import party_name
from crimestats.i18n import Formats, texts
from crimestats.store import Store
from crimestats.weeks import IsoWeek

_COLUMNS = ("week", "category", "areas", "old", "new", "cell")
# The changed counts that are told one by one.
_MOST = 200


@dataclass(frozen=True)
class UploadDetail:
    """``summary`` counts new, changed and unchanged counts; ``changed`` lists the changed ones, old → new."""

    summary: str
    changed: Table
    answers: tuple[str, ...]
    actions: tuple[str, ...]


def upload_detail(store: Store, upload_id: int, *, lang: str = "sv") -> UploadDetail:
    """All that is on record about an upload; an unknown number gives an empty one.

    Raises:
        StoreError: when the store cannot be read.
    """
    held = store.rows("upload_changes", upload_id=upload_id)
    changed = [row for row in held if row["old"] is not None and row["old"] != row["count"]]
    new = sum(row["old"] is None for row in held)
    say, write = texts(lang), Formats(lang)
    return UploadDetail(
        summary=say(
            "report.upload.summary",
            new=write.number(new),
            changed=write.number(len(changed)),
            unchanged=write.number(len(held) - new - len(changed)),
        ),
        changed=_table(changed[:_MOST], lang),
        answers=tuple(_answer(row, lang) for row in store.rows("upload_answers", upload_id=upload_id)),
        actions=tuple(_action(row, lang) for row in store.rows("upload_actions", upload_id=upload_id)),
    )


def _table(changed: Sequence[Mapping[str, Any]], lang: str) -> Table:
    say, write = texts(lang), Formats(lang)
    rows, numbers = [], []
    for row in changed:
        week = IsoWeek.from_ordinal(row["week"])
        known = categories().get(row["category"])
        name = known.name(lang) if known else row["category"]
        if row["injured_party"]:
            name = f"{name}, {party_name(row['injured_party'], lang)}"
        place = f"{row['sheet']} {row['cell']}".strip()
        counts = (row["old"], row["count"])
        rows.append((write.week(week, year=True), name, row["area"], *map(write.number, counts), place))
        numbers.append((str(week), name, row["area"], *counts, place))
    heads = tuple(say(f"report.column.{name}") for name in _COLUMNS)
    return Table(say("report.upload.changed"), heads, tuple(rows), tuple(numbers))


def _answer(row: Mapping[str, Any], lang: str) -> str:
    """``”Skadegörlse” lästes som Skadegörelse.``"""
    known = categories().get(row["answer"])
    key = "report.upload.answer" if known else "report.upload.left_out"
    return texts(lang)(key, text=row["written"], category=known.name(lang) if known else "")


def _action(row: Mapping[str, Any], lang: str) -> str:
    """``Tillbakatagen 29 november 2021 kl. 09.10 av Bo: fel fil``"""
    who = "by" if row["actor"] else "nobody"
    return texts(lang)(
        f"report.upload.{row['action']}_{who}",
        moment=Formats(lang).moment(row["at"]),
        actor=row["actor"],
        reason=row["reason"],
    )
