"""What is known of a sender: earlier answers about names, and the columns of the last file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from typing import Any

from crimestats.categories import fold
from crimestats.store import Store, Writer
from etl import names
from etl.answers import Options
from etl.grid import Sheet, address, shown
from etl.layouts import words
from etl.layouts.headings import label_at
from etl.layouts.table import Table
from etl.naming import SKIP
from etl.problems import WARNING, Problem
from etl.read import Reading

_MOST_COLUMNS, _LONGEST = 100, 60
_WEEKS = "*"
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_remembered(store: Store, sender: str, options: Options) -> Options:
    """The options with what the sender has answered before; answers given now come first."""
    held = store.rows("remembered_answers", sender=sender)
    earlier = {row["label"]: row["answer"] for row in held}
    return replace(options, answers=replace(options.answers, remembered=earlier))


def remember(writer: Writer, upload: int, sender: str, reading: Reading, at: datetime) -> None:
    """Put on record what names were read as by answer, and how the columns were headed."""
    rows: dict[str, dict[str, Any]] = {}
    for problem in reading.problems:
        if answer := _answered(problem):
            rows[fold(problem.label)] = {
                "upload_id": upload, "sender": sender, "label": fold(problem.label), "written": problem.label,
                "answer": answer, "actor": sender, "at": at,
            }  # fmt: skip
    writer.insert("answer", list(rows.values()))
    headed = [
        {"upload_id": upload, "part": part, "position": position, "text": text}
        for part, (sheet, table) in enumerate(reading.tables, 1)
        for position, (text, _) in enumerate(headings_of(sheet, table), 1)
    ]
    writer.insert("heading", headed)


def _answered(problem: Problem) -> str:
    if problem.code == "category_left_out":
        return SKIP
    return str(problem.values["category"]) if problem.code == "category_mapped" else ""


# --- the columns


def since_last(store: Store, sender: str, reading: Reading) -> Reading:
    """The reading, with a warning per table whose columns differ from those of the sender's last file."""
    if not sender or not reading.tables:
        return reading
    held = store.rows("last_headings", sender=sender, layout=reading.layout)
    if not held:
        return reading
    about = {"file": held[0]["file_name"], "day": held[0]["received_at"]}
    before = {
        part: [row["text"] for row in rows] for part, rows in groupby(held, key=lambda row: row["part"])
    }
    found: list[Problem] = []
    for part, (sheet, table) in enumerate(reading.tables, 1):
        if part in before:
            found += _differences(sheet, table, before[part], about)
    return replace(reading, problems=(*reading.problems, *found))


def headings_of(sheet: Sheet, table: Table) -> list[tuple[str, int]]:
    """Each headed column's text and index; neighbouring columns of weeks count as one."""
    weeks = {column.index for column in table.columns if column.week}
    found: list[tuple[str, int]] = []
    for column in range(min(sheet.width, _MOST_COLUMNS)):
        text = _WEEKS if column in weeks else shown(label_at(sheet, table.header, column)).strip()[:_LONGEST]
        if text and not (found and found[-1][0] == text):
            found.append((text, column))
    return found


def _meaning(text: str) -> str:
    """What a heading means: spellings of one name are the same, and a year in it does not count."""
    bare = _YEAR.sub("", text).strip()
    return names.category(bare).code or words.column_role(bare) or fold(bare) or text


def _differences(
    sheet: Sheet, table: Table, before: Sequence[str], about: dict[str, object]
) -> Iterator[Problem]:
    """Columns gone or come, and columns in another order; nothing where less than half of them are the same:
    that is another kind of file, and each file is read by its own headings."""
    now = headings_of(sheet, table)
    texts = {_meaning(text): (text, column) for text, column in now}
    earlier = {_meaning(text): text for text in before}
    common = [meaning for meaning in earlier if meaning in texts]
    if 2 * len(common) < len(earlier):
        return
    gone = [text for meaning, text in earlier.items() if meaning not in texts]
    come = [where for meaning, where in texts.items() if meaning not in earlier]
    if gone or come:
        cell = address(table.header, come[0][1]) if come else ""
        values = {"gone": gone or ["–"], "come": [text for text, _ in come] or ["–"]}
        yield Problem(WARNING, "columns_changed", sheet.name, cell, {**values, **about})
    moved = [
        texts[one]
        for one, other in zip((m for m in texts if m in earlier), common, strict=True)
        if one != other
    ]
    if moved:
        cell = address(table.header, moved[0][1])
        yield Problem(WARNING, "columns_moved", sheet.name, cell, {"text": moved[0][0], **about})
