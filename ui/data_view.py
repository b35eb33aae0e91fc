"""Data & metod as pieces of the screen."""

from __future__ import annotations

from crimestats.i18n import texts
from crimestats.reporting.budget import budget_view
from crimestats.reporting.coverage import coverage_view
from ui import cache
from ui.address import View
from ui.budget import budget_card
from ui.coverage import calendar
from ui.html import data_table, details, tag, text
from ui.upload_history import uploads_of

_METHODS = (
    "week", "unit", "band", "verdict", "alarm", "budget", "told", "late", "cause", "measure", "small", "rest",
    "limits",
)  # fmt: skip
_FORMULAS = (
    "expected",
    "weights",
    "count",
    "alarm",
    "batch",
    "shift",
    "late",
    "extra",
    "period",
    "measure",
    "two",
)


def coverage(view: View) -> str:
    """The coverage calendar of the area."""
    found = cache.cached(coverage_view, view.area, as_of=view.as_of, lang=view.lang)
    return tag("h2", text(texts(view.lang)("screens.data.coverage"))) + calendar(found, view.lang)


def uploads_and_revisions(view: View) -> str:
    """The files, and what later files changed."""
    say, uploads = texts(view.lang), uploads_of(view)
    files = tag("h2", text(say("screens.data.uploads"))) + data_table(uploads.table, view.lang)
    changed = tag("h2", text(say("screens.data.revisions"))) + tag("p", text(uploads.revisions_sentence))
    if uploads.revisions.rows:
        changed += data_table(uploads.revisions, view.lang)
    return tag("section", files, class_="lb-card") + tag("section", changed, class_="lb-card")


def budget(view: View) -> str:
    """Whether the alarm budget was kept, by replaying the record."""
    return budget_card(cache.cached(budget_view, view.area, as_of=view.as_of, lang=view.lang), view.lang)


def methods(lang: str) -> str:
    """How it is computed, in plain words; the formulas behind a fold."""
    say = texts(lang)
    parts = (
        tag("div", tag("h3", text(say(f"methods.{name}"))), tag("p", text(say(f"methods.{name}_text"))))
        for name in _METHODS
    )
    inside = tag("div", *parts, class_="lb-methods")
    pairs = (
        tag("dt", text(say(f"methods.formula.{name}"))) + tag("dd", text(say(f"methods.formula.{name}_text")))
        for name in _FORMULAS
    )
    fold = details(say("methods.formulas"), tag("dl", *pairs, class_="lb-formulas"))
    return tag(
        "section", tag("h2", text(say("screens.data.methods"))), inside, fold, class_="lb-card lb-words"
    )
