"""Every sentence about causes, spikes and measures is said of something; none has a hole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from crimestats.analysis.detection import detect
from crimestats.analysis.measures import Measure, evaluate
from crimestats.analysis.peaks import peaks
from crimestats.counts import WeeklyCounts
from crimestats.narrative import compose as composing
from crimestats.narrative.causes import cause_lines, question_line
from crimestats.narrative.choose import lines
from crimestats.narrative.compose import say
from crimestats.narrative.flagged import told_of
from crimestats.narrative.grammar import Line
from crimestats.narrative.measures import measure_fact, measure_lines, measure_title
from crimestats.narrative.sentences_causes_sv import CAUSES
from crimestats.narrative.spikes import spike_lines
from crimestats.narrative.view import MonthView
from crimestats.periods import Period
from tests.crimestats.narrative.test_causes import (
    FIRST,
    T,
    halved,
    record,
    told_measure,
    told_peak,
    told_spike,
    with_parties,
)
from tests.crimestats.narrative.test_simulated import Recorder


def weeks_told() -> Iterator[list[Line]]:
    """Causes and questions: one part, several, none; a total alone; a batch; two things at once."""
    alone = replace(record(theft=30), series={"total": record(theft=30).series["total"]})
    spread = record(violence=9, theft=9, fraud=9, rest=9)
    for made in (record(theft=30), record(fraud=30), spread, alone, record(theft=40, rest=40)):
        fact = told_peak(made)
        yield [*cause_lines(fact), *filter(None, [question_line(fact)])]
    for made in (with_parties(record(benefit_fraud=30)), with_parties(record(theft=30, benefit_fraud=30))):
        week = Period(made.weeks[T - 2], made.weeks[T - 2])
        view = MonthView(made, detect(made), week)
        for peak in peaks(made, view.detection, week):
            yield [line for fact in told_of(view, peak) for line in lines(fact)]


def spikes_told() -> Iterator[list[Line]]:
    """Waves, batches, both, neither known; the rest of fraud ordinary, raised and unusual."""
    for made in (
        with_parties(record(fraud=30)),
        with_parties(record(benefit_fraud=30)),
        with_parties(record(fraud=20, benefit_fraud=18)),
        with_parties(record(fraud=6, benefit_fraud=18)),
        record(fraud=20, benefit_fraud=18),
        record(fraud=30),
    ):
        yield spike_lines(told_spike(made))
    kinds = with_parties(record(fraud=30))
    phone = np.where(np.arange(T) == T - 2, 31.0, 1.0)
    yield spike_lines(told_spike(replace(kinds, series=kinds.series | {"fraud.phone": phone})))


def measures_told(lang: str) -> Iterator[list[Line]]:
    """Fewer, more, neither; too early for each of its reasons; compared, well and badly; weeks left out."""
    early = np.zeros(T, bool)
    early[281:] = True
    short = record()
    short = replace(short, weeks=short.weeks[-90:], series={c: v[-90:] for c, v in short.series.items()})
    facts = [told_measure(halved(factor), "theft") for factor in (0.3, 1.0, 2.0)]
    facts += [told_measure(record()), told_measure(record(), "violence", weeks=1)]
    facts += [told_measure(record(), "theft", first=T + 10), told_measure(short, "theft")]
    facts += [told_measure(replace(record(), preliminary=early), "theft", weeks=40)]
    facts += [compared(halved(0.3), {"Orust": record()}), compared(halved(0.3), {"Ön": tiny()})]
    for fact in facts:
        yield [measure_title(fact), *measure_lines(fact, lang)]


def compared(made: WeeklyCounts, others: dict[str, WeeklyCounts]):
    measure = Measure("Ordningsvakter", Period(FIRST + 270, FIRST + 281), "Lysekil", ("theft",))
    return measure_fact(evaluate(made, measure, others))


def tiny() -> WeeklyCounts:
    made = record()
    made.series["theft"][:] = np.arange(T) % 12 == 0
    return made


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_template_about_causes_and_measures_is_reached(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = composing.words(lang)
    recorder = Recorder(dict(words.templates))
    monkeypatch.setattr(composing, "words", lambda _: replace(words, templates=recorder))
    for told in (*weeks_told(), *spikes_told(), *measures_told(lang)):
        for sentence in say(told, lang, together=True):
            assert "{" not in sentence.plain
            assert "nan" not in sentence.plain.lower().split()
    assert sorted(set(CAUSES) - recorder.used) == []
