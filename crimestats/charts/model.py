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
    end_label: str = ""  # direct label at the line's end, "" = none; lines after the first are quieter


@dataclass(frozen=True, slots=True)
class Band:
    """A range per week, in quiet grey. None = no range for that week (record too short)."""

    name: str
    lower: tuple[float | None, ...]
    upper: tuple[float | None, ...]
    end_label: str = ""  # beside the band's last week, for example "vanligt 24–43"


@dataclass(frozen=True, slots=True)
class Mark:
    """A flagged week: an open ring with its words beside it. The order of marks is their importance."""

    week: IsoWeek
    value: float
    label: str
    note: str = ""
    style: str = "total"


@dataclass(frozen=True, slots=True)
class Strip:
    """A run of weeks told on the axis. The kinds: period, break, event, holiday, measure, missing, code_list.

    ``period`` shades the whole height; ``code_list`` is a line before its first week: comparability ends
    """

    kind: str
    first: IsoWeek
    last: IsoWeek
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One lying bar of a chart of kind ``hbars``; ``low``–``high`` is its expected range, None = not told."""

    name: str
    style: str
    value: float | None  # None = missing: no bar
    label: str  # the value in words at the bar's end: "+11"
    low: float | None = None
    high: float | None = None


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

    ``title`` states the finding; ``sentence`` says what the chart shows to one who cannot see it. The kinds:
    ``line``; ``bars``, one column per week with the lines stacked; ``hbars``, the lying bars of ``bars``.
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
    kind: str = "line"  # line | bars | hbars
    band: Band | None = None
    inner_band: Band | None = None  # inside the band, a shade darker: the middle half of earlier years
    marks: tuple[Mark, ...] = ()
    strips: tuple[Strip, ...] = ()
    source_note: str = ""
    y_title: str = ""
    footnotes: tuple[str, ...] = field(default=())
    bars: tuple[Bar, ...] = ()
    y_max: float | None = None  # a shared scale for panels that are read together, None = own scale
