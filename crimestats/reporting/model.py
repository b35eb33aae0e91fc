"""The view objects: the content of each screen, ready-made in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from crimestats.charts.model import Band, Chart, Table
from crimestats.counts import WeeklyCounts
from crimestats.narrative.compose import Narrative
from crimestats.narrative.facts import Fact
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

if TYPE_CHECKING:
    from crimestats.analysis.detection import Detection


@dataclass(frozen=True, slots=True)
class Tile:
    """One category of the month: figure, range, verdict in words, and the weeks behind it for a small chart.

    ``values`` and ``band`` cover ``weeks``; ``marks`` are the positions in them of weeks that are ovanligt
    många. ``level`` is the value of :class:`crimestats.analysis.detection.Level`. ``sub_text`` says what else
    one must know (missing weeks, with how much benefit fraud); "" when nothing.
    """

    code: str
    name: str
    count: int | None
    count_text: str
    range_text: str
    verdict: str
    level: int
    weeks: tuple[IsoWeek, ...]
    values: tuple[float | None, ...]
    band: Band
    marks: tuple[int, ...]
    sentence: str
    sub_text: str = ""


@dataclass(frozen=True)
class MonthReport:
    """A month as one object: screen, Markdown, HTML and JSON all render this.

    ``table`` has one row per tile and the total; ``notices`` are what must be read before the figures
    (sample data, missing weeks, too short a record). ``source`` says where the figures come from.
    """

    area: str
    period: Period
    period_name: str
    lang: str
    as_of: datetime | None
    headline: str
    subtitle: str
    narrative: Narrative
    chart: Chart
    tiles: tuple[Tile, ...]
    table: Table
    facts: tuple[Fact, ...]
    record: WeeklyCounts
    detection: Detection
    sample: bool
    notices: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class PeakItem:
    """One flagged week on Toppar. ``drivers`` is None when no other category could be asked for the cause.

    ``status`` is ``new``, ``explained`` or ``batch``; ``rarity`` says in plain words how rare such a week is;
    ``evidence`` pairs a label and a text: method, weeks used, limits, p-value. ``question`` is for the
    officer, "" where the file or a note tells the cause; ``spike`` is the word for a fraud peak: wave, batch;
    ``note_from`` who wrote the note, and when.
    """

    week: IsoWeek
    code: str
    title: str
    verdict: str
    observed: int
    observed_text: str
    range_text: str
    rarity: str
    sentences: tuple[str, ...]
    drivers: Table | None
    drivers_chart: Chart | None
    evidence: tuple[tuple[str, str], ...]
    preliminary: bool
    note: str
    status: str
    status_text: str
    question: str = ""
    spike: str = ""
    note_from: str = ""


@dataclass(frozen=True)
class PeaksView:
    """Toppar: the flagged weeks, newest first. ``summary`` is the one table of them; ``empty`` when none.

    ``asides`` are late batches and lasting changes of level: no alarms, but worth knowing.
    """

    title: str
    sentence: str
    chart: Chart
    items: tuple[PeakItem, ...]
    summary: Table
    empty: str
    notices: tuple[str, ...]
    asides: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrendsView:
    """Trender: the chosen categories over weeks, this year over earlier years, level and year to date."""

    title: str
    sentence: str
    chart: Chart
    year_chart: Chart
    to_date: Table
    to_date_sentences: tuple[str, ...]
    level: Table
    notices: tuple[str, ...]


@dataclass(frozen=True)
class FraudView:
    """Bedrägerier: with and without benefit fraud, by kind and by injured party.

    ``kinds`` and ``parties`` are None, and ``notices`` says so, where the files do not split fraud that way.
    ``reported`` is False when the record holds no fraud at all: then ``chart`` is None. ``spikes`` tells each
    run of unusual weeks as a wave, a batch or neither, the newest first.
    """

    title: str
    sentences: tuple[str, ...]
    reported: bool
    chart: Chart | None
    kinds: Table | None
    kinds_chart: Chart | None
    parties: Table | None
    peaks: tuple[PeakItem, ...]
    notices: tuple[str, ...]
    spikes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One week of a category: ``status`` is reported, missing, revised or preliminary; ``text`` tells it."""

    week: IsoWeek
    status: str
    count: int | None
    text: str


@dataclass(frozen=True)
class CoverageYear:
    """One ISO year of the coverage calendar: category code → one cell per week of ``weeks``."""

    year: int
    weeks: tuple[IsoWeek, ...]
    rows: Mapping[str, tuple[CoverageCell, ...]]


@dataclass(frozen=True)
class CoverageView:
    """The coverage calendar, newest year first; ``names`` category code → name, in the order of the rows.

    ``legend`` status → word. ``table`` is the same as real text, one row per year and category.
    """

    years: tuple[CoverageYear, ...]
    names: Mapping[str, str]
    legend: Mapping[str, str]
    sentence: str
    table: Table


@dataclass(frozen=True)
class UploadRow:
    """One received file as the history shows it, in words."""

    id: int
    file_name: str
    sender: str
    received_text: str
    weeks_text: str
    areas_text: str
    counts_text: str
    status_text: str
    comment: str
    withdrawn: bool
    sample: bool


@dataclass(frozen=True)
class UploadsView:
    """Uploads, newest first, and what later uploads changed."""

    rows: tuple[UploadRow, ...]
    table: Table
    revisions: Table
    revisions_sentence: str
