from __future__ import annotations

from typing import Any

import pytest

from crimestats.analysis.farrington import Control, ControlError


def test_what_is_left_out_has_the_default_of_r() -> None:
    found = Control.from_r({"w": 4, "pastWeeksNotIncluded": None})
    assert (found.b, found.w, found.past_weeks_not_included, found.no_periods) == (5, 4, 4, 1)
    assert (found.alpha, found.threshold_method, found.limit54) == (0.05, "delta", (5, 4))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("b", 0),
        ("alpha", 1.5),
        ("thresholdMethod", "median"),
        ("powertrans", "3/2"),
        ("limit54", [5]),
        ("limit54", [5, 0]),
        ("populationOffset", True),
        ("w", "wide"),
    ],
)
def test_what_has_no_answer_is_named(name: str, value: Any) -> None:
    with pytest.raises(ControlError) as fault:
        Control.from_r({name: value})
    assert fault.value.name == name
