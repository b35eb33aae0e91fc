"""A fact: what tiles, titles, text, tables and files all read. Numbers live here, words do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from crimestats.counts import Address
from crimestats.periods import Period


@dataclass(frozen=True)
class Fact:
    """One checked statement about a period.

    Attributes:
        kind: what sort of statement, for example ``total``, ``category``, ``rest``, ``change``, ``peak``,
            ``missing``, ``preliminary``, ``calendar``; narrative has a template per kind and language.
        subject: category code it is about, "" when about all.
        period: the weeks it is about.
        numbers: named values; counts are ints, codes and ISO weeks are strings.
        evidence: how it is known: rule or method, expected range, p-value, weeks used; never empty.
        addresses: the cells behind the counts.
        unit: always ``reports`` (anmälningar) in this version; offences are never mixed in.
        rank: lower is more important.
    """

    kind: str
    period: Period
    numbers: Mapping[str, int | float | str | bool]
    subject: str = ""
    evidence: Mapping[str, int | float | str] = field(default_factory=dict)
    addresses: tuple[Address, ...] = ()
    unit: str = "reports"
    rank: int = 100

    @property
    def key(self) -> str:
        """Its name among its month's facts, for addresses: ``category-theft``, ``peak-total-2021-W45``."""
        named = (str(self.numbers.get(name, "")) for name in ("of", "week"))
        return "-".join(part for part in (self.kind, self.subject, *named) if part)
