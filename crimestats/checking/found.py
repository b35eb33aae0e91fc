"""A claim before it is judged: what it says, and every way it may plausibly be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from crimestats.checking.model import Change, Quantity, Span, Subject


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a claim: what is counted over which weeks, and against what.

    ``measure`` is ``count``, ``average`` (per week), ``most`` and ``least`` (of the weeks), ``share``,
    ``delta``, ``percent``, ``ratio``, ``direction``, ``top_week``, ``top_category`` or ``level``.
    """

    measure: str
    subject: Subject
    span: Span
    other: Subject | None = None
    other_span: Span | None = None


@dataclass
class Found:
    """A claim found in a sentence.

    Attributes:
        low, high: positions of its first and last item.
        readings: likeliest first; one that fits supports the claim.
        doubts: less plausible ones; one that fits keeps the claim from being called contradicted.
        unclear: why it cannot be contradicted whatever the counts are: a key of the reasons, "" when clear.
        quantity, approx: the number and the word that makes it rough.
        change, size: the word of change and its force.
        said: which end or level is claimed: ``most``, ``calm``.
        number: position of the number, change_at: of the word of change; None without one.
        unit_word: the noun that was counted, ``brott``. denied: *inte* was read into ``approx``.
        soft: the reading is a guess, which a miss does not refute.
        plain: it is said so plainly that a miss may be called wrong (``clear.py``).
    """

    measure: str
    low: int
    high: int
    readings: list[Reading] = field(default_factory=list)
    doubts: list[Reading] = field(default_factory=list)
    unclear: str = ""
    quantity: Quantity | None = None
    approx: str = ""
    change: Change | None = None
    size: str = ""
    said: str = ""
    number: int | None = None
    change_at: int | None = None
    unit_word: str = ""
    denied: bool = False
    soft: bool = False
    plain: bool = False

    def reach(self, *positions: int | None) -> None:
        """Widen the claim's words to these positions."""
        known = [n for n in positions if n is not None]
        self.low, self.high = min([self.low, *known]), max([self.high, *known])
