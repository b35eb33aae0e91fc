"""The alarm budget: one row of dots per year, one dot per alarm; the same as a plain table."""

from __future__ import annotations

from crimestats.i18n import texts
from crimestats.reporting.budget import BudgetView, BudgetYear
from ui.html import data_table, details, tag, text

# Told apart by shape, not colour alone: ring, disc, square, dotted ring.
_KINDS = ("explained", "within", "beyond", "unused")


def budget_card(found: BudgetView, lang: str) -> str:
    """The finding, what it means, the years, the key, and the years as a table."""
    say = texts(lang)
    head = tag("h2", text(say("budget.heading"))) + tag("p", tag("strong", text(found.title)))
    if not found.years:
        return tag("section", head, class_="lb-card")
    years = tag("ul", *(_year(year) for year in found.years), class_="lb-budget")
    table = details(say("budget.show"), data_table(found.table, lang))
    return tag(
        "section", head, tag("p", text(found.sentence)), years, _key(found, lang), table, class_="lb-card"
    )


def _year(year: BudgetYear) -> str:
    counts = (year.explained, year.within, year.beyond, year.unused)
    dots = "".join(_dot(kind) * n for kind, n in zip(_KINDS, counts, strict=True))
    shown = tag("span", dots, class_="lb-dots", aria_hidden="true")
    return tag("li", tag("span", text(year.year), class_="lb-year"), shown, tag("span", text(year.text)))


def _key(found: BudgetView, lang: str) -> str:
    """Only the signs that are there."""
    there = [kind for kind in _KINDS if any(getattr(year, kind) for year in found.years)]
    words = texts(lang)
    items = (tag("li", _dot(kind), text(words(f"budget.key.{kind}"))) for kind in there)
    return tag("ul", *items, class_="lb-key")


def _dot(kind: str) -> str:
    return tag("span", class_=f"lb-dot lb-dot-{kind}", aria_hidden="true")
