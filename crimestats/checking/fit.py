"""Does a number fit what was written? Fits, misses, or comes too near to call it wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crimestats.checking.model import Quantity

Fit = Literal["fits", "near", "off"]


@dataclass(frozen=True)
class Slack:
    """How far a value may lie from the number: up to ``fits`` it fits, beyond ``off`` it is wrong."""

    fits: float
    off: float


def fit(value: float, said: float, approx: str, slack: Slack, rough: Slack) -> Fit:
    """Compare a value with a number.

    Args:
        approx: the word before the number, a list of ``vocabulary.toml``; "" when it stands alone.
        slack: of a number that stands alone. rough: of *cirka*, and how far *drygt* and *knappt* reach.
    """
    above = value - said
    match approx:
        case "about":
            return _within(abs(above), rough)
        case "over_a_little":
            return _one_sided(above, slack, rough)
        case "under_a_little":
            return _one_sided(-above, slack, rough)
        case "over":
            return _order(above, strict=True, slack=slack)
        case "under":
            return _order(-above, strict=True, slack=slack)
        case "least":
            return _order(above, strict=False, slack=slack)
        case "most":
            return _order(-above, strict=False, slack=slack)
        case _:
            return _within(abs(above), slack)


def _within(distance: float, slack: Slack) -> Fit:
    return "fits" if distance <= slack.fits + 1e-9 else "off" if distance > slack.off + 1e-9 else "near"


def _one_sided(above: float, slack: Slack, rough: Slack) -> Fit:
    """*Drygt 20*: more than 20, though not much. Exactly 20 is let pass unjudged."""
    if above < -slack.off - 1e-9:
        return "off"
    if above <= 1e-9:
        return "near" if above < -slack.fits or slack.fits == 0 else "fits"
    return "fits" if above <= 1.6 * rough.fits + 1e-9 else "off" if above > 1.3 * rough.off + 1e-9 else "near"


def _order(above: float, *, strict: bool, slack: Slack) -> Fit:
    if above > 1e-9 or (not strict and above > -1e-9):
        return "fits"
    return "near" if above > -slack.fits and slack.fits else "off"


def count_fit(value: float, quantity: Quantity, approx: str) -> Fit:
    """A count: exact, unless a word or a round thousand makes it rough."""
    said = quantity.value
    rough = Slack(max(1.0, 0.07 * said), max(2.0, 0.17 * said))
    if quantity.tens and not approx:
        return fit(value, said, "about", Slack(0, 0), Slack(max(3.0, 0.15 * said), max(5.0, 0.3 * said)))
    round_number = said >= 1000 and said % 100 == 0 and not quantity.decimals
    return fit(value, said, approx, Slack(0, 0.02 * said if round_number else 0), rough)


def mean_fit(value: float, quantity: Quantity, approx: str) -> Fit:
    """A mean: within what rounding does, upwards or downwards."""
    step = 10.0**-quantity.decimals
    rough = Slack(max(step, 0.07 * quantity.value), max(2 * step, 0.17 * quantity.value))
    return fit(value, quantity.value, approx, Slack(0.501 * step, 0.999 * step), rough)


def percent_fit(value: float, quantity: Quantity, approx: str) -> Fit:
    """A percentage: within what rounding does; *cirka* and *drygt* reach a tenth further."""
    step = 10.0**-quantity.decimals
    said = quantity.value
    rough = Slack(max(2.5, 0.1 * said), max(5.0, 0.2 * said))
    if quantity.tens:  # told as a part: "en femtedel färre"
        return fit(value, said, approx, Slack(0.1 * said, 0.2 * said), rough)
    return fit(value, said, approx, Slack(0.501 * step, 1.0 * step), rough)


def share_fit(value: float, quantity: Quantity, approx: str) -> Fit:
    """A part in words, *hälften*, of a value between 0 and 1: words are rough by nature."""
    said = quantity.value
    rough = Slack(0.12 * said, 0.25 * said)
    return fit(value, said, approx, Slack(0.1 * said, 0.2 * said), rough)


def ratio_fit(value: float, factor: float, approx: str) -> Fit:
    """*Fördubblats* and *halverats* of a ratio between two counts."""
    if factor >= 1:
        rough = Slack(0.15 * factor, 0.3 * factor)
        return fit(value, factor, approx, Slack(0.1 * factor, 0.25 * factor), rough)
    # Half is as far from nothing as from the whole: the same steps on the scale of what is left.
    return fit(-value, -factor, approx, Slack(0.06, 0.14), Slack(0.12, 0.2))
