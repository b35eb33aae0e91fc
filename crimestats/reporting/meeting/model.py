"""What a meeting shows, ready-made in one language. It can be frozen (``frozen.py``) and drawn again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from crimestats.charts.model import Chart, Table
from crimestats.periods import Period
from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class Counted:
    """One weekly count that a slide rests on; None = no figure."""

    code: str
    week: IsoWeek
    count: int | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision with its words on screen. ``chart`` is the key of the slide it is pinned to.

    ``outcome`` tells what came since; empty where it is not followed up.
    """

    id: int
    edit: int
    meeting: int
    body: str
    responsible: str
    due: date | None
    due_text: str
    status: str
    status_text: str
    reason: str
    chart: str
    category: str
    ground: str
    outcome: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slide:
    """One finding, one chart, its sentences.

    Attributes:
        key: the same for the same finding at another moment and in the other language.
        kind: decisions, revised, finding or week.
        title: the finding; lead: the count behind it in one line, "" = none.
        category: the series that a decision taken here is followed up by.
        table: figures instead of a chart. decisions: earlier ones to follow up.
        rank: lower is more important. listed: on the agenda unless dropped.
        uploads: the files its counts come from, id and name.
    """

    key: str
    kind: str
    title: str
    lead: str = ""
    sentences: tuple[str, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    category: str = "total"
    decisions: tuple[Decision, ...] = ()
    counts: tuple[Counted, ...] = ()
    uploads: tuple[tuple[int, str], ...] = ()
    rank: int = 100
    listed: bool = True


@dataclass(frozen=True, slots=True)
class PartyCount:
    """One party's count of a category of its own in a week."""

    category: str
    week: IsoWeek
    count: int


@dataclass(frozen=True, slots=True)
class Party:
    """A party at the table: whether it took part, what it told, and its own counts (never police reports)."""

    code: str
    name: str
    present: bool
    note: str
    edit: int
    counts: tuple[PartyCount, ...] = ()
    table: Table | None = None
    newest_upload: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known now beside what was seen: one sentence per slide key, and of the whole.

    ``withdrawn`` names files that the meeting rested on and that were taken back since.
    """

    summary: str
    slides: tuple[tuple[str, tuple[str, ...]], ...] = ()
    withdrawn: tuple[str, ...] = ()

    def of(self, key: str) -> tuple[str, ...]:
        return dict(self.slides).get(key, ())


@dataclass(frozen=True, slots=True)
class Seen:
    """What a meeting saw, as it is frozen when closed: slides in their order, decisions, parties, source.

    ``sample``: some figures are the product's own invented ones.
    """

    slides: tuple[Slide, ...]
    decisions: tuple[Decision, ...]
    parties: tuple[Party, ...]
    source: str
    moment: datetime
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as the list knows it; ``title`` and the texts are in one language."""

    id: int
    edit: int
    area: str
    kind: str
    weeks: Period
    held_on: date
    status: str  # open | closed
    state_text: str  # planned, under way, open or closed, in words
    title: str
    day_text: str
    data_moment: datetime | None

    @property
    def closed(self) -> bool:
        return self.status == "closed"


@dataclass(frozen=True, slots=True)
class MeetingView:
    """One meeting on screen.

    Attributes:
        seen: its slides and words, frozen ones when it is closed.
        others: findings that are not on the agenda.
        notes: slide key → the presenter's note and the edit it stands in.
        known: what is known now, of a closed meeting.
        notices: what must be read first.
    """

    meeting: Meeting
    lang: str
    seen: Seen
    others: tuple[Slide, ...]
    notes: tuple[tuple[str, str, int], ...]
    known: Known | None
    notices: tuple[str, ...]

    def note(self, key: str) -> tuple[str, int]:
        """The presenter's note of a slide, and its edit (0 = none)."""
        return next(((note, edit) for slide, note, edit in self.notes if slide == key), ("", 0))

    def pinned(self, key: str) -> tuple[Decision, ...]:
        """The decisions of this meeting that rest on a slide."""
        return tuple(one for one in self.seen.decisions if one.chart == key)
