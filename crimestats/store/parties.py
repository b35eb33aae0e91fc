"""Other parties' own weekly counts: a source each, own categories, never added to police reports."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from crimestats.clock import today
from crimestats.store.errors import StoreError
from crimestats.store.meetings import PARTIES
from crimestats.store.store import Store
from crimestats.store.writer import Writer
from crimestats.store.written import checked
from crimestats.weeks import IsoWeek

# Those who may count beside the police.
SOURCES = tuple(party for party in PARTIES if party != "police")
LAYOUT = "party"
_LONGEST_NAME = 80


def save_party_counts(
    store: Store,
    area: str,
    source: str,
    week: IsoWeek,
    counts: Mapping[str, int],
    *,
    file_name: str,
    actor: str = "",
) -> int:
    """Store what a party counted in a week, as an upload like any other, and give its number.

    What was typed is kept as the file it might have been, so the counts have cells and can be taken back.

    Raises:
        StoreError: ``meeting.unknown_party``, ``meeting.no_counts``, ``meeting.week_ahead``,
            ``meeting.bad_count`` or a fault of the category's name.
    """
    if source not in SOURCES:
        raise StoreError("meeting.unknown_party")
    if week.monday > today():
        raise StoreError("meeting.week_ahead")
    named = {_name(name): _count(count) for name, count in counts.items()}
    if not named:
        raise StoreError("meeting.no_counts")
    sha256 = store.put_bytes(_as_file(named))

    about = {"sha256": sha256, "file_name": file_name, "sender": actor, "layout": LAYOUT, "unit": "own"}

    def work(writer: Writer) -> int:
        number = writer.next_id("upload")
        writer.insert("upload", [{"id": number, "received_at": writer.moment(), **about}])
        writer.insert("observation", _rows(number, area, source, week, named))
        writer.audit(actor, "party.counts", f"upload {number}")
        return number

    return store.append(work)


def _rows(
    upload: int, area: str, source: str, week: IsoWeek, counts: Mapping[str, int]
) -> list[dict[str, object]]:
    """The counts as observations; their cells are those of the file that is kept."""
    key = {"upload_id": upload, "area": area, "source": source, "week": week.ordinal}
    key |= {"iso_year": week.year, "iso_week": week.week}
    return [
        {**key, "category": name, "count": count, "cell": f"B{n}"}
        for n, (name, count) in enumerate(counts.items(), 2)
    ]


def _name(name: str) -> str:
    bare = checked(name)
    if not bare or len(bare) > _LONGEST_NAME:
        raise StoreError("meeting.bad_name", most=_LONGEST_NAME)
    return bare


def _count(count: int) -> int:
    if not 0 <= count <= 1_000_000:
        raise StoreError("meeting.bad_count")
    return int(count)


def _as_file(counts: Mapping[str, int]) -> bytes:
    written = io.StringIO()
    # A name that a spreadsheet would take for a formula stays a name.
    rows = [(f"'{name}" if name[0] in "=+-@" else name, count) for name, count in counts.items()]
    csv.writer(written, delimiter=";").writerows([("kategori", "antal"), *rows])
    return written.getvalue().encode("utf-8-sig")
