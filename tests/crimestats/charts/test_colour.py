"""The measures themselves, on colours whose answers are known."""

import pytest

from crimestats.charts.colour import SIGHTS, blend, contrast, distance, oklab


def test_contrast_of_black_and_white_is_21_and_of_equals_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == 1


def test_contrast_of_a_published_pair() -> None:
    # WebAIM's example: #777777 on white just fails text, #767676 just passes.
    assert contrast("#777777", "#ffffff") < 4.5 <= contrast("#767676", "#ffffff")


@pytest.mark.parametrize("sight", SIGHTS)
def test_grey_looks_grey_to_every_eye(sight: str) -> None:
    light, green_red, blue_yellow = oklab("#808080", sight)
    assert light == pytest.approx(60, abs=0.6)
    assert abs(green_red) < 1
    assert abs(blue_yellow) < 1


def test_red_and_green_come_close_without_green_cones() -> None:
    assert distance("#c04040", "#808000", "deutan") < distance("#c04040", "#808000") / 2


def test_blend_goes_from_one_to_the_other() -> None:
    assert blend("#000000", "#ffffff", 0) == "#000000"
    assert blend("#000000", "#ffffff", 1) == "#ffffff"
    assert blend("#000000", "#ff8000", 0.5) == "#804000"
