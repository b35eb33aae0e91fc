"""Where a number comes from: how it is known, its cells, their files, and how they have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from crimestats.categories import categories
from crimestats.charts.model import Table
from crimestats.charts.shares import party_name
from crimestats.counts import Address
from crimestats.i18n import Formats, texts
from crimestats.narrative.compose import Narrative
from crimestats.narrative.facts import Fact
from crimestats.periods import Period
from crimestats.reporting.evidence import chance_text
from crimestats.reporting.labels import series_name
from crimestats.reporting.model import MonthReport
from crimestats.reporting.uploads import revisions_table
from crimestats.store import Store
from crimestats.store.questions import question

QUESTION = "weekly_counts"
_COLUMNS = ("week", "category", "party", "count", "file", "sheet", "cell", "received")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that some of the cells stand in, by its number and fingerprint; ``cells`` per sheet."""

    upload_id: int
    sha256: str
    name: str
    cells: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Origin:
    """One fact of a month, traced. ``values`` are what the question ``name`` was asked with, in words.

    ``sum``: that the cells add up to the number, "" for one that is more than a sum.
    """

    title: str
    statement: str
    evidence: tuple[tuple[str, str], ...]
    cells: Table | None
    files: tuple[SourceFile, ...]
    revisions: Table | None
    sum: str
    name: str
    sql: str
    values: tuple[tuple[str, str], ...]


def origin_of(store: Store, report: MonthReport, key: str) -> Origin | None:
    """The origin of a fact of the report by its key (:attr:`Fact.key`); None where it has no such fact.

    Raises:
        StoreError: when the store cannot be read.
    """
    fact = next((fact for fact in report.facts if fact.key == key), None)
    if fact is None:
        return None
    changed = _changed(store, report, fact.addresses)
    return Origin(
        title=_title(report, fact),
        statement=statement(report.narrative, fact),
        evidence=tuple(evidence_of(fact, report.lang)),
        cells=cells_table(fact.addresses, report.lang) if fact.addresses else None,
        files=_files(store, fact.addresses),
        revisions=revisions_table(changed, report.lang) if changed else None,
        sum=_sum(fact, report.lang),
        name=QUESTION,
        sql=question(QUESTION).sql.strip(),
        values=_values(report, fact),
    )


def statement(narrative: Narrative, fact: Fact) -> str:
    """The first sentence that tells a number of the fact, "" where none does."""
    body = [s for paragraph in narrative.paragraphs for s in paragraph.sentences]
    written = (*body, *narrative.remarks, *narrative.sentences)
    told = (s for s in written if any(run.number and run.fact is fact for run in s.runs))
    return next((sentence.plain for sentence in told), "")


def _title(report: MonthReport, fact: Fact) -> str:
    weeks = Formats(report.lang).weeks(fact.period, year=True)
    name = series_name(report.record, fact.subject, report.lang) if fact.subject else report.period_name
    return texts(report.lang)("origin.title", name=name, weeks=weeks) if fact.subject else name


def evidence_of(fact: Fact, lang: str) -> Iterator[tuple[str, str]]:
    """How a fact is known: pairs of a label and a text."""
    say, formats, known, n = texts(lang), Formats(lang), fact.evidence, fact.numbers
    yield say("origin.evidence.rule"), say(f"origin.rule.{fact.kind}")
    if "expected" in known:
        yield say("origin.evidence.expected"), formats.number(float(known["expected"]), 1)
    if "lower" in n:
        yield say("origin.evidence.usual"), formats.span(int(n["lower"]), int(n["upper"]))
    if "p_value" in known:
        yield say("origin.evidence.chance"), chance_text(float(known["p_value"]), lang)
    if "weeks_used" in known:
        yield say("origin.evidence.weeks_used"), formats.number(int(known["weeks_used"]))
    if known.get("method") == "detect":
        yield say("origin.evidence.method"), say("origin.evidence.method_text")


def _sum(fact: Fact, lang: str) -> str:
    """That a count is the sum of its cells, where it is; cells of weeks compared with do not take part."""
    total = sum(cell.count for cell in set(fact.addresses) if cell.week in fact.period)
    told = fact.numbers.get("count", fact.numbers.get("observed"))
    is_sum = bool(fact.addresses) and told == total
    return texts(lang)("origin.sum", sum=Formats(lang).number(total)) if is_sum else ""


def cells_table(cells: Sequence[Address], lang: str) -> Table:
    """Every cell once, in order of week: what it counts, and where it stands."""
    say, order = texts(lang), list(categories())
    ordered = sorted(
        set(cells), key=lambda c: (c.week, c.upload_id, c.sheet, order.index(c.category), c.injured_party)
    )
    rows = tuple(_cell(cell, lang) for cell in ordered)
    heads = tuple(say(f"report.column.{name}") for name in _COLUMNS)
    return Table(say("origin.cells_caption"), heads, rows, rows)


def _cell(cell: Address, lang: str) -> tuple[str, ...]:
    formats, known = Formats(lang), categories().get(cell.category)
    return (
        formats.week(cell.week, year=True),
        known.name(lang) if known else cell.category,
        party_name(cell.injured_party, lang) if cell.injured_party else "",
        formats.number(cell.count),
        cell.file_name,
        cell.sheet,
        cell.cell,
        formats.moment(cell.received_at),
    )


def _files(store: Store, cells: Iterable[Address]) -> tuple[SourceFile, ...]:
    """The files behind some cells, the newest first."""
    held: dict[int, dict[str, set[str]]] = {}
    for cell in cells:
        held.setdefault(cell.upload_id, {}).setdefault(cell.sheet, set()).add(cell.cell)
    uploads = {row["id"]: row for row in store.rows("uploads")} if held else {}
    return tuple(
        SourceFile(
            number,
            uploads[number]["sha256"],
            uploads[number]["file_name"],
            {sheet: frozenset(found) for sheet, found in held[number].items()},
        )
        for number in sorted(held, reverse=True)
    )


def _changed(store: Store, report: MonthReport, cells: Iterable[Address]) -> list[Mapping[str, object]]:
    """The revisions of the counts that some cells hold, newest first."""
    keys = {(cell.week.ordinal, cell.category, cell.injured_party) for cell in cells}
    wanted = keys | {(week, category, "") for week, category, _ in keys}
    rows = store.rows("revisions", area=report.area, as_of=report.as_of) if keys else []
    return [row for row in rows if (row["week"], row["category"], row["injured_party"]) in wanted]


def _values(report: MonthReport, fact: Fact) -> tuple[tuple[str, str], ...]:
    weeks = [cell.week for cell in fact.addresses] or list(fact.period.weeks)
    span, formats = Period(min(weeks), max(weeks)), Formats(report.lang)
    as_of = _moment(report.as_of, report.lang)
    first, last = (formats.week(week, year=True) for week in (span.first, span.last))
    return (("$area", report.area), ("$first", first), ("$last", last), ("$as_of", as_of))


def _moment(as_of: datetime | None, lang: str) -> str:
    return Formats(lang).moment(as_of) if as_of else texts(lang)("origin.now")
