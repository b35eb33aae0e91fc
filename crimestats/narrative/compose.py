"""Facts to text: which sentence stands where. The order is the same in every language; the words are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL
from crimestats.i18n import texts
from crimestats.narrative import choose
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Run, Words, in_figures
from crimestats.narrative.headline import headline as headline_line
from crimestats.narrative.sentences_en import ENGLISH
from crimestats.narrative.sentences_sv import SWEDISH

# Facts told in each paragraph, in this order; those of one kind keep their rank.
PARAGRAPHS = (
    ("total", ("total", "excess", "change_before", "change_year")),
    ("categories", ("category", "rest")),
    ("peaks", ("peak", "peak_kind", "peak_party", "counterfactual")),
    ("fraud", ("fraud", "fraud_spike", "fraud_kinds", "fraud_parties")),
    ("followup", ("shift", "since_text", "decisions")),
)
REMARKS = (
    "missing", "missing_category", "parts_above_total", "too_short", "level_only", "preliminary", "revised",
    "total_is_sum", "calendar", "moved", "not_compared", "sample",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """One or two sentences that belong together, in runs so that each number can lead to its origin."""

    runs: tuple[Run, ...]
    fact: Fact

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences under a heading; ``key`` names the paragraph whatever the language."""

    key: str
    heading: str
    sentences: tuple[Sentence, ...]

    @property
    def plain(self) -> str:
        return " ".join(sentence.plain for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Narrative:
    """A month in words: the finding, the period with its count, the text, and what to keep in mind."""

    headline: Sentence
    subtitle: Sentence
    paragraphs: tuple[Paragraph, ...]
    remarks: tuple[Sentence, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence, in reading order."""
        body = (sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)
        return (self.headline, self.subtitle, *body, *self.remarks)


def words(lang: str) -> Words:
    """The wording of a language; Swedish for one that is not spoken."""
    return ENGLISH if lang == "en" else SWEDISH


def say(lines: Sequence[Line], lang: str, *, together: bool = False) -> tuple[Sentence, ...]:
    """Lines as sentences of a language; ``together`` writes all their counts in one style."""
    figures = in_figures(lines) if together else None
    return tuple(Sentence(words(lang).render(line, figures=figures), line.fact) for line in lines)


def compose(facts: Sequence[Fact], lang: str = "sv") -> Narrative:
    """The text of a month. The same facts always give the same text.

    Raises:
        StopIteration: when the facts are not those of ``month_facts`` (headline and total are always there).
    """
    headline = next(fact for fact in facts if fact.kind == "headline")
    total = next(fact for fact in facts if fact.kind == "total")
    once = _told_once(facts)
    paragraphs = [
        Paragraph(key, texts(lang)(f"report.heading.{key}"), told)
        for key, kinds in PARAGRAPHS
        if (told := say(_lines(once, key, kinds), lang, together=True))
    ]
    return Narrative(
        headline=say([headline_line(headline)], lang)[0],
        subtitle=say([choose.subtitle(total)], lang)[0],
        paragraphs=tuple(paragraphs),
        remarks=say(_remarks(facts), lang),
    )


def _lines(facts: Sequence[Fact], key: str, kinds: Sequence[str]) -> list[Line]:
    if key == "categories":
        rest = next((fact for fact in facts if fact.kind == "rest"), None)
        return [*choose.categories(_of(facts, "category"), rest), *category_verdicts(facts)]
    if key == "peaks":
        return [line for fact in _by_week(facts, kinds) for line in choose.lines(fact)]
    if key == "total":
        changes = [fact for fact in facts if fact.kind in ("change_before", "change_year")]
        return [*_each(facts, ("total", "excess")), *choose.changes(changes)]
    return _each(facts, kinds)


def category_verdicts(facts: Sequence[Fact]) -> list[Line]:
    """What is said of the categories' verdicts, in step with what is said of weeks and of fraud."""
    peaks = any(not fact.numbers["whole"] for fact in _of(facts, "peak"))
    told = _of(facts, "category")
    # Fraud without benefit fraud has a verdict of its own, told further down.
    whole = {fact.subject: fact.numbers["level"] for fact in told}.get(FRAUD_ALL) == "usual"
    apart = whole and any(fact.numbers["level"] not in ("usual", "none") for fact in _of(facts, "fraud"))
    return choose.category_verdicts(told, peaks=peaks, apart=apart)


def _told_once(facts: Sequence[Fact]) -> list[Fact]:
    """Without what a wave or a batch tells better: its injured parties, and the month's kinds and parties."""
    weeks = {week for fact in _of(facts, "fraud_spike") for week in fact.period.weeks}
    if not weeks:
        return list(facts)
    of_fraud = (FRAUD, FRAUD_ALL, BENEFIT_FRAUD)
    return [
        fact
        for fact in facts
        if fact.kind not in ("fraud_kinds", "fraud_parties")
        and not (fact.kind == "peak_party" and fact.subject in of_fraud and fact.period.first in weeks)
    ]


def _each(facts: Sequence[Fact], kinds: Sequence[str]) -> list[Line]:
    return [line for kind in kinds for fact in _of(facts, kind) for line in choose.lines(fact)]


def _by_week(facts: Sequence[Fact], kinds: Sequence[str]) -> list[Fact]:
    """Flagged weeks in order of time, each with its causes behind it."""
    return sorted((fact for fact in facts if fact.kind in kinds), key=lambda fact: fact.period.first)


def _remarks(facts: Sequence[Fact]) -> list[Line]:
    told: list[Line] = []
    for kind in REMARKS:
        if kind == "calendar":
            events = _of(facts, kind)
            measures = [fact for fact in events if fact.numbers["event"] == "measure"]
            told += choose.calendar([fact for fact in events if fact not in measures], "calendar")
            told += choose.calendar(measures, "calendar.measures")
        else:
            told += [line for fact in _of(facts, kind) for line in choose.lines(fact)]
    return told


def _of(facts: Sequence[Fact], kind: str) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind]
