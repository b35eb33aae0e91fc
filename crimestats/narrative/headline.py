"""The month in one line, and the rule that keeps it in step with tiles, titles and text (decision 0011).

The verdict on the total comes first and is the total's own. Weeks and categories are named only with words
that their own verdicts carry; a cause is named where the month would have been usual without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from crimestats.analysis.detection import Level
from crimestats.counts import TOTAL
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun
from crimestats.narrative.values import SEPARATOR, Values, weeks_in
from crimestats.narrative.view import MonthView, Number, judged, tiles_of
from crimestats.periods import Period
from crimestats.weeks import parse_week

# How the flagged weeks can be told: one category was high, the total was, or now one and now another.
ONE, ALL, MIXED = "weeks_of", "weeks", "mixed"


def headline_fact(view: MonthView, told: Sequence[Fact]) -> Fact:
    """What the month was, and the weeks or the category that stood out.

    Args:
        told: the month's other facts; its peaks and its excess are what the headline rests on.
    """
    band, missing = view.band(TOTAL), view.missing(TOTAL)
    numbers: dict[str, Number] = {"span": _span(view.period), "count": view.count(TOTAL) or 0}
    numbers["missing"] = SEPARATOR.join(str(week) for week in missing)
    numbers["reported"] = len(view.period) - len(missing)
    if band is not None:
        numbers["judged"] = "lower" in judged(band)
        numbers["level"] = judged(band)["level"]
    numbers |= _flagged(view, [f for f in told if f.kind == "peak" and f.numbers["level"] == "alarm"])
    numbers |= _standing_out(view)
    lead = next((str(fact.numbers["driver"]) for fact in told if fact.kind == "excess"), "")
    numbers["lead"] = str(numbers["driver"]) if len(view.period) == 1 else lead
    without = _without(view, numbers) if lead and lead == numbers["driver"] else None
    numbers["behind"] = without is not None and band is not None and without <= band.upper
    found = view.evidence(TOTAL)
    return view.fact("headline", numbers, 1, subject=TOTAL, evidence=_evidence(found, without))


def _evidence(found: dict[str, int | float | str], without: float | None) -> dict[str, int | float | str]:
    return found if without is None else found | {"without_driver": round(without, 2)}


def _flagged(view: MonthView, alarms: Sequence[Fact]) -> dict[str, Number]:
    """The unusual weeks, of any series and of the total, and the one category high in all of them."""
    weeks = {str(fact.numbers["week"]) for fact in alarms}
    of_total = [fact for fact in alarms if fact.subject == TOTAL]
    all_total = weeks == {str(fact.numbers["week"]) for fact in of_total}
    drivers = {_high(view, fact) for fact in alarms}
    driver = drivers.pop() if len(drivers) == 1 else ""
    causes = {str(fact.numbers["driver"]) for fact in of_total}
    return {
        "weeks": _listed(weeks),
        "driver": driver,
        "told": "" if not weeks else ONE if driver else ALL if all_total else MIXED,
        "all_total": all_total,
        "most": 2 * len(weeks) > len(view.period) > 1,
        "total_weeks": _listed(str(fact.numbers["week"]) for fact in of_total),
        "total_driver": causes.pop() if len(causes) == 1 else "",
    }


def _high(view: MonthView, peak: Fact) -> str:
    """The cause of a peak where it was itself unusually high that week, else ""."""
    driver = str(peak.numbers["driver"])
    band, at = view.detection.bands.get(driver), view.record.index(parse_week(str(peak.numbers["week"])))
    return driver if band is not None and at is not None and band.level[at] >= Level.ALARM else ""


def _without(view: MonthView, numbers: Mapping[str, Number]) -> float | None:
    """The month's total without what its driver had beyond the expected in the unusual weeks."""
    band, count = view.detection.bands.get(str(numbers["driver"])), view.count(TOTAL)
    places = [view.record.index(parse_week(week)) for week in str(numbers["weeks"]).split(SEPARATOR)]
    at = np.array([n for n in places if n is not None], dtype=np.int64)
    return (
        None
        if band is None or count is None
        else count - float((band.observed[at] - band.expected[at]).sum())
    )


def _standing_out(view: MonthView) -> dict[str, Number]:
    """The category whose whole month is most unusual."""
    bands = {
        code: band
        for code in tiles_of(view.record)
        if (band := view.band(code)) and band.level >= Level.WATCH
    }
    if not bands:
        return {}
    rarest = min(bands, key=lambda code: bands[code].p_value)
    return {"standing": rarest, "standing_level": bands[rarest].level.name.lower()}


def _listed(weeks: Iterable[str]) -> str:
    return SEPARATOR.join(sorted(set(weeks)))


def _span(period: Period) -> str:
    return "week" if len(period) == 1 else "month" if len(period) in (4, 5) else "period"


def headline(fact: Fact) -> Line:
    """The month in one line."""
    n = fact.numbers
    level = str(n.get("level", "none"))
    key = _key(fact, level)
    driver = n["lead"] if key.endswith(".of") else n["standing"] if _stands(key) else n["driver"]
    values: Values = {
        "span": Noun(str(n["span"])),
        "start": Noun(f"level.{level}" if level in ("watch", "alarm", "below") else f"a.{n['span']}"),
        "weeks": weeks_in(fact, "weeks"),
        "missing": weeks_in(fact, "missing"),
        "period": fact.period,
        "count": n["count"],
        "driver": Noun(str(driver)),
    }
    return Line(key, values, fact)


def _key(fact: Fact, level: str) -> str:
    n, told = fact.numbers, str(fact.numbers["told"])
    if not n["reported"]:
        return "headline.nothing"
    if n["missing"] or level == "none":
        start = "headline.partial" if n["missing"] else "headline.unjudged"
        return f"{start}.{told}" if told and len(fact.period) > 1 else start
    if len(fact.period) == 1:
        told = ""  # the week is the period: it is not an exception to itself
    if told == MIXED:
        return "headline.mixed"
    if level in ("watch", "alarm"):
        return _above(n, told)
    if told:
        most = level == "usual" and n["most"]
        return f"headline.{level}.{told.replace('weeks', 'most') if most else told}"
    return f"headline.{level}.{n['standing_level']}" if "standing" in n else f"headline.{level}"


def _above(n: Mapping[str, Number], told: str) -> str:
    """More than usual in all: what lies behind it, where that can be said."""
    if told and n["behind"]:
        return "headline.above.behind"
    if told == ONE and not (n["all_total"] and n["lead"] in ("", n["driver"])):
        return "headline.above.also_of"
    if told:
        return f"headline.above.{told}"
    return "headline.above.of" if n["lead"] else "headline.above"


def _stands(key: str) -> bool:
    return key.endswith((".watch", ".alarm"))


def title(fact: Fact) -> Line:
    """What the weekly chart of the total shows: its own unusual weeks and their cause, or none."""
    weeks, driver = weeks_in(fact, "total_weeks"), str(fact.numbers["total_driver"])
    values: Values = {"weeks": weeks, "driver": Noun(driver), "period": fact.period}
    if weeks:
        key = "title.peak" if len(weeks) == 1 else "title.peaks"
        return Line(f"{key}_of" if driver else key, values, fact)
    return Line("title.calm" if fact.numbers.get("judged") else "title.unjudged", values, fact)
