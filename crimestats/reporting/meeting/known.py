"""A frozen meeting beside what is known now: every difference in words, the frozen slides untouched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from crimestats.counts import Changed, count_of
from crimestats.i18n import Formats, texts
from crimestats.reporting.labels import series_name
from crimestats.reporting.meeting.decisions import decisions_taken, status_of
from crimestats.reporting.meeting.model import Decision, Known, Meeting, Seen, Slide
from crimestats.reporting.reading import Reading, read_area
from crimestats.store import Store

# Changes told one by one under a slide; more are counted.
_TOLD = 5


def known_now(store: Store, meeting: Meeting, seen: Seen, now: Sequence[Slide], lang: str) -> Known:
    """What differs from what a closed meeting saw.

    Args:
        now: the findings of the same weeks as they are known now.

    Raises:
        StoreError: when the store cannot be read.
    """
    reading = read_area(store, meeting.area)
    changes = {slide.key: _changed(slide, reading) for slide in seen.slides}
    every = {(one.code, one.week) for found in changes.values() for one in found}
    titles = {slide.key: slide.title for slide in now} if every else {}
    words = [
        (slide.key, tuple(_words(slide, changes[slide.key], titles, reading, lang))) for slide in seen.slides
    ]
    current = {one.id: one for one in decisions_taken(store, meeting.area, meeting.id, lang)}
    words += [(f"decision:{one.id}", told) for one in seen.decisions if (told := _since(one, current, lang))]
    say, number = texts(lang), Formats(lang).number(len(every))
    summary = say("meeting.known.changed" if every else "meeting.known.same", n=number)
    return Known(summary, tuple(pair for pair in words if pair[1]), _withdrawn(store, seen))


def _changed(slide: Slide, reading: Reading) -> list[Changed]:
    """The slide's counts that are otherwise now; a series that is gone has no figure."""
    found = []
    for one in slide.counts:
        count = count_of(reading.record, one.code, one.week)
        if count != one.count:
            found.append(Changed(one.code, one.week, one.count, count))
    return found


def _words(
    slide: Slide, changed: Sequence[Changed], titles: Mapping[str, str], reading: Reading, lang: str
) -> Iterator[str]:
    say, formats = texts(lang), Formats(lang)
    if slide.kind in ("finding", "week") and titles:
        title = titles.get(slide.key)
        if title is None:
            yield say("meeting.known.no_longer")
        elif title != slide.title:
            yield say("meeting.known.title", title=title)
    newest = sorted(changed, key=lambda one: -one.week.ordinal)
    for week, group in groupby(newest[:_TOLD], key=lambda one: one.week):
        items = [_count(one, reading, lang) for one in group]
        name = formats.week_word(week, year=True)
        yield say("meeting.known.week", week=name[:1].upper() + name[1:], items=formats.listing(items))
    if len(changed) > _TOLD:
        yield say("meeting.known.more", n=formats.number(len(changed) - _TOLD))


def _count(one: Changed, reading: Reading, lang: str) -> str:
    say, formats = texts(lang), Formats(lang)
    then, now = (
        say("meeting.known.missing") if count is None else formats.number(count)
        for count in (one.then, one.now)
    )
    name = series_name(reading.record, one.code, lang)
    return say("meeting.known.count", name=name[:1].lower() + name[1:], then=then, now=now)


def _since(decision: Decision, current: Mapping[int, Decision], lang: str) -> tuple[str, ...]:
    """How a decision's status stands now, where it has changed."""
    now = current.get(decision.id)
    if now is None:
        return (texts(lang)("meeting.known.taken_back"),)
    if status_of(now) == status_of(decision):
        return ()
    return (texts(lang)("meeting.known.status", status=status_of(now)),)


def _withdrawn(store: Store, seen: Seen) -> tuple[str, ...]:
    """The files behind the slides that were taken back after the meeting."""
    behind = {id for slide in seen.slides for id, _ in slide.uploads}
    return tuple(
        row["file_name"] for row in store.rows("uploads") if row["withdrawn"] and row["id"] in behind
    )
