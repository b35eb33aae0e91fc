"""Words that say when, seen from November 2021 (weeks 43 to 46)."""

from __future__ import annotations

import pytest

from crimestats.checking.lexer import items_of
from crimestats.checking.model import Moment
from crimestats.checking.plain import sentences
from crimestats.checking.when import Calendar
from crimestats.periods import parse_period

NOVEMBER = parse_period("2021-W43--2021-W46")


def first_reading(text: str) -> str:
    """The likeliest weeks, ``2021-W43--2021-W46``; "" when it cannot be told."""
    moments = [i.value for one in sentences(text) for i in items_of(one) if isinstance(i.value, Moment)]
    assert len(moments) == 1, f"{text}: {moments}"
    spans = Calendar(NOVEMBER).spans(moments[0])
    return spans[0].run.key if spans and spans[0].run else ""


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        ("vecka 45", "2021-W45--2021-W45"),
        ("v. 43–46", "2021-W43--2021-W46"),
        ("v.43-46 2020", "2020-W43--2020-W46"),
        ("veckorna 43, 44 och 45", "2021-W43--2021-W45"),
        ("mellan vecka 43 och 45", "2021-W43--2021-W45"),
        ("från vecka 43 till vecka 45", "2021-W43--2021-W45"),
        ("vecka 50", "2020-W50--2020-W50"),
        ("vecka 45 förra året", "2020-W45--2020-W45"),
        ("vecka 52 2020 – vecka 3 2021", "2020-W52--2021-W03"),
        ("november", "2021-W43--2021-W46"),
        ("i oktober", "2021-W39--2021-W42"),
        ("samma period förra året", "2020-W43--2020-W46"),
        ("i fjol", "2020-W43--2020-W46"),
        ("samma veckor 2019", "2019-W43--2019-W46"),
        ("föregående period", "2021-W39--2021-W42"),
        ("hittills i år", "2021-W01--2021-W46"),
        ("till och med vecka 45", "2021-W01--2021-W45"),
        ("25 oktober–21 november 2021", "2021-W43--2021-W46"),
        ("den 29 november 2021", ""),
        ("under helgen", ""),
        ("i december", ""),
    ],
)
def test_moments(text: str, weeks: str) -> None:
    assert first_reading(text) == weeks
