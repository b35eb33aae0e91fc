"""The labelled claims over the sample month: no false accusation, and the plainly told wrong ones found.

The parts that the checker was made with must come out whole; the part that it was not made with is scored in
docs/performance.md. Over real records the same is measured by ``python -m bench checking``.
"""

from __future__ import annotations

import random

from crimestats.checking import Figures
from crimestats.counts import read_weekly_counts
from crimestats.periods import Period
from crimestats.reporting.checking import check_text
from crimestats.store import Store
from tests.crimestats.checking.labelled import Filler, read_templates, read_texts, score

MADE_WITH = ("sample.txt", "sample_second.txt", "sample_third.txt", "sample_fourth.txt", "sample_fifth.txt")


def test_no_claim_is_accused_falsely_and_the_wrong_ones_are_found(
    sample_store: Store, november: Period
) -> None:
    texts = [text for name in MADE_WITH for text in read_texts(name)]
    found = score(texts, lambda text: check_text(sample_store, text, area="Lysekil", period=november).claims)
    assert [(claim.text, claim.reason) for _, claim in found.false] == []
    assert found.recall >= 0.7  # the price of calling wrong only what is said plainly: decision 0008
    assert found.told["+", "supported"] >= 0.95 * found.count("+")


def test_unusual_constructions_are_left_undecided_rather_than_accused(
    sample_store: Store, november: Period
) -> None:
    record = read_weekly_counts(sample_store, "Lysekil")
    filler, chance = Filler(Figures(record, lambda: {}), november), random.Random(0)  # type: ignore[arg-type, return-value]
    texts = [t for line in read_templates("templates_unusual.txt") for t in filler.texts(line, chance)]
    found = score(texts, lambda text: check_text(sample_store, text, area="Lysekil", period=november).claims)
    assert [(claim.text, claim.reason) for _, claim in found.false] == []
    assert found.told["-", "contradicted"] > 0
