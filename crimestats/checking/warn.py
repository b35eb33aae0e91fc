"""What may mislead although it is true: keys of warnings (docs/domain.md, Units and Small numbers)."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.checking.figures import Figures
from crimestats.checking.found import Found, Reading
from crimestats.checking.judge import Judged, measure
from crimestats.checking.line import Line
from crimestats.checking.measured import Measured
from crimestats.checking.model import SUPPORTED, Span
from crimestats.config import settings
from crimestats.weeks import weeks_in_year

_CHANGES = ("delta", "percent", "ratio", "direction")


def warnings(
    line: Line, found: Found, judged: Judged, figures: Figures, *, counts_reports: bool
) -> list[str]:
    """Keys of the warnings, the weightiest first; none unless the claim is supported.

    Args:
        counts_reports: the text counts *anmälningar* elsewhere, so a count of *brott* mixes two units.
    """
    told = judged.measured
    if judged.verdict != SUPPORTED or told is None:
        return []
    keys = [*_small(found, told), *_changes(found, told, figures), *_words(line, found, counts_reports)]
    return list(dict.fromkeys(keys))


def _small(found: Found, told: Measured) -> Iterator[str]:
    """DOMAIN 5: no percentages when either count is below fifty."""
    quantity, fewest = found.quantity, settings().comparison.percent_from
    if quantity is None or quantity.unit != "percent" or told.now is None or told.then is None:
        return
    smallest = told.then if told.reading.measure == "share" else min(told.now, told.then)
    if smallest < fewest:
        yield "percent_small"


def _changes(found: Found, told: Measured, figures: Figures) -> Iterator[str]:
    compared = told.comparison
    if told.reading.measure not in _CHANGES or compared is None:
        return
    if found.change is not None and found.change.direction and not compared.differs:
        yield "chance"
    if found.change is not None and not found.change.direction and compared.differs:
        yield "differs"
    if compared.per_week:
        yield "unequal"
    if _flattering(found, told, figures):
        yield "base_year"


def _flattering(found: Found, told: Measured, figures: Figures) -> bool:
    """Whether a year further back was chosen where the year before tells another story."""
    reading = told.reading
    if reading.other_span is None or not reading.span.weeks:
        return False
    back = reading.span.weeks[-1].year - reading.other_span.weeks[-1].year
    if back < 2 or found.change is None:
        return False
    signs = [_sign_against(found, reading, years, figures) for years in range(1, back)]
    return any(sign is not None and sign != _sign(told.now, told.then) for sign in signs)


def _sign_against(found: Found, reading: Reading, years: int, figures: Figures) -> int | None:
    weeks = tuple(
        type(w)(w.year - years, min(w.week, weeks_in_year(w.year - years))) for w in reading.span.weeks
    )
    against = Reading("direction", reading.subject, reading.span, other_span=Span.of(weeks))
    told = measure(against, found, figures)
    if told is None or told.comparison is None:
        return None
    return _sign(told.now, told.then) if told.comparison.differs else 0


def _sign(now: float | None, then: float | None) -> int:
    return ((now or 0) > (then or 0)) - ((now or 0) < (then or 0))


def _words(line: Line, found: Found, counts_reports: bool) -> Iterator[str]:
    kinds = {item.kind for item in line.items}
    if "made" in kinds:
        yield "committed"
    noun = found.unit_word
    plain = noun.split(" ")[-1] in ("brott", "brotten") and "anmäld" not in noun
    if plain and (counts_reports or "reported" not in kinds):
        yield "unit"
