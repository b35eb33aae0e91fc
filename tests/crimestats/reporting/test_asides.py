"""Toppar: late batches and new levels are told, and are no alarms."""

from __future__ import annotations

import numpy as np
import pytest

from crimestats.analysis.detection import Level, detect
from crimestats.periods import Period
from crimestats.reporting.asides import asides
from crimestats.reporting.reading import Reading
from tests.crimestats.analysis.records import noisy, record

LENGTH, AT = 320, 250


def told(theft: np.ndarray, lang: str = "sv", last: int = LENGTH) -> tuple[str, ...]:
    made = record({"theft": theft})
    found = Reading(made, detect(made), (), ())
    weeks = Period(made.weeks[AT - 40], made.weeks[last - 1])
    assert not (found.detection.bands["theft"].level[AT:] == Level.ALARM).all()
    return tuple(line.replace("\u00a0", " ") for line in asides(found, weeks, lang))


def test_nothing_to_tell() -> None:
    assert told(noisy(LENGTH, 20, seed=3)) == ()


def test_a_late_batch_is_no_surge() -> None:
    theft = noisy(LENGTH, 20, seed=3)
    theft[AT : AT + 3] = (3, 4, 52)
    [line] = told(theft)
    assert line.startswith("Tillgrepp/stöld, vecka ")
    assert ": 52 anmälningar efter två veckor" in line
    assert "eftersläpning" in line


@pytest.mark.parametrize(
    ("length", "words"), [(LENGTH, "är den nya nivån det vanliga"), (AT + 14, "Består den")]
)
def test_a_new_level_says_when_it_becomes_the_usual(length: int, words: str) -> None:
    theft = noisy(LENGTH, 20, seed=3)
    theft[AT:] = noisy(LENGTH - AT, 36, seed=4)
    lines = told(theft[:length], last=length)
    assert len(lines) == 1
    assert "ny nivå från vecka" in lines[0]
    assert words in lines[0]
