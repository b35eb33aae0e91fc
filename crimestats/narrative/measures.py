"""What is said of a measure: the finding, its numbers, and how much they can carry."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

import numpy as np

from crimestats.analysis.measures import Effect, Evaluation
from crimestats.config import settings
from crimestats.counts import TOTAL
from crimestats.i18n import Formats
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Name, Noun, Span
from crimestats.narrative.values import SEPARATOR, Values
from crimestats.narrative.view import Number

# "5 of 10 cases" says a chance better than a percentage.
CASES = 10


def measure_fact(found: Evaluation) -> Fact:
    """One measure as judged."""
    during = next(phase for phase in found.phases if phase.name == "during")
    measure, rules = found.measure, settings()
    numbers: dict[str, Number] = {
        "name": measure.name,
        "name_en": measure.name_en,
        "verdict": found.verdict,
        "reason": found.reason,
        "preliminary": found.n_preliminary,
        "missing": during.n_missing - found.n_preliminary,
        "effect": round(100 * rules.measures.plausible_effect),
        "need": rules.detection.season_weeks,
        "held": int((np.isfinite(found.counts)).sum()) - (len(during.weeks) - during.n_missing),
    }
    for name, effect in (("own", found.own), ("compared", found.compared)):
        numbers |= _numbers(name, effect)
    told: dict[str, int | float | str] = {"method": "measure_model", "codes": SEPARATOR.join(found.codes)}
    if found.effect:
        told |= {"p_value": round(found.effect.p_value, 6), "power": round(found.effect.power, 3)}
        told |= {"dispersion": round(found.effect.dispersion, 2), "weeks_used": found.effect.weeks_used}
    return Fact("measure", measure.weeks, numbers, found.codes[0], told, rank=60)


def _numbers(name: str, effect: Effect | None) -> dict[str, Number]:
    if effect is None:
        return {}
    numbers: dict[str, Number] = {"observed": effect.observed, "expected": round(effect.expected)}
    carries = effect.verdict != "too_early"
    # Rounded to the careful side: seen at least so often, or at most.
    seen = floor(effect.power * CASES) if carries else max(1, ceil(effect.power * CASES))
    numbers |= {"lower": effect.lower, "upper": effect.upper, "seen": seen}
    numbers |= {"carries": carries, "areas": SEPARATOR.join(effect.areas)}
    return {f"{name}_{key}": value for key, value in numbers.items()}


def measure_title(fact: Fact) -> Line:
    """The finding in a few words."""
    return Line(f"measure.title.{fact.numbers['verdict']}", {"name": _name(fact)}, fact)


def measure_lines(fact: Fact, lang: str) -> list[Line]:
    """What and when, count against expectation, verdict, comparison areas, and what is not counted yet."""
    return [_about(fact), *_count(fact), *_compared(fact, lang), _verdict(fact), *_left_out(fact)]


def _name(fact: Fact) -> Name:
    return Name(str(fact.numbers["name"]), str(fact.numbers["name_en"]))


def _about(fact: Fact) -> Line:
    codes = str(fact.evidence["codes"]).split(SEPARATOR)
    if codes == [TOTAL]:
        return Line("measure.about.all", {"weeks": fact.period}, fact)
    items = tuple(Line("item.against", {"what": Noun(code)}, fact) for code in codes)
    return Line("measure.about", {"weeks": fact.period, "items": items}, fact)


def count_values(fact: Fact, name: str) -> Values:
    n = fact.numbers
    ends = Span(int(n[f"{name}_lower"]), int(n[f"{name}_upper"]))
    return {"observed": n[f"{name}_observed"], "expected": n[f"{name}_expected"], "range": ends}


def _count(fact: Fact) -> Iterator[Line]:
    if "own_observed" in fact.numbers:
        yield Line("measure.count", count_values(fact, "own"), fact)


def _compared(fact: Fact, lang: str) -> Iterator[Line]:
    n = fact.numbers
    if "compared_observed" in n:
        areas = Formats(lang).listing(str(n["compared_areas"]).split(SEPARATOR))
        key = "measure.compared" if n["compared_carries"] else "measure.compared.weak"
        yield Line(key, {**count_values(fact, "compared"), "areas": areas}, fact)


def _verdict(fact: Fact) -> Line:
    n = fact.numbers
    by = "compared" if n.get("compared_carries") else "own"
    values: Values = {"effect": n["effect"], "of": CASES, "seen": n.get(f"{by}_seen", 0)}
    values |= {"need": n["need"], "held": n["held"]}
    key = f"too_early.{n['reason']}" if n["verdict"] == "too_early" else n["verdict"]
    return Line(f"measure.{key}", values, fact)


def _left_out(fact: Fact) -> Iterator[Line]:
    n = fact.numbers
    if n["preliminary"]:
        yield Line("measure.preliminary", {"n": n["preliminary"]}, fact)
    if n["missing"] and n["reason"] != "not_reported":
        yield Line("measure.missing", {"n": n["missing"]}, fact)
