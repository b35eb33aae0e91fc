"""The door: a text and the counts of an area in, the claims and their verdicts out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from crimestats.checking.clear import clear
from crimestats.checking.figures import Figures
from crimestats.checking.find_changes import change_claims
from crimestats.checking.find_numbers import number_claims
from crimestats.checking.find_others import other_claims
from crimestats.checking.found import Found
from crimestats.checking.judge import Judged, judge
from crimestats.checking.lexer import items_of
from crimestats.checking.line import BACK, CATEGORIES, Line
from crimestats.checking.model import (
    CANNOT_CHECK,
    CONTRADICTED,
    SUPPORTED,
    CheckedText,
    Claim,
    Moment,
    Sentence,
    Subject,
    Topic,
)
from crimestats.checking.plain import sentences
from crimestats.checking.proposal import proposal
from crimestats.checking.trim import trim
from crimestats.checking.vocabulary import ALL
from crimestats.checking.warn import warnings
from crimestats.checking.when import Calendar
from crimestats.checking.wording import Words, fact_of
from crimestats.i18n import texts
from crimestats.periods import Period


def check(
    text: str, figures: Figures, period: Period, *, places: Collection[str] = (), lang: str = "sv"
) -> CheckedText:
    """Find what a Swedish text says about the counts of an area, and hold it against them.

    Args:
        text: plain text, Markdown or HTML; places in the answer are characters of it.
        figures: the counts of the area, as known at a moment.
        period: the weeks that the text is about where it names none.
        places: names of other municipalities, in lower case; what is told about them is not ours to judge.
        lang: the language of reasons and warnings; the text is read as Swedish.

    Raises:
        CheckError: the text is empty, or longer than a month's text can be.
    """
    checker = _Checker(text, figures, period, frozenset(places), lang)
    return checker.checked()


class _Checker:
    """One text on its way through: what was said so far decides what *det* and *motsvarande* mean."""

    def __init__(
        self, text: str, figures: Figures, period: Period, places: frozenset[str], lang: str
    ) -> None:
        self.text, self.figures, self.lang = text, figures, lang
        self.calendar = Calendar(period, figures.periods)
        self.words = Words(figures, lang)
        self.own = _names(figures.record.area)
        self.places = places - self.own
        self.topic = Topic()
        self.told: list[Moment] = []
        self.counts_reports = "anmälning" in text.casefold()

    def checked(self) -> CheckedText:
        self.topic.bracket = self._bracket()
        claims = [claim for sentence in sentences(self.text) for claim in self._sentence(sentence)]
        return CheckedText(
            self.text, tuple(sorted(claims, key=lambda claim: claim.start)), tuple(self._notices())
        )

    def _bracket(self) -> Moment | None:
        """Which weeks the text says that figures within brackets are of."""
        for sentence in sentences(self.text):
            if sentence.table:
                continue
            line = Line(sentence, items_of(sentence), Topic())
            if told := [
                i.value for n, i in enumerate(line.items) if line.kind_at(n) == "time" and line.in_brackets(n)
            ]:
                return next(m for m in told if isinstance(m, Moment))
            if "parentes" in sentence.text:
                moments = [item.value for item in line.items if isinstance(item.value, Moment)]
                if back := [m for m in moments if m.kind in BACK or m.kind in ("month", "weeks", "year")]:
                    return next((m for m in back if m.kind in BACK), back[-1])
        return None

    def _sentence(self, sentence: Sentence) -> Iterator[Claim]:
        if sentence.table:
            yield self._table(sentence)
            return
        items = items_of(sentence, self.places)
        heading = sentence.heading and not any(item.kind in ("number", "change") for item in items)
        sentence = replace(sentence, heading=heading)
        line = Line(sentence, items, self.topic, self.own)
        self._enter(line)
        found: list[Found] = []
        found += number_claims(line, self.calendar)
        found += change_claims(line, self.calendar)
        found += other_claims(line, self.calendar)
        for one in found:
            one.plain = clear(line, one)
        judged = [judge(one, self.figures) for one in found]
        yield from (self._claim(line, one, verdict) for one, verdict in zip(found, judged, strict=True))
        self._leave(line, found, judged)

    def _claim(self, line: Line, found: Found, judged: Judged) -> Claim:
        trim(line, found)
        start, end = line.items[found.low].start, line.items[found.high].end
        told = judged.measured
        warned = warnings(line, found, judged, self.figures, counts_reports=self.counts_reports)
        better = proposal(line, found, told, self.text) if told and judged.verdict == CONTRADICTED else None
        return Claim(
            text=self.text[start:end], start=start, end=end, verdict=judged.verdict,
            reason=self.words.reason(found, judged),
            fact=fact_of(told, self.figures.record.area) if told else None,
            warning=self.words.warning(warned, told), proposal=better or self._figure(judged),
        )  # fmt: skip

    def _figure(self, judged: Judged) -> str | None:
        """Where the words cannot be mended by a number alone, the right figure as a sentence."""
        if judged.verdict != CONTRADICTED or judged.measured is None:
            return None
        said = self.words.figure(judged.measured)
        return f"{said[0].upper()}{said[1:]}."

    def _table(self, sentence: Sentence) -> Claim:
        stripped = sentence.text.strip()
        start = sentence.start + sentence.text.index(stripped)
        end = start + len(stripped)
        reason = texts(self.lang)("checking.unclear.table")
        return Claim(self.text[start:end], start, end, CANNOT_CHECK, reason)

    # -- what the text is about

    def _enter(self, line: Line) -> None:
        """A new paragraph forgets the last one; a heading stays."""
        topic = self.topic
        if line.sentence.paragraph != topic.paragraph:
            topic.paragraph = line.sentence.paragraph
            topic.earlier, topic.subjects, topic.base, topic.time = (
                topic.subjects,
                (),
                None,
                topic.heading_time,
            )
            topic.elsewhere = False
        if line.sentence.heading:
            topic.heading = _categories(line)
            times = [item.value for item in line.items if isinstance(item.value, Moment)]
            topic.heading_time = topic.time = times[0] if times and times[0].kind != "unknown" else None
            topic.subjects = ()

    def _leave(self, line: Line, found: list[Found], judged: list[Judged]) -> None:
        """Remember what the sentence was about: of a claim that fits, the reading that fitted."""
        topic = self.topic
        subjects = [s for one, verdict in zip(found, judged, strict=True) for s in _meant(one, verdict)]
        subjects = subjects or list(_categories(line))
        if not found and not subjects and any(item.kind == "unit" for item in line.items):
            subjects = list(ALL)
        if subjects and not line.sentence.heading:
            topic.earlier, topic.subjects = topic.subjects, tuple(dict.fromkeys(subjects))[:8]
        for n, item in enumerate(line.items):
            moment = item.value
            if not isinstance(moment, Moment) or line.sentence.heading:
                continue
            self.told.append(moment)
            topic.last = moment
            if line.is_base(n) or moment.kind in BACK:
                topic.base = moment
            if not line.is_base(n):
                topic.time = moment
        abroad = any(item.kind == "elsewhere" for item in line.items)
        topic.elsewhere = abroad and not any(item.text in self.own for item in line.items)

    def _notices(self) -> Iterator[str]:
        """A text that only names other weeks than its own may have been put in the wrong month."""
        own = set(self.calendar.period.weeks)
        named = [m for m in self.told if m.kind in ("weeks", "month") and not m.years_back]
        spans = [span for m in named for span in self.calendar.spans(m)]
        if spans and not any(own & set(span.weeks) for span in spans):
            weeks = self.words.weeks(replace(spans[0]))
            yield texts(self.lang)(
                "checking.notice.other_weeks", weeks=weeks, own=self.words.weeks(self.calendar.this())
            )


def _meant(found: Found, judged: Judged) -> list[Subject]:
    if judged.measured is not None and judged.verdict == SUPPORTED:
        return [judged.measured.reading.subject]
    return [r.subject for r in found.readings]


def _categories(line: Line) -> tuple[Subject, ...]:
    positions = [n for n, item in enumerate(line.items) if item.kind in CATEGORIES]
    return tuple(s for n in positions for s in line.subjects_at([n], summed=False))


def _names(area: str) -> frozenset[str]:
    """The area's name in lower case, its words and their genitives."""
    words = [
        word for word in area.casefold().replace("/", " ").split() if not word.isdigit() and len(word) > 2
    ]
    whole = " ".join(words)
    national = (
        {"landet", "riket", "sverige", "nationellt"} if "riket" in words or "sverige" in words else set()
    )
    county = {"länet", "länets"} if "län" in words else set()
    return frozenset({whole, *words, *(f"{word}s" for word in words), *national, *county})
