"""A chart as a small value object: one description, many renderers (screen, file, table)."""

from __future__ import annotations

from dataclasses import dataclass, field

from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class Line:
    """One series over the chart's weeks. ``style`` is a category code: colour, dash and marker hang on it."""

    name: str
    style: str
    values: tuple[float | None, ...]  # None = missing week: drawn as a gap
    preliminary: tuple[bool, ...] = ()  # empty = none; preliminary weeks are drawn open and dashed
    end_label: str = ""  # direct label at the line's end, "" = the name is told otherwise


@dataclass(frozen=True, slots=True)
class Band:
    """The expected range per week, in quiet grey. None = no range for that week (record too short)."""

    name: str
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A flagged week: an open ring with its words beside it."""

    week: IsoWeek
    value: float
    label: str
    note: str = ""
    style: str = "total"


@dataclass(frozen=True, slots=True)
class Strip:
    """A run of weeks told on the axis; ``kind`` is period, break, event, measure or code_list."""

    kind: str
    first: IsoWeek
    last: IsoWeek
    label: str


@dataclass(frozen=True, slots=True)
class Table:
    """The chart's data as text, ready for real HTML, CSV or XLSX. ``numbers`` keeps what the cells mean."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    # Same shape as rows; the raw value behind a cell (int, float, str, None = missing) for CSV and XLSX.
    numbers: tuple[tuple[object, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of weekly counts. Texts come ready-made in one language; builders never phrase findings.

    ``title`` states the finding; ``sentence`` says what the chart shows to one who cannot see it.
    """

    id: str
    title: str
    subtitle: str
    sentence: str
    weeks: tuple[IsoWeek, ...]
    week_labels: tuple[str, ...]
    lines: tuple[Line, ...]
    table: Table
    lang: str = "sv"
    kind: str = "line"  # line | bars (stacked per week)
    band: Band | None = None
    marks: tuple[Mark, ...] = ()
    strips: tuple[Strip, ...] = ()
    source_note: str = ""
    y_title: str = ""
    footnotes: tuple[str, ...] = field(default=())
