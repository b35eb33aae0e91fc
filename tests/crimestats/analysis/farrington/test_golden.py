from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest

from crimestats.analysis.farrington import Control, PlanError, farrington
from crimestats.analysis.farrington.fit import fit, leverages
from crimestats.analysis.farrington.plan import plan
from tests.crimestats.analysis.farrington import golden

CASES = golden.manifest(golden.OWN)["cases"]
public = pytest.mark.skipif(not golden.PUBLIC.exists(), reason="../shared is not there")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_our_golden_cases_are_reproduced(case: dict[str, Any]) -> None:
    golden.assert_equal(case, golden.computed(golden.OWN, case), golden.wanted(golden.OWN, case))


@public
def test_every_public_case_is_reproduced() -> None:
    cases = golden.manifest(golden.PUBLIC)["cases"]
    for case in cases:
        golden.assert_equal(case, golden.computed(golden.PUBLIC, case), golden.wanted(golden.PUBLIC, case))
    assert len(cases) == 112


@public
def test_the_steps_between_are_those_of_r() -> None:
    """Baseline, levels, first fit, weights of the reference trace: equal answers for the right reasons."""
    cases = {case["id"]: case for case in golden.manifest(golden.PUBLIC)["cases"]}
    traces = json.loads((golden.PUBLIC / "trace.json").read_text(encoding="utf-8"))
    for trace in traces:
        case = cases[trace["case"]]
        counts, days = golden.series(golden.PUBLIC, case)
        frame = plan(trace["k"] - 1, Control.from_r(case["control"]), days)
        assert (frame.weeks + 1).tolist() == trace["baseline_k"]
        levels = frame.levels.argmax(axis=1) + 1
        assert levels.tolist() == [int(level) for level in trace["level"]]
        y = counts[:, frame.weeks]
        for stage in trace["stages"]:
            time = np.array(trace["wtime"], float)
            time = time - time.mean() if stage["trend_in_model"] else None
            first = fit(y, np.ones_like(y), frame.levels, time)
            np.testing.assert_allclose(first.mu[0], stage["fitted_first"], rtol=1e-8)
            np.testing.assert_allclose(leverages(first, frame.levels, time)[0], stage["hat"], rtol=1e-7)


def test_many_series_together_are_judged_as_one_at_a_time() -> None:
    rng = np.random.default_rng(1)
    counts = rng.poisson([[0.05], [1.0], [6.0], [80.0]], (4, 330)).astype(float)
    counts[1, 40:45] = np.nan
    control = Control(no_periods=10, past_weeks_not_included=26, threshold_method="muan")
    judged = np.arange(300, 330)
    together = farrington(counts, judged, control)
    for row in range(4):
        alone = farrington(counts[row : row + 1], judged, control)
        for name in (*golden.EXACT, *golden.NUMBERS):
            got, want = getattr(together, name)[:, row], getattr(alone, name)[:, 0]
            np.testing.assert_allclose(got, want, rtol=1e-9, err_msg=name)


def test_without_so_many_years_there_is_no_answer() -> None:
    with pytest.raises(PlanError):
        farrington(np.ones((1, 200)), np.array([199]), Control(b=5))


def test_more_levels_than_weeks_are_refused() -> None:
    with pytest.raises(PlanError):
        farrington(np.ones((1, 330)), np.array([329]), Control(b=3, no_periods=60))
