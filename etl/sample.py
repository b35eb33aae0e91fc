"""The sample data: loaded whole into an empty store through the same door as any file, and taken away again.

Sample and own data are never mixed in silence: the sample goes only into a store that holds nothing else,
and as long as it stands ``remark`` says so. What it wrote carries ``ACTOR``, and leaves with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from crimestats.config import ROOT
from crimestats.i18n import texts
from crimestats.store import Store, Writer
from crimestats.weeks import parse_week
from etl.load import load_file

FOLDER = ROOT / "data" / "sample"
AREA = "Lysekil"
ACTOR = "exempeldata"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SampleResult:
    """What was done: ``loaded``, ``present``, ``own_data`` or ``gone``; ``removed`` or ``nothing``.

    ``files``: how many uploads it is about.
    """

    code: str
    files: int = 0

    def message(self, lang: str = "sv") -> str:
        """The sentence for people."""
        return texts(lang)(f"sample.{self.code}", files=self.files)


def load_sample(store: Store, folder: Path = FOLDER) -> SampleResult:
    """Load the sample into a store that has no uploads; in any other store change nothing and say why.

    All of it is one append: a load that is broken off leaves the store empty.

    Raises:
        StoreError: when the store cannot be written.
        SampleFault: when a sample file is refused, which is a fault of ours.
    """
    if done := _already(store.rows("uploads")):
        return done
    return store.append(lambda writer: _load(store, writer, folder))


def remove_sample(store: Store, actor: str = "") -> SampleResult:
    """Withdraw every sample upload and take the sample's periods and calendar away, all as appended rows."""
    if not _standing(store.rows("uploads")):
        return SampleResult("nothing")
    return store.append(lambda writer: _remove(writer, actor))


def remark(store: Store, lang: str = "sv") -> str:
    """What to tell the one who loads a file of their own while the sample still stands, else ""."""
    return texts(lang)("sample.still_there") if _standing(store.rows("uploads")) else ""


class SampleFault(RuntimeError):
    """A sample file that the reader refuses: tests keep it from happening."""


class _Draft(Store):
    """The store as seen from inside one append, so that several loads become one published version."""

    def __init__(self, store: Store, writer: Writer) -> None:
        super().__init__(store.folder)
        self._writer = writer

    def rows(self, name: str, /, **values: object) -> list[dict[str, Any]]:
        return self._writer.rows(name, **values)

    def append(self, work: Callable[[Writer], T]) -> T:
        return work(self._writer)


def _already(uploads: Sequence[Mapping[str, Any]]) -> SampleResult | None:
    if not uploads:
        return None
    if any(not upload["sample"] for upload in uploads):
        return SampleResult("own_data")
    return SampleResult("present" if _standing(uploads) else "gone", len(uploads))


def _standing(uploads: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [upload for upload in uploads if upload["sample"] and not upload["withdrawn"]]


def _load(store: Store, writer: Writer, folder: Path) -> SampleResult:
    if done := _already(writer.rows("uploads")):  # another process was quicker
        return done
    draft = _Draft(store, writer)
    listed = _toml(folder / "uploads.toml")["upload"]
    for upload in listed:
        result = load_file(
            draft,
            upload["file"],
            (folder / upload["file"]).read_bytes(),
            area=AREA,
            sender=ACTOR,
            received_at=upload["received_at"],
            sample=True,
            comment=upload["comment"],
        )
        if result.problems_that_stop:
            raise SampleFault(f"{upload['file']}: {result}")
    calendar = _toml(folder / "calendar.toml")
    _insert(writer, "period", calendar["period"])
    _insert(writer, "calendar_event", [{"categories": "", **event} for event in calendar["event"]])
    return SampleResult("loaded", len(listed))


def _insert(writer: Writer, table: str, given: Sequence[Mapping[str, str]]) -> None:
    moment = writer.moment()
    rows = [
        {
            **{name: value for name, value in row.items() if name not in ("first", "last")},
            "first_week": parse_week(row["first"]).ordinal,
            "last_week": parse_week(row["last"]).ordinal,
            "area": AREA,
            "recorded_at": moment,
            "actor": ACTOR,
        }
        for row in given
    ]
    writer.insert(table, rows)


def _remove(writer: Writer, actor: str) -> SampleResult:
    standing = _standing(writer.rows("uploads"))
    moment, reason = writer.moment(), texts("sv")("sample.reason")
    withdrawn = [
        {"upload_id": upload["id"], "action": "withdraw", "actor": actor, "at": moment, "reason": reason}
        for upload in standing
    ]
    writer.insert("withdrawal", withdrawn)
    for table, standing_rows, edit in (
        ("period", "periods", "period_edit"),
        ("calendar_event", "calendar_events", "calendar_event_edit"),
    ):
        own = [row["id"] for row in writer.rows(standing_rows, area=AREA) if row["actor"] == ACTOR]
        newest = [writer.rows(edit, id=number)[0] for number in own]
        gone = {"removed": True, "actor": actor, "recorded_at": moment}
        writer.insert(table, [{**row, **gone, "edit": row["edit"] + 1} for row in newest])
    writer.audit(actor, "sample.remove", f"{len(standing)} uploads")
    return SampleResult("removed", len(standing))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
