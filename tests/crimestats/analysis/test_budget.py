from __future__ import annotations

import pytest

from crimestats.analysis.budget import WATCHED, WEEKS_PER_YEAR, alpha_of, nominal
from crimestats.config import settings
from tests.crimestats.analysis.records import noisy, record

RULES = settings().detection


def test_the_budget_is_shared_by_the_series_that_are_watched() -> None:
    watched = {code: noisy(60, 9, 1) for code in WATCHED}
    alpha = alpha_of(record(watched))
    assert alpha * len(WATCHED) * WEEKS_PER_YEAR * RULES.unrest == pytest.approx(RULES.false_alarms_per_year)
    kinds = {"fraud.phone": noisy(60, 3, 2), "fraud.card": noisy(60, 3, 3)}
    assert alpha_of(record({**watched, **kinds})) == alpha


def test_few_series_do_not_make_a_lax_limit() -> None:
    assert alpha_of(record({"total": noisy(60, 9, 1)})) == RULES.most_alpha


def test_a_smaller_share_of_false_alarms_asks_for_a_rarer_week() -> None:
    limits = [nominal(alpha) for alpha in (1e-5, 0.0005, 0.002, 0.005, 0.01, 0.04, 0.2)]
    assert limits == sorted(limits)
    assert all(0 < limit <= 0.5 for limit in limits)


@pytest.mark.parametrize("alpha", [0.001, 0.005, 0.02])
def test_three_tests_cost_more_than_one(alpha: float) -> None:
    """A week can alarm by itself or with others: at small shares each must be rarer than their sum."""
    assert nominal(alpha) < alpha
