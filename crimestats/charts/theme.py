"""The design tokens: the one source of every colour, size and distance on screen and in files.

``.streamlit/config.toml`` and ``ui/style.css`` repeat them; a test holds them equal. What each is for, and
which contrast and colour-blind distance it reaches, stands in docs/design.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from crimestats.charts.colour import blend

# Streamlit serves Source Sans itself (no outside host); the others are for files opened elsewhere.
FONT = '"Source Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif'
# Type scale in px at a root of 16 px: each step about a fifth larger than the one before.
TYPE: Mapping[str, int] = {
    "label": 13, "small": 14, "body": 17, "lead": 19, "h3": 20, "h2": 24, "h1": 34, "figure": 40,
}  # fmt: skip
# Distances in px: multiples of four.
SPACE: Mapping[str, int] = {"xs": 4, "s": 8, "m": 16, "l": 24, "xl": 40, "xxl": 64}
RADIUS, HAIRLINE = 6, 1
# The weeks told about lie under this share of the accent, over the range's grey too.
PERIOD_TINT = 0.06


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one mode, as ``#rrggbb``.

    Text is ``ink`` or ``muted``; ``accent`` is what can be pressed and what is chosen. ``question`` and
    ``fault`` frame a cell of an upload; the ``…_soft`` ones lie behind text. Verdicts have no colour.
    """

    ink: str
    muted: str
    paper: str
    card: str
    line: str
    line_strong: str
    band: str
    strip: str
    accent: str
    accent_soft: str
    on_accent: str
    category_soft: str
    question: str
    question_soft: str
    fault: str
    fault_soft: str


LIGHT = Palette(
    ink="#1d2730", muted="#56616a", paper="#fbfaf7", card="#ffffff",
    line="#e4e0d8", line_strong="#767d83", band="#e5e8e8", strip="#4f818c",
    accent="#0b5563", accent_soft="#e4eff1", on_accent="#ffffff", category_soft="#edf2e8",
    question="#8f6a0c", question_soft="#fdf3d6", fault="#a62c14", fault_soft="#fbeae6",
)  # fmt: skip
DARK = Palette(
    ink="#e9edef", muted="#adb6bc", paper="#12181d", card="#1b232a",
    line="#323c44", line_strong="#7c8890", band="#2a333b", strip="#5f9aa6",
    accent="#6cc3d0", accent_soft="#1d3a42", on_accent="#0c1d22", category_soft="#26331f",
    question="#ecc870", question_soft="#3a3115", fault="#f58a62", fault_soft="#43241b",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """How one category is drawn everywhere: colour per mode, dash in px (() = solid), marker, line width."""

    light: str
    dark: str
    dash: tuple[int, ...]
    marker: str
    width: float = 2.2

    def colour(self, dark: bool = False) -> str:
        return self.dark if dark else self.light


# Marker names as matplotlib writes them; plotly's names stand in plotly_figure.
STYLES: dict[str, Style] = {
    "total": Style(LIGHT.ink, DARK.ink, (), "o", 2.4),
    "violence": Style("#a62c14", "#f56c36", (), "s"),
    "vandalism": Style("#9c7410", "#ecc870", (6, 3), "^"),
    "theft": Style("#2e7fcf", "#79aefc", (3, 3), "D"),
    "fraud": Style("#54197a", "#a172e9", (8, 3, 2, 3), "v"),
    "fraud_all": Style("#54197a", "#a172e9", (8, 3, 2, 3), "v"),  # on screen they take each other's place
    "benefit_fraud": Style("#7c3d74", "#be6b92", (12, 3), "P"),
    "identity_misuse": Style("#3d6b52", "#58a863", (8, 3, 2, 3, 2, 3), "h"),
    "other": Style("#595f65", "#c4c7c9", (4, 4), "X"),
    "rest": Style("#6c747c", "#b3b6b8", (1, 4), "X"),
    "measure": Style(LIGHT.accent, DARK.accent, (), "o"),
    "level": Style(LIGHT.accent, DARK.accent, (), "o", 3.0),  # the mean of four weeks
}
# Kinds of fraud are shades of fraud; four shades and three dashes tell nine apart, with a name at each.
_SHADES = (("#54197a", "#a172e9"), ("#7d4aa3", "#b894ef"), ("#9a68bd", "#cdb2f5"), ("#6b3a5e", "#917acd"))
_DASHES = ((), (6, 3), (2, 3))
_KIND_MARKERS = "vos^DPXh*"
_KINDS = ("phone", "card", "invoice", "ad", "identity", "romance", "investment", "insurance", "other")
STYLES |= {
    f"fraud.{kind}": Style(*_SHADES[n % 4], _DASHES[n // 4], _KIND_MARKERS[n])
    for n, kind in enumerate(_KINDS)
}
# Streamlit needs ten, or plotly falls back on its own colours.
CHART_CODES = (
    "total", "violence", "vandalism", "theft", "fraud", "rest",
    "benefit_fraud", "identity_misuse", "other", "measure",
)  # fmt: skip


def style(code: str) -> Style:
    """How a category is drawn; one we have no look for is drawn like what is not told apart."""
    return STYLES.get(code, STYLES["other"])


def palette(dark: bool = False) -> Palette:
    return DARK if dark else LIGHT


def text_colour(code: str, dark: bool = False) -> str:
    """A category's colour, drawn towards the ink until small text in it can be read (contrast 4.5)."""
    return blend(style(code).colour(dark), palette(dark).ink, 0.3)


def chart_colours(dark: bool = False) -> list[str]:
    """Ten colours for ``chartCategoricalColors``."""
    return [style(code).colour(dark) for code in CHART_CODES]


def range_tones(colours: Palette, *, two: bool = False) -> tuple[str, str]:
    """The grey of a range, and of the narrower one inside it; of ``two``, the outer one steps back."""
    outer = blend(colours.band, colours.card, 0.35) if two else colours.band
    return outer, blend(colours.band, colours.muted, 0.06)


def tint(colour: str, share: float) -> str:
    """A colour at ``share`` (0..1) of its strength, to lie over others."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"


def css_name(code: str) -> str:
    """A token's or category's name as a CSS custom property: ``--line-strong``, ``--c-fraud-phone``."""
    return code.replace(".", "-").replace("_", "-")


def css_variables(dark: bool = False) -> dict[str, str]:
    """Every token as CSS custom property → value; a style sheet may repeat them but not differ."""
    colours = {f"--{css_name(name)}": value for name, value in asdict(palette(dark)).items()}
    colours |= {f"--c-{css_name(code)}": look.colour(dark) for code, look in STYLES.items()}
    sizes = {f"--text-{name}": f"{px / 16:g}rem" for name, px in TYPE.items()}
    spaces = {f"--space-{name}": f"{px / 16:g}rem" for name, px in SPACE.items()}
    return {**colours, **sizes, **spaces, "--radius": f"{RADIUS}px", "--font": FONT}
