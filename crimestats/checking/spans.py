"""The weeks that a number or a change in a sentence may be about."""

from __future__ import annotations

from crimestats.checking.line import BACK, Line
from crimestats.checking.model import Moment, Span
from crimestats.checking.when import Calendar


def spans_for(line: Line, n: int, calendar: Calendar) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The weeks that a number may be of, and less plausible ones that would make a miss doubtful."""
    at = line.moment_for(n)
    around = calendar.spans(line.topic.time)[:1] if line.topic.time else ()
    if at is not None:
        moment = line.items[at].value
        assert isinstance(moment, Moment)
        current = _current(line, calendar) if moment.kind in BACK else None
        own = line.segment[at] == line.segment[n]
        spans = calendar.spans(moment, current)
        others = () if own else _other_spans(line, at, calendar)
        if moment.kind in ("same_week", "this") and around:
            spans = tuple(dict.fromkeys((*around, *spans)))
        return spans, others
    base = line.opener(n).kind in ("apart", "source")
    if base or _bracketed(line, n):
        return _base_spans(line, n, calendar)
    return _topic_spans(line, calendar), _other_spans(line, None, calendar)


def _bracketed(line: Line, n: int) -> bool:
    before, after = line.at(n - 1), line.at(n + 1)
    return (
        before is not None
        and before.text == "("
        and after is not None
        and after.text == ")"
        and any(line.quantity(m) for m in range(n))
    )


def _base_spans(line: Line, n: int, calendar: Calendar) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What a number is compared with: a moment told in the sentence or before it, else either usual one."""
    told = bases(line, calendar)
    usual = (*calendar.spans(Moment("before")), *calendar.spans(Moment("year_before")))
    if told:
        return told, usual
    if _bracketed(line, n):
        return usual, (calendar.this(),)
    return usual, (calendar.this(), *_other_spans(line, None, calendar))


def _topic_spans(line: Line, calendar: Calendar) -> tuple[Span, ...]:
    """The weeks of a sentence that names none: those the sentences before were about, and the text's own."""
    own = calendar.this()
    if line.topic.time is None:
        return (own,)
    told = calendar.spans(line.topic.time, own)
    if line.items and (line.items[0].kind == "them" or line.items[0].text in ("då", "dessa", "dem")):
        return tuple(dict.fromkeys((*told, own)))
    return tuple(dict.fromkeys((own, *told)))


def _current(line: Line, calendar: Calendar) -> Span | None:
    """The weeks that *samma period förra året* starts from, where the sentence or the topic names them."""
    for m in line.moments(base=False):
        moment = line.items[m].value
        if isinstance(moment, Moment) and moment.kind not in BACK and (spans := calendar.spans(moment)):
            return spans[0]
    return calendar.spans(line.topic.time)[0] if line.topic.time and calendar.spans(line.topic.time) else None


def _other_spans(line: Line, but: int | None, calendar: Calendar) -> tuple[Span, ...]:
    found: list[Span] = []
    for m, item in enumerate(line.items):
        if m != but and isinstance(item.value, Moment):
            found += calendar.spans(item.value)
    return (*dict.fromkeys(found),)


def bases(line: Line, calendar: Calendar) -> tuple[Span, ...]:
    """The weeks that the sentence compares with, else those that the ones before did; none when untold."""
    current = now_spans(line, calendar)
    told = [line.items[n].value for n in line.moments(base=True)]
    moments = [moment for moment in told if isinstance(moment, Moment)]
    if not moments and line.topic.base is not None:
        moments = [line.topic.base]
    found = [
        span for moment in moments[:1] for span in calendar.spans(moment, current[0] if current else None)
    ]
    return tuple(dict.fromkeys(found))


def now_spans(line: Line, calendar: Calendar) -> tuple[Span, ...]:
    """The weeks that a change ends in: those the sentence names, else the topic's, else the text's own."""
    for n in line.moments(base=False):
        moment = line.items[n].value
        if isinstance(moment, Moment) and moment.kind not in BACK:
            return calendar.spans(moment)
    own = calendar.this()
    topic = line.topic.time
    if topic is not None and topic.kind not in BACK and topic != line.topic.base:
        return tuple(dict.fromkeys((*calendar.spans(topic), own)))
    return (own,)
