"""The labelled claims over the sample month: no false accusation, and the wrong ones found.

The parts that the checker was made with must come out whole; the part that it was not made with is scored in
docs/performance.md. Over real records the same is measured by ``python -m bench checking``.
"""

from __future__ import annotations

from crimestats.periods import Period
from crimestats.reporting.checking import check_text
from crimestats.store import Store
from tests.crimestats.checking.labelled import read_texts, score

MADE_WITH = ("sample.txt", "sample_second.txt", "sample_third.txt", "sample_fourth.txt", "sample_fifth.txt")


def test_no_claim_is_accused_falsely_and_the_wrong_ones_are_found(
    sample_store: Store, november: Period
) -> None:
    texts = [text for name in MADE_WITH for text in read_texts(name)]
    found = score(texts, lambda text: check_text(sample_store, text, area="Lysekil", period=november).claims)
    assert [(claim.text, claim.reason) for _, claim in found.false] == []
    assert found.recall >= 0.9
    assert found.told["+", "supported"] >= 0.95 * found.count("+")
