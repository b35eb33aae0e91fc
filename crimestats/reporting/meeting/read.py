"""A period as the meeting reads it: everything about it once, and what every slide rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from crimestats.counts import TILES, TOTAL, count_of
from crimestats.i18n import texts
from crimestats.narrative.compose import say
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line
from crimestats.periods import Period
from crimestats.reporting.labels import source_text
from crimestats.reporting.meeting.model import Counted, Slide
from crimestats.reporting.model import MonthReport
from crimestats.reporting.month import month_report
from crimestats.reporting.reading import Reading, read_area
from crimestats.store import Store
from crimestats.weeks import IsoWeek

# A slide is read at five metres: what is said beside the chart is at most so many sentences.
MOST_SENTENCES = 3
# Slides that rest on more than their own series.
_CODES = {"month": (TOTAL, *TILES), "categories": (TOTAL, *TILES), "week": (TOTAL, *TILES)}


@dataclass(frozen=True)
class Month:
    """A period as everything about it is read from."""

    store: Store
    reading: Reading
    report: MonthReport
    as_of: datetime | None

    @property
    def period(self) -> Period:
        return self.report.period

    @property
    def lang(self) -> str:
        return self.report.lang

    def facts(self, *kinds: str) -> list[Fact]:
        return [fact for fact in self.report.facts if fact.kind in kinds]

    def told(self, told: Iterable[Line]) -> tuple[str, ...]:
        """Lines as sentences, no more than a slide holds."""
        return tuple(one.plain for one in say(list(told), self.lang, together=True))[:MOST_SENTENCES]

    def title(self, line: Line) -> str:
        return say([line], self.lang)[0].plain

    def counted(self, codes: Iterable[str], weeks: Iterable[IsoWeek]) -> tuple[Counted, ...]:
        """Weekly counts of some series, those that the record holds, each once."""
        record, held = self.reading.record, list(weeks)
        known = [code for code in dict.fromkeys(codes) if code in record.series]
        return tuple(Counted(code, week, count_of(record, code, week)) for week in held for code in known)


def read_month(store: Store, area: str, period: Period, as_of: datetime | None, lang: str) -> Month:
    """Everything about a period, read once."""
    report = month_report(store, area, period, as_of=as_of, lang=lang)
    return Month(store, read_area(store, area, as_of), report, as_of)


def grounds(slide: Slide, month: Month) -> Slide:
    """The slide with the weekly counts and the files it rests on."""
    weeks = slide.chart.weeks if slide.chart and slide.chart.weeks else month.period.weeks
    files = {cell.upload_id: cell.file_name for fact in month.report.facts for cell in fact.addresses}
    counts = month.counted(_CODES.get(slide.key, (slide.category, _series(slide.key))), weeks)
    return replace(slide, counts=counts, uploads=tuple(sorted(files.items())))


def _series(key: str) -> str:
    """The series that a key names: ``peak:total:2021-W45``; all reports where it names none."""
    return key.split(":")[1] if key.startswith(("peak:", "category:", "shift:")) else TOTAL


def source_of(month: Month) -> str:
    """Whose figures the slides show, and as known when."""
    sample = texts(month.lang)("report.chart.sample") if month.report.sample else ""
    return f"{source_text(month.reading.record, month.lang)} {sample}".strip()
