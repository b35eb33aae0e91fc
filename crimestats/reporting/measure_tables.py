"""A measure's tables: before, during and after; each category by itself; how the verdict is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crimestats.analysis.measures import Evaluation, Phase, Verdict
from crimestats.analysis.multiple import holm
from crimestats.charts.model import Table
from crimestats.config import settings
from crimestats.i18n import Formats, texts
from crimestats.reporting.labels import series_name
from crimestats.reporting.reading import Reading


def phases_table(found: Evaluation, lang: str) -> Table:
    """A row each for before, during and after."""
    say = texts(lang)
    heads = ("column", "weeks", "observed", "expected", "range", "missing")
    cells = [_phase(phase, lang) for phase in found.phases]
    return Table(
        say("measures.phase.caption"),
        tuple(say(f"measures.phase.{head}") for head in heads),
        tuple(row for row, _ in cells),
        tuple(numbers for _, numbers in cells),
    )


def _phase(phase: Phase, lang: str) -> tuple[tuple[str, ...], tuple[object, ...]]:
    formats = Formats(lang)
    name, weeks = (
        texts(lang)(f"measures.phase.{phase.name}"),
        formats.weeks(phase.weeks, year=True, short=True),
    )
    expected = None if phase.expected is None else round(phase.expected, 1)
    known = phase.lower is not None and phase.upper is not None
    span = formats.span(phase.lower or 0, phase.upper or 0) if known else "–"
    row = (name, weeks, _count(phase.observed, lang), _decimal(expected, lang), span)
    return (*row, formats.number(phase.n_missing)), (
        name, weeks, phase.observed, expected, span if known else None, phase.n_missing
    )  # fmt: skip


def categories_table(reading: Reading, each: Sequence[Evaluation], lang: str) -> Table:
    """One row per category; several looked at together, so a difference must be the clearer (Holm)."""
    say, formats = texts(lang), Formats(lang)
    judged = [one.effect for one in each]
    adjusted = iter(holm([effect.p_value for effect in judged if effect]))
    rows: list[tuple[str, ...]] = []
    numbers: list[tuple[object, ...]] = []
    for one, effect in zip(each, judged, strict=True):
        name = series_name(reading.record, one.codes[0], lang)
        word = say(f"measures.verdict.{_verdict(one.verdict, next(adjusted)) if effect else 'too_early'}")
        if effect is None:
            rows.append((name, "–", "–", "–", word))
            numbers.append((name, None, None, None, word))
            continue
        span, expected = formats.span(effect.lower, effect.upper), round(effect.expected, 1)
        rows.append((name, _count(effect.observed, lang), _decimal(expected, lang), span, word))
        numbers.append((name, effect.observed, expected, span, word))
    heads = ("category.column", "phase.observed", "phase.expected", "phase.range", "category.verdict")
    return Table(
        say("measures.category.caption"),
        tuple(say(f"measures.{head}") for head in heads),
        tuple(rows),
        tuple(numbers),
    )


def _verdict(alone: Verdict, adjusted: float) -> Verdict:
    chance = adjusted >= 1 - settings().measures.confidence
    return "as_expected" if alone in ("fewer", "more") and chance else alone


def evidence_of(found: Evaluation, several: bool, lang: str) -> Iterator[tuple[str, str]]:
    """How a verdict is known: pairs of a label and a text."""
    say, formats, effect = texts(lang), Formats(lang), found.effect
    if effect is None:
        yield say("measures.evidence.method"), say("measures.no_model")
        return
    rules = settings().measures
    told = formats.listing(effect.areas)
    how = say("measures.evidence.method_areas", areas=told) if told else say("measures.evidence.method_own")
    yield say("measures.evidence.method"), how
    sure = formats.number(100 * rules.confidence)
    yield say("measures.evidence.sure"), say("measures.evidence.sure_text", sure=sure)
    yield say("measures.evidence.p_value"), formats.number(effect.p_value, 3)
    fewer = formats.number(100 * rules.plausible_effect)
    yield say("measures.evidence.power", effect=fewer), formats.number(effect.power, 2)
    yield say("measures.evidence.dispersion"), formats.number(effect.dispersion, 2)
    yield say("measures.evidence.weeks_used"), formats.number(effect.weeks_used)
    if several:
        yield say("measures.evidence.holm"), say("measures.evidence.holm_text")


def _count(value: int | None, lang: str) -> str:
    return "–" if value is None else Formats(lang).number(value)


def _decimal(value: float | None, lang: str) -> str:
    return "–" if value is None else Formats(lang).number(value, 1)
