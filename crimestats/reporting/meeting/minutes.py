"""The minutes of a meeting as one document: who took part, what was shown, what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.charts.model import Table
from crimestats.i18n import Formats, texts
from crimestats.reporting.document import (
    Block,
    Document,
    Figure,
    Heading,
    Items,
    Paragraph,
    Span,
    Spans,
    TableBlock,
)
from crimestats.reporting.meeting.decisions import decisions_table, status_of
from crimestats.reporting.meeting.model import Decision, MeetingView, Slide


def minutes(view: MeetingView) -> Document:
    """The minutes; of an open meeting a draft, which it says."""
    say, meeting = texts(view.lang), view.meeting
    title = say("meeting.minutes.heading", title=meeting.title, area=meeting.area)
    blocks = [
        *_top(view),
        *_present(view),
        Heading(2, say("meeting.minutes.decisions")),
        *_decisions(view),
        Heading(2, say("meeting.minutes.slides")),
        *(block for slide in view.seen.slides for block in _slide(slide, view)),
        *_parties(view),
        Heading(2, say("meeting.minutes.source")),
        Paragraph(_plain(view.seen.source), "quiet"),
    ]
    return Document(title, view.lang, tuple(blocks))


def file_name(view: MeetingView) -> str:
    """``Protokoll Lysekil 2021-11-29``, or ``Lägesbild Lysekil v. 46 2021``; without an ending."""
    say, meeting = texts(view.lang), view.meeting
    if meeting.kind == "week":
        week = Formats(view.lang).week(meeting.weeks.last, year=True)
        return say("meeting.minutes.week_file", area=meeting.area, week=week)
    return say("meeting.minutes.file", area=meeting.area, day=meeting.held_on.isoformat())


def _plain(text: str) -> Spans:
    return (Span(text),)


def _top(view: MeetingView) -> Iterator[Block]:
    say, formats = texts(view.lang), Formats(view.lang)
    if not view.meeting.closed:
        yield Paragraph(_plain(say("meeting.minutes.draft")), "notice")
    held = say("meeting.minutes.held", day=view.meeting.day_text)
    seen = say("meeting.minutes.seen", moment=formats.moment(view.seen.moment))
    yield Paragraph(_plain(f"{held} {seen}"), "lead")


def _present(view: MeetingView) -> Iterator[Block]:
    say = texts(view.lang)
    yield Heading(2, say("meeting.minutes.present"))
    present = tuple(_plain(party.name) for party in view.seen.parties if party.present)
    yield Items(present) if present else Paragraph(_plain(say("meeting.party.none_present")))


def _decisions(view: MeetingView) -> Iterator[Block]:
    say, taken = texts(view.lang), view.seen.decisions
    if not taken:
        yield Paragraph(_plain(say("meeting.decision.none_at_all")))
        return
    yield TableBlock(decisions_table(taken, say("meeting.decision.all"), view.lang))


def _slide(slide: Slide, view: MeetingView) -> Iterator[Block]:
    """Title, count, chart, sentences, and the decisions pinned to it."""
    yield Heading(3, slide.title)
    if slide.lead:
        yield Paragraph(_plain(slide.lead), "lead")
    if slide.chart:
        yield Figure(slide.chart)
    if slide.table:
        yield TableBlock(slide.table)
    if slide.sentences:
        yield Paragraph(_plain(" ".join(slide.sentences)))
    if slide.decisions:
        yield Items(tuple(_followed(one) for one in slide.decisions))
    if pinned := view.pinned(slide.key):
        yield Heading(4, texts(view.lang)("meeting.minutes.decisions"))
        yield Items(tuple(_decided(one, view.lang) for one in pinned))


def _decided(decision: Decision, lang: str) -> Spans:
    line = texts(lang)(
        "meeting.decision.line",
        responsible=decision.responsible,
        due=decision.due_text,
        status=status_of(decision),
    )
    return Span(f"{decision.body} ", bold=True), Span(f"({line}). {decision.ground}")


def _followed(decision: Decision) -> Spans:
    told = " ".join(decision.outcome)
    return Span(decision.body, bold=True), Span(f" ({status_of(decision)}). {told}")


def _parties(view: MeetingView) -> Iterator[Block]:
    """What each party told, and its own counts under its own name."""
    say = texts(view.lang)
    told = [party for party in view.seen.parties if party.note]
    if told:
        rows = tuple((party.name, party.note) for party in told)
        heads = (say("meeting.column.party"), say("meeting.column.told"))
        yield Heading(2, say("meeting.minutes.told"))
        yield TableBlock(Table(say("meeting.minutes.told"), heads, rows, rows))
    counted = [party.table for party in view.seen.parties if party.table]
    if counted:
        yield Heading(2, say("meeting.minutes.own"))
        yield Paragraph(_plain(say("meeting.party.own_help")), "quiet")
        yield from (TableBlock(table) for table in counted)
