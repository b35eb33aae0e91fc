"""The tokens reach what docs/design.md states, and config and style sheet repeat them unchanged."""

import re
import tomllib
from dataclasses import asdict
from itertools import combinations

import pytest

from crimestats.categories import categories
from crimestats.charts.colour import SIGHTS, blend, contrast, distance, nearest, oklab
from crimestats.charts.theme import (
    CHART_CODES,
    DARK,
    FONT,
    LIGHT,
    PERIOD_TINT,
    STYLES,
    Palette,
    chart_colours,
    css_variables,
    palette,
    range_tones,
    style,
    text_colour,
)
from crimestats.config import ROOT

MODES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
SIGHT = pytest.mark.parametrize("sight", SIGHTS)
# What stands together in one chart and must be told apart at a glance.
TOGETHER = ("total", "violence", "vandalism", "theft", "fraud", "benefit_fraud", "rest")


def grounds(colours: Palette) -> list[str]:
    """All that a line may lie on: page, card, ranges, and the period's weeks over card and range."""
    band = range_tones(colours)[0]
    inner = range_tones(colours, two=True)[1]
    tinted = [blend(ground, colours.accent, PERIOD_TINT) for ground in (colours.card, band)]
    return [colours.paper, colours.card, band, inner, *tinted]


@MODES
def test_graphics_reach_3_to_1(dark: bool) -> None:
    colours = palette(dark)
    graphics = {code: look.colour(dark) for code, look in STYLES.items()}
    graphics |= {name: getattr(colours, name) for name in ("line_strong", "strip", "question", "fault")}
    low = {
        n: (g, contrast(c, g)) for n, c in graphics.items() for g in grounds(colours) if contrast(c, g) < 3
    }
    assert not low


@MODES
def test_text_reaches_4_5_to_1(dark: bool) -> None:
    colours = palette(dark)
    texts = {name: getattr(colours, name) for name in ("ink", "muted", "accent")}
    low = {n: g for n, c in texts.items() for g in grounds(colours) if contrast(c, g) < 4.5}
    softs = [value for name, value in asdict(colours).items() if name.endswith("_soft")]
    low |= {n: g for n in ("ink", "muted") for g in softs if contrast(getattr(colours, n), g) < 4.5}
    assert not low
    assert contrast(colours.on_accent, colours.accent) >= 4.5
    assert min(contrast(colours.fault, colours.card), contrast(colours.question, colours.card)) >= 4.5


@MODES
def test_labels_in_a_categorys_colour_can_be_read(dark: bool) -> None:
    low = [code for code in STYLES if contrast(text_colour(code, dark), palette(dark).card) < 4.5]
    assert not low


@MODES
@SIGHT
def test_categories_lie_apart_for_every_eye(dark: bool, sight: str) -> None:
    least, pair = nearest({code: style(code).colour(dark) for code in TOGETHER}, sight)
    assert least >= 9, pair


@MODES
def test_rarer_categories_lie_apart_too(dark: bool) -> None:
    chosen = {code: style(code).colour(dark) for code in (*TOGETHER, "identity_misuse")}
    assert min(nearest(chosen, sight)[0] for sight in SIGHTS) >= 6


@MODES
def test_grey_print_tells_categories_apart_by_tone_or_dash(dark: bool) -> None:
    """Two categories share a dash only where their grey tones lie well apart."""
    for one, two in combinations(TOGETHER, 2):
        tones = abs(oklab(style(one).colour(dark))[0] - oklab(style(two).colour(dark))[0])
        assert style(one).dash != style(two).dash or tones >= 15, (one, two)


def test_no_two_categories_of_a_chart_share_a_marker() -> None:
    markers = [style(code).marker for code in TOGETHER]
    assert len(set(markers)) == len(markers)


def test_kinds_of_fraud_differ_in_marker_and_in_colour_or_dash() -> None:
    kinds = [style(code) for code in STYLES if code.startswith("fraud.")]
    assert len({look.marker for look in kinds}) == len(kinds) == 9
    assert len({(look.light, look.dash) for look in kinds}) == len(kinds)


def test_every_category_has_a_look() -> None:
    assert set(categories()) <= set(STYLES)


def test_ranges_inside_each_other_can_be_told_apart() -> None:
    for colours in (LIGHT, DARK):
        assert contrast(range_tones(colours)[0], colours.card) >= 1.2
        outer, inner = range_tones(colours, two=True)
        assert min(distance(outer, colours.card), distance(outer, inner)) >= 3


def test_streamlits_theme_repeats_the_tokens() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    for dark, mode in ((False, "light"), (True, "dark")):
        colours = palette(dark)
        assert config[mode]["primaryColor"] == colours.accent
        assert config[mode]["backgroundColor"] == colours.paper
        assert config[mode]["textColor"] == colours.ink
        assert config[mode]["borderColor"] == colours.line
        assert config[mode]["chartCategoricalColors"] == chart_colours(dark)
    assert config["font"].split(",")[0].strip(' "') == FONT.split(",")[0].strip(' "')
    assert len(CHART_CODES) >= 10  # with fewer, Plotly falls back on its own colours


def test_the_style_sheet_has_no_colours_of_its_own() -> None:
    sheet = (ROOT / "ui" / "style.css").read_text(encoding="utf-8")
    ours = {value for dark in (False, True) for value in css_variables(dark).values()}
    found = {_long(colour.lower()) for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet)}
    assert found <= ours
    for name, value in re.findall(r"(--[a-z0-9-]+)\s*:\s*(#[0-9a-fA-F]+)", sheet):
        assert value in (css_variables()[name], css_variables(dark=True)[name])


def _long(colour: str) -> str:
    return "#" + "".join(c * 2 for c in colour[1:]) if len(colour) == 4 else colour


def test_the_design_page_states_what_is_measured() -> None:
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    missing = [row for row in (*_colour_rows(), *_distance_rows()) if row not in page]
    assert missing == []


def _colour_rows() -> list[str]:
    def measured(colour: str, colours: Palette) -> str:
        on_band = contrast(colour, range_tones(colours)[0])
        return f"`{colour}` | {contrast(colour, colours.card):.1f} / {on_band:.1f}"

    looks = {code: style(code) for code in (*TOGETHER, "identity_misuse", "other")}
    return [
        f"| `{code}` | {measured(look.light, LIGHT)} | {measured(look.dark, DARK)} "
        f"| {' '.join(map(str, look.dash)) or 'solid'} | {look.marker} |"
        for code, look in looks.items()
    ]


def _distance_rows() -> list[str]:
    def least(sight: str, dark: bool) -> str:
        found, pair = nearest({code: style(code).colour(dark) for code in TOGETHER}, sight)
        return f"{found:.1f} ({pair[0]}, {pair[1]})"

    return [f"| {sight} | {least(sight, False)} | {least(sight, True)} |" for sight in SIGHTS]
