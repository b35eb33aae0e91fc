"""The labelled claims over the sample month: no false accusation, and the wrong ones found.

The parts that the checker was made with must come out whole; the part that it was not made with is scored in
docs/performance.md. Over real records the same is measured by ``python -m bench checking``.
"""

from __future__ import annotations

import pytest

from crimestats.periods import Period
from crimestats.reporting.checking import check_text
from crimestats.store import Store
from tests.crimestats.checking.labelled import Score, read_texts, score

MADE_WITH = ("sample.txt", "sample_second.txt", "sample_third.txt")


def scored(store: Store, period: Period, name: str) -> Score:
    return score(read_texts(name), lambda text: check_text(store, text, area="Lysekil", period=period).claims)


@pytest.mark.parametrize("name", MADE_WITH)
def test_no_claim_is_accused_falsely_and_the_wrong_ones_are_found(
    sample_store: Store, november: Period, name: str
) -> None:
    found = scored(sample_store, november, name)
    assert [(claim.text, claim.reason) for _, claim in found.false] == []
    assert found.recall >= 0.85
