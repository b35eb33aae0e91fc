"""What a run of unusual fraud weeks is said to be: a wave, a batch, both, or not known."""

from __future__ import annotations

from collections.abc import Iterator

from crimestats.analysis.detection import Level
from crimestats.analysis.extra import NOTHING
from crimestats.analysis.fraud_spikes import FraudSpike
from crimestats.counts import FRAUD_ALL
from crimestats.narrative.facts import Fact
from crimestats.narrative.grammar import Line, Noun, Span
from crimestats.narrative.values import SEPARATOR, Values
from crimestats.narrative.view import MonthView, Number


def spike_fact(view: MonthView, spike: FraudSpike) -> Fact:
    """One spike: its kind, the reports of each side, and the kinds of fraud that rose."""
    side = {"wave": "private", "batch": "authority", "mixed": "authority"}.get(spike.kind, "")
    extra = (spike.sides[side] if spike.kind == "wave" else spike.whole).extra or NOTHING
    numbers: dict[str, Number] = {
        "spike": spike.kind,
        "week": str(spike.weeks.first),
        "all": spike.whole.observed,
        "n": spike.sides[side].observed if side else 0,
        "low": extra.low,
        "high": extra.high,
        "parties_known": spike.parties_known,
        "without": spike.level_without.name.lower(),
        "benefit": spike.benefit.observed if spike.benefit else 0,
        "rose": SEPARATOR.join(part.code for part in spike.kinds_above),
    }
    numbers |= {party: part.observed for party, part in spike.sides.items()}
    numbers |= {part.code: part.observed for part in spike.kinds_above}
    told: dict[str, int | float | str] = {f"share_{party}": round(s, 3) for party, s in spike.shares.items()}
    return view.fact("fraud_spike", numbers, 51, subject=FRAUD_ALL, evidence=told, weeks=spike.weeks)


def spike_lines(fact: Fact) -> list[Line]:
    """The kind with its numbers, the run without benefit fraud, and the kinds that rose."""
    return [_kind(fact), *_without(fact), *_rose(fact)]


def spike_in_short(fact: Fact) -> list[Line]:
    """What it was, for a text that tells its kinds, and fraud without benefit fraud, elsewhere."""
    return [_kind(fact)]


def _kind(fact: Fact) -> Line:
    n = fact.numbers
    values: Values = {"weeks": fact.period, "all": n["all"], "n": n["n"], "private": n.get("private", 0)}
    values["range"] = Span(int(n["low"]), int(n["high"]))
    unsplit = n["spike"] == "mixed" and not n["parties_known"]
    return Line(f"spike.{n['spike']}" + (".unsplit" if unsplit else ""), values, fact)


def _without(fact: Fact) -> Iterator[Line]:
    """Only where there was benefit fraud to be without."""
    level = Level[str(fact.numbers["without"]).upper()]
    if fact.numbers["benefit"] and fact.numbers["spike"] in ("batch", "mixed") and level != Level.NONE:
        word = "usual" if level <= Level.USUAL else level.name.lower()
        yield Line(f"spike.without.{word}", {}, fact)


def _rose(fact: Fact) -> Iterator[Line]:
    codes = [code for code in str(fact.numbers["rose"]).split(SEPARATOR) if code]
    items = tuple(Line("item.spike", {"n": fact.numbers[code], "what": Noun(code)}, fact) for code in codes)
    if items:
        yield Line("spike.kinds", {"items": items}, fact)
