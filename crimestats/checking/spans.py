"""The weeks that a number or a change in a sentence may be about."""

from __future__ import annotations

from dataclasses import replace

from crimestats.checking.line import BACK, Line
from crimestats.checking.model import Moment, Span
from crimestats.checking.when import Calendar


def spans_for(line: Line, n: int, calendar: Calendar) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The weeks that a number may be of, and less plausible ones that would make a miss doubtful."""
    at = line.moment_for(n)
    if _bracketed(line, n) and (at is None or line.segment[at] != line.segment[n]):
        return _base_spans(line, n, calendar)
    around = calendar.spans(line.topic.time)[:1] if line.topic.time else ()
    if (pair := _respective(line, n, calendar)) is not None:
        return pair, ()
    if at is not None:
        moment = line.items[at].value
        assert isinstance(moment, Moment)
        if moment.kind in _BESIDE:
            return calendar.spans(moment, _beside(line, at, calendar)), ()
        current = _current(line, calendar) if moment.kind in BACK else None
        own = line.segment[at] == line.segment[n]
        spans = calendar.spans(moment, current)
        others = () if own else (*_other_spans(line, at, calendar), calendar.this())
        if moment.kind in ("same_week", "this") and around:
            spans = tuple(dict.fromkeys((*around, *spans)))
        return spans, others
    if line.opener(n).kind in ("apart", "source"):
        return _base_spans(line, n, calendar)
    shared = _shared(line, n, calendar)
    return tuple(dict.fromkeys((*_topic_spans(line, calendar), *shared))), _other_spans(line, None, calendar)


def _shared(line: Line, n: int, calendar: Calendar) -> tuple[Span, ...]:
    """A moment told once, last, for a whole list: *15 våldsbrott och 7 skadegörelser under vecka 45*."""
    later = [m for m in line.moments(base=False) if m > n]
    if not later or any(item.kind in ("them", "apart", "source") for item in line.items[n : later[0]]):
        return ()
    moment = line.items[later[0]].value
    return calendar.spans(moment) if isinstance(moment, Moment) and moment.kind not in BACK else ()


# Moments told from another week: the one named last.
_BESIDE = ("week_before", "week_after", "same_week")


def _beside(line: Line, at: int, calendar: Calendar) -> Span | None:
    """The weeks named last before a position, in the sentence or before it."""
    earlier = [line.items[m].value for m in range(at) if line.items[m].kind == "time"]
    moment = earlier[-1] if earlier else line.topic.last or line.topic.time
    return next(iter(calendar.spans(moment)), None) if isinstance(moment, Moment) else None


def _respective(line: Line, n: int, calendar: Calendar) -> tuple[Span, ...] | None:
    """*37 respektive 38* of two weeks; *103 respektive 77* of now and what it is compared with."""
    words = [m for m, item in enumerate(line.items) if item.text == "respektive"]
    if not words or not line.quantity(words[0] - 1) or line.quantity(words[0] + 1) is None:
        return None
    numbers = [words[0] - 1, words[0] + 1]
    while line.kind_at(numbers[0] - 1) == "mark" and line.quantity(numbers[0] - 2):
        numbers.insert(0, numbers[0] - 2)
    if n not in numbers:
        return None
    place = numbers.index(n)
    for m in line.moments(base=False):
        moment = line.items[m].value
        if isinstance(moment, Moment) and moment.kind == "weeks" and len(moment.weeks) == len(numbers):
            return calendar.spans(replace(moment, weeks=(moment.weeks[place],)))
    several = len(line.run_back(words[0])) > 1
    if line.moments(base=True) and not several:
        return bases(line, calendar, n) if place else now_spans(line, calendar)
    return None


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
    if _bracketed(line, n) and line.topic.bracket is not None:
        return calendar.spans(line.topic.bracket, calendar.this()), ()
    told = bases(line, calendar)
    back = [item.value for item in line.items if isinstance(item.value, Moment) and item.value.kind in BACK]
    if not told and back:
        told = calendar.spans(back[0])
    around = next(iter(now_spans(line, calendar)), None)
    usual = (*calendar.spans(Moment("before"), around), *calendar.spans(Moment("year_before"), around))
    if told:
        return told, () if back or line.moments(base=True) else usual
    if _bracketed(line, n):
        return usual, (calendar.this(),)
    return usual, (calendar.this(), *_other_spans(line, None, calendar))


def _topic_spans(line: Line, calendar: Calendar) -> tuple[Span, ...]:
    """The weeks of a sentence that names none: those the sentences before were about, and the text's own."""
    own = calendar.this()
    if line.items and line.items[0].text in ("då", "den gången", "där") and line.topic.last is not None:
        return calendar.spans(line.topic.last, own)
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
    topic = line.topic.time
    if topic is None or topic.kind in BACK:
        return None
    return next(iter(calendar.spans(topic)), None)


def _other_spans(line: Line, but: int | None, calendar: Calendar) -> tuple[Span, ...]:
    found: list[Span] = []
    for m, item in enumerate(line.items):
        if m != but and isinstance(item.value, Moment) and not line.is_base(m):
            found += calendar.spans(item.value)
    return (*dict.fromkeys(found),)


def bases(line: Line, calendar: Calendar, at: int = 0) -> tuple[Span, ...]:
    """The weeks that the sentence compares with, else those that the ones before did; none when untold."""
    current = now_spans(line, calendar)
    positions = line.moments(base=True)
    later = [n for n in positions if n > at]
    told = [line.items[n].value for n in (later[:1] or positions[-1:])]
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
            return calendar.spans(moment, _beside(line, n, calendar) if moment.kind in _BESIDE else None)
    own = calendar.this()
    topic = line.topic.time
    if topic is not None and topic.kind not in BACK and topic != line.topic.base:
        return tuple(dict.fromkeys((*calendar.spans(topic), own)))
    return (own,)
