"""One meeting, and the list of them: what the page Mötet and the minutes are made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from crimestats.charts.model import Table
from crimestats.clock import now, today
from crimestats.i18n import LANGUAGES, Formats, texts
from crimestats.periods import Period
from crimestats.reporting.labels import period_name
from crimestats.reporting.meeting.decisions import decisions_taken
from crimestats.reporting.meeting.findings import findings
from crimestats.reporting.meeting.frozen import freeze, thaw
from crimestats.reporting.meeting.known import known_now
from crimestats.reporting.meeting.model import Meeting, MeetingView, Seen, Slide
from crimestats.reporting.meeting.opening import opening
from crimestats.reporting.meeting.parties import parties_of
from crimestats.reporting.meeting.read import read_month, source_of
from crimestats.reporting.meeting.week import week_slide
from crimestats.reporting.periods import named_periods
from crimestats.store import Store, StoreError
from crimestats.store.meetings import close_meeting
from crimestats.weeks import IsoWeek


def meetings_of(store: Store, area: str, *, lang: str = "sv") -> tuple[Meeting, ...]:
    """The meetings of an area, the latest first.

    Raises:
        StoreError: when the store cannot be read.
    """
    return tuple(_meeting(row, store, lang) for row in store.rows("meetings", area=area))


def meetings_table(meetings: Sequence[Meeting], lang: str) -> Table:
    """The list as a table: day, what it is about, how it stands."""
    say = texts(lang)
    heads = tuple(say(f"meeting.column.{name}") for name in ("day", "about", "state"))
    rows = tuple((one.day_text, one.title, one.state_text) for one in meetings)
    numbers = tuple((one.held_on.isoformat(), one.title, one.state_text) for one in meetings)
    return Table(say("meeting.list.caption"), heads, rows, numbers)


def meeting_view(store: Store, area: str, id: int, *, lang: str = "sv") -> MeetingView:
    """One meeting on screen: as it was when it is closed, else as it is known now.

    Raises:
        StoreError: ``meeting.unknown``, or when the store cannot be read.
    """
    meeting = _one(store, area, id, lang)
    notes = tuple(
        (row["slide"], row["note"], row["edit"]) for row in store.rows("agenda_items", meeting_id=id)
    )
    if meeting.closed:
        seen = _frozen(store, id, lang)
        known = known_now(store, meeting, seen, _found(store, meeting, None, lang), lang)
        return MeetingView(meeting, lang, seen, (), notes, known, _withdrawn(known.withdrawn, lang))
    every = _slides(store, meeting, lang)
    shown, others = _arranged(store, id, every)
    seen = _seen(store, meeting, shown, meeting.data_moment, lang)
    return MeetingView(meeting, lang, seen, others, notes, None, ())


def close(store: Store, area: str, id: int, *, actor: str = "") -> None:
    """Close a meeting: both languages are frozen on the same data.

    Raises:
        StoreError: ``meeting.unknown`` or ``meeting.closed``.
    """
    bodies: dict[str, str] = {}
    moment = _one(store, area, id, "sv").data_moment or _moment(store, area)
    for lang in LANGUAGES:
        meeting = replace(_one(store, area, id, lang), data_moment=moment)
        shown, _ = _arranged(store, id, _slides(store, meeting, lang))
        bodies[lang] = freeze(_seen(store, meeting, shown, moment, lang))
    close_meeting(store, id, bodies, moment, actor=actor)


def _moment(store: Store, area: str) -> datetime:
    """Now, and never before the newest data."""
    moments: list[datetime] = [row["moment"] for row in store.rows("data_moments", area=area)]
    return max([now(), *moments])


def _one(store: Store, area: str, id: int, lang: str) -> Meeting:
    found = next((row for row in store.rows("meetings", area=area) if row["id"] == id), None)
    if found is None:
        raise StoreError("meeting.unknown")
    return _meeting(found, store, lang)


def _meeting(row: Mapping[str, Any], store: Store, lang: str) -> Meeting:
    say, formats = texts(lang), Formats(lang)
    first, last = (IsoWeek.from_ordinal(row[end]) for end in ("first_week", "last_week"))
    weeks = next(
        (p for p in named_periods(store, row["area"]) if (p.first, p.last) == (first, last)),
        Period(first, last),
    )
    name = period_name(weeks, lang) if row["kind"] == "month" else formats.week_word(last, year=True)
    state = "closed" if row["status"] == "closed" else "planned" if row["held_on"] > today() else "open"
    return Meeting(
        id=row["id"],
        edit=row["edit"],
        area=row["area"],
        kind=row["kind"],
        weeks=weeks,
        held_on=row["held_on"],
        status=row["status"],
        state_text=say(f"meeting.state.{state}", moment=formats.moment(row["at"])),
        title=say(f"meeting.title.{row['kind']}", name=name),
        day_text=formats.day(row["held_on"]),
        data_moment=row["data_moment"],
    )


def _slides(store: Store, meeting: Meeting, lang: str) -> tuple[Slide, ...]:
    """What there is to show, opening first."""
    month = read_month(store, meeting.area, meeting.weeks, meeting.data_moment, lang)
    start = tuple(opening(month, meeting.id, _before(store, meeting)))
    found = _found(store, meeting, meeting.data_moment, lang)
    # The week's page begins with the week; its decisions stand beside it.
    return (*found, *start) if meeting.kind == "week" else (*start, *found)


def _found(store: Store, meeting: Meeting, as_of: datetime | None, lang: str) -> tuple[Slide, ...]:
    if meeting.kind == "week":
        return (week_slide(read_month(store, meeting.area, meeting.weeks, as_of, lang)),)
    return findings(store, meeting.area, meeting.weeks, as_of=as_of, lang=lang)


def _before(store: Store, meeting: Meeting) -> Mapping[str, Any] | None:
    """The meeting before this one, of whichever kind."""
    rows = store.rows("meetings", area=meeting.area)
    held = [row for row in rows if (row["held_on"], row["id"]) < (meeting.held_on, meeting.id)]
    return held[0] if held else None


def _arranged(store: Store, id: int, slides: Sequence[Slide]) -> tuple[tuple[Slide, ...], tuple[Slide, ...]]:
    """The slides on the agenda in its order, and the others by importance."""
    said = {row["slide"]: row for row in store.rows("agenda_items", meeting_id=id)}

    def place(pair: tuple[int, Slide]) -> tuple[float, int]:
        n, slide = pair
        row = said.get(slide.key)
        return (row["position"] if row and row["position"] is not None else float(n), n)

    ordered = [slide for _, slide in sorted(enumerate(slides), key=place)]
    shown = [one for one in ordered if (said[one.key]["shown"] if one.key in said else one.listed)]
    return tuple(shown), tuple(slide for slide in slides if slide not in shown)


def _seen(
    store: Store, meeting: Meeting, slides: Sequence[Slide], moment: datetime | None, lang: str
) -> Seen:
    month = read_month(store, meeting.area, meeting.weeks, meeting.data_moment, lang)
    return Seen(
        slides=tuple(slides),
        decisions=decisions_taken(store, meeting.area, meeting.id, lang),
        parties=parties_of(store, meeting.area, meeting.id, meeting.weeks, lang, moment),
        source=source_of(month),
        moment=moment or _moment(store, meeting.area),
        sample=month.report.sample,
    )


def _frozen(store: Store, id: int, lang: str) -> Seen:
    rows = store.rows("meeting_frozen", meeting_id=id, lang=lang)
    if not rows:
        raise StoreError("meeting.unknown")
    return thaw(rows[0]["body"])


def _withdrawn(files: Sequence[str], lang: str) -> tuple[str, ...]:
    say = texts(lang)
    return tuple(say("meeting.known.withdrawn", file=name) for name in files)
