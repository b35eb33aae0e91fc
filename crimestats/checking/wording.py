"""A verdict in words: the reason, the fact behind it, the warning and a proposed wording."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from crimestats.categories import categories
from crimestats.checking.figures import Figures
from crimestats.checking.found import Found
from crimestats.checking.judge import Judged
from crimestats.checking.measured import Measured
from crimestats.checking.model import CONTRADICTED, SUPPORTED, Span, Subject
from crimestats.counts import TOTAL
from crimestats.i18n import Formats, texts


@dataclass(frozen=True)
class Words:
    """Says things about one area in one language."""

    figures: Figures
    lang: str = "sv"

    def _say(self, key: str, **values: object) -> str:
        return texts(self.lang)(f"checking.{key}", **values)

    @property
    def _formats(self) -> Formats:
        return Formats(self.lang)

    def reason(self, found: Found, judged: Judged) -> str:
        """Why the verdict is what it is, with the figures."""
        told = judged.measured
        if judged.reason and (told is None or judged.reason in ("missing", "no_series")):
            return self._say(f"unclear.{judged.reason}", **self._missing(found))
        assert told is not None
        figure = self.figure(told)
        if judged.verdict == SUPPORTED:
            return self._say("supported", figure=figure)
        if judged.verdict == CONTRADICTED:
            return self._say("contradicted", figure=figure)
        return self._say(f"unclear.{judged.reason}", figure=figure)

    def _missing(self, found: Found) -> dict[str, object]:
        reading = next((r for r in found.readings), None)
        if reading is None:
            return {"subject": "", "weeks": ""}
        spans = [reading.span, *([reading.other_span] if reading.other_span else [])]
        gaps = [span for span in spans if self.figures.missing(span)]
        return {"subject": self.subject(reading.subject), "weeks": self.weeks(gaps[0] if gaps else spans[0])}

    def figure(self, told: Measured) -> str:
        """What the record says, as half a sentence."""
        r, f = told.reading, self._formats
        values: dict[str, object] = {"subject": self.subject(r.subject), "weeks": self.weeks(r.span)}
        if told.now is not None:
            values["now"] = f.number(told.now)
        if told.then is not None and r.measure != "level":
            values["then"] = f.number(told.then)
        match r.measure:
            case "average":
                return self._say("figure.average", **values, mean=f.number(told.value, 1))
            case "most" | "least":
                return self._say(f"figure.{r.measure}", **values)
            case "share":
                whole = self.subject(r.other) if r.other else self.subject(Subject((TOTAL,)))
                return self._say("figure.share", **values, whole=whole, share=f.percent(told.value / 100))
            case "delta" | "difference" | "percent" | "ratio" | "direction":
                return self._change(told, values)
            case "top_week":
                weeks = f.listing([self._week(week) for week in told.named])
                return self._say("figure.top_week", **values, best=weeks, value=f.number(told.value))
            case "top_category":
                names = f.listing([self.subject(Subject((code,))) for code in told.named])
                return self._say("figure.top_category", **values, best=names, value=f.number(told.value))
            case "level":
                return self._level(told, values)
            case _:
                return self._say("figure.count", **values)

    def _change(self, told: Measured, values: dict[str, object]) -> str:
        r, f = told.reading, self._formats
        change = (told.now or 0) - (told.then or 0)
        values["change"] = f.signed(change)
        if r.other is not None:
            return self._say("figure.other", **values, other=self.subject(r.other))
        values["before"] = self.weeks(r.other_span or r.span)
        if told.then and r.measure == "percent" and math.isfinite(told.value):
            return self._say("figure.percent", **values, percent=f.signed(round(told.value)))
        return self._say("figure.change", **values)

    def _level(self, told: Measured, values: dict[str, object]) -> str:
        level = self._say(f"level.{told.level}")
        if told.then is None or not math.isfinite(told.then):
            return self._say("figure.level_bare", **values, level=level)
        span = self._formats.span(told.now or 0, told.then)
        return self._say(
            "figure.level", **{**values, "now": self._formats.number(told.value)}, span=span, level=level
        )

    def _week(self, week: str) -> str:
        from crimestats.weeks import parse_week

        return self._formats.week_word(parse_week(week))

    def subject(self, subject: Subject) -> str:
        """A subject's name in running text."""
        names = self._formats.listing([self._name(code) for code in subject.plus])
        if subject.minus:
            names = self._say(
                "subject.less",
                plus=names,
                minus=self._formats.listing([self._name(c) for c in subject.minus]),
            )
        return self._say(f"subject.{subject.party}", what=names) if subject.party else names

    def _name(self, code: str) -> str:
        if code == TOTAL:
            return self._say("subject.total")
        known = categories().get(code)
        return known.name(self.lang).lower() if known else code

    def weeks(self, span: Span) -> str:
        """The weeks as a person writes them, with the year."""
        run = span.run
        if run is not None:
            return self._formats.weeks(run, year=True)
        shown = [self._formats.week_word(week, year=True) for week in dict.fromkeys(span.weeks)]
        return self._formats.listing(shown[:6])

    def warning(self, keys: list[str], told: Measured | None) -> str | None:
        """The warnings as sentences, one after the other."""
        if not keys:
            return None
        f = self._formats
        values: dict[str, object] = {"now": "", "then": "", "weeks": "", "before": ""}
        if told is not None and told.now is not None and told.then is not None:
            values |= {"now": f.number(told.now), "then": f.number(told.then)}
            values |= {"weeks": len(told.reading.span), "before": len(told.reading.other_span or ())}
        return " ".join(self._say(f"warning.{key}", **values) for key in keys)


def fact_of(told: Measured, area: str) -> Mapping[str, object]:
    """What the record says, for programs: codes, ISO weeks and numbers."""
    r = told.reading
    fact: dict[str, object] = {
        "kind": r.measure, "area": area, "category": "+".join(r.subject.plus),
        "from": str(r.span.weeks[0]), "to": str(r.span.weeks[-1]), "value": _number(told.value),
    }  # fmt: skip
    if r.subject.minus:
        fact["less"] = "+".join(r.subject.minus)
    if r.subject.party:
        fact["injured_party"] = r.subject.party
    if told.named:
        fact["named"] = list(told.named)
    if told.level:
        return fact | {"level": told.level, "usual": [_number(told.now), _number(told.then)]}
    if r.measure == "share":
        return fact | {
            "part": _number(told.now),
            "whole": _number(told.then),
            "whole_category": "+".join(r.other.plus if r.other else (TOTAL,)),
        }
    if r.other is not None:
        return fact | {
            "now": _number(told.now),
            "then": _number(told.then),
            "other_category": "+".join(r.other.plus),
        }
    if told.comparison is not None and r.other_span is not None:
        fact |= {
            "now": _number(told.now),
            "then": _number(told.then),
            "p_value": round(told.comparison.p_value, 4),
        }
        fact |= {"compared_from": str(r.other_span.weeks[0]), "compared_to": str(r.other_span.weeks[-1])}
    return fact


def _number(value: float | None) -> float | int | None:
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() else round(value, 2)
