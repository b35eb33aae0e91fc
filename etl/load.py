"""Loads a read file into the store: all or nothing, and the same bytes twice are nothing new."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from crimestats.personal import personal_data
from crimestats.store import Store, Writer
from etl import progress
from etl.answers import Options
from etl.changes import Changes, against_store
from etl.kept import without_authors
from etl.problems import ERROR, WARNING, Problem
from etl.read import Reading, Row, read_file
from etl.sender import remember, since_last, with_remembered

LOADED, ALREADY, WITHDRAWN, OTHER_READING, REFUSED = (
    "loaded",
    "already",
    "withdrawn",
    "other_reading",
    "refused",
)


@dataclass(frozen=True)
class LoadResult:
    """How a load ended.

    ``status``: ``loaded``; ``already`` (these bytes stand already); ``withdrawn`` (they were loaded and taken
    back); ``other_reading`` (they were loaded, but read otherwise then); ``refused`` (see the problems).
    ``upload_id`` and ``received_at``: of the upload that is meant, None when refused.
    """

    status: str
    reading: Reading
    upload_id: int | None = None
    received_at: datetime | None = None
    changes: Changes = field(default_factory=Changes)

    @property
    def done(self) -> bool:
        """Whether the file's counts stand in the store."""
        return self.status in (LOADED, ALREADY)

    @property
    def problems_that_stop(self) -> tuple[Problem, ...]:
        """The errors and open questions; nothing is stored while there are any."""
        return tuple(one for one in self.reading.problems if one.level != WARNING)


def load_file(
    store: Store,
    name: str,
    data: bytes,
    *,
    year: int | None = None,
    area: str | None = None,
    sender: str = "",
    received_at: datetime | None = None,
    sample: bool = False,
    comment: str = "",
    options: Options | None = None,
) -> LoadResult:
    """Read, check and store one file. Nothing of it is kept unless all of it was understood.

    Args:
        received_at: another moment than now, for sample data only; aware.
        options: the same as ``year`` and ``area`` and more (answers, today); overrides them.

    Raises:
        StoreError: when the store cannot be written; nothing is stored then.
    """
    options = with_remembered(store, sender, options or Options(year=year, area=area))
    reading = _loadable(read_file(name, data, options=options), comment)
    if reading.stopped:
        return LoadResult(REFUSED, reading)
    reading, kept = _cleared(reading, data)
    fingerprint = sha256(kept).hexdigest()
    if known := _known(store, reading, fingerprint):
        return known
    if not sample:
        reading = since_last(store, sender, reading)
    progress.reach("compare")
    changes = against_store(store, reading.rows)
    progress.reach("store")
    store.put_bytes(kept)
    upload = {"sha256": fingerprint, "sender": sender, "comment": comment, "sample": sample}
    return store.append(lambda writer: _append(writer, reading, upload, received_at, changes))


def _loadable(reading: Reading, comment: str) -> Reading:
    """The reading, with what stops a load besides: no count at all, a comment with personal data."""
    found = list(reading.problems)
    if not reading.stopped and not reading.rows:
        found.append(Problem(ERROR, "no_counts"))
    if kind := personal_data(comment):
        found.append(Problem(ERROR, "personal_data_comment", values={"kind": kind}))
    return replace(reading, problems=tuple(found))


def _cleared(reading: Reading, data: bytes) -> tuple[Reading, bytes]:
    """The bytes to keep, without who made the file, and the remark that says so."""
    if not reading.authors:
        return reading, data
    remark = Problem(WARNING, "author_cleared")
    return replace(reading, problems=(*reading.problems, remark)), without_authors(data)


def _append(
    writer: Writer, reading: Reading, upload: dict[str, Any], received_at: datetime | None, changes: Changes
) -> LoadResult:
    # Asked again inside the transaction: the same file may arrive twice at once.
    if found := _stated(writer.rows("upload_by_sha", sha256=upload["sha256"])):
        return LoadResult(ALREADY, reading, found["id"], found["received_at"])
    moment = received_at or writer.moment()
    number = writer.next_id("upload")
    about = {"file_name": reading.file, "layout": reading.layout, "unit": "reports"}
    writer.insert("upload", [{"id": number, **upload, **about, "received_at": moment}])
    writer.insert("observation", [_observation(number, row) for row in reading.rows])
    remember(writer, number, upload["sender"], reading, moment)
    writer.audit(upload["sender"], "upload.load", f"upload {number}")
    return LoadResult(LOADED, reading, number, moment, changes)


def _known(store: Store, reading: Reading, fingerprint: str) -> LoadResult | None:
    """The result when these bytes were received before, None when they are new or newly read."""
    uploads = store.rows("upload_by_sha", sha256=fingerprint)
    for found in sorted(uploads, key=lambda one: (one["withdrawn"], -one["id"])):
        same = _same_rows(store, found["id"], reading)
        if same or not found["withdrawn"]:
            status = OTHER_READING if not same else WITHDRAWN if found["withdrawn"] else ALREADY
            return LoadResult(status, reading, found["id"], found["received_at"])
    return None


def _stated(uploads: list[dict[str, Any]]) -> dict[str, Any] | None:
    return next((one for one in uploads if not one["withdrawn"]), None)


def _same_rows(store: Store, upload_id: int, reading: Reading) -> bool:
    """Whether the upload was read as the file is now: another year, area or answer makes another reading."""
    held = store.rows("upload_rows", upload_id=upload_id)
    names = ("area", "source", "iso_year", "iso_week", "category", "injured_party", "count", "sheet", "cell")
    then = {tuple(row[name] for name in names) for row in held}
    return then == {tuple(getattr(row, name) for name in names) for row in reading.rows}


def _observation(upload: int, row: Row) -> dict[str, Any]:
    return {
        "upload_id": upload,
        "area": row.area,
        "source": row.source,
        "iso_year": row.iso_year,
        "iso_week": row.iso_week,
        "week": row.week.ordinal,
        "category": row.category,
        "injured_party": row.injured_party,
        "count": row.count,
        "sheet": row.sheet,
        "cell": row.cell,
    }
