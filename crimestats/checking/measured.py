"""A reading held against the record: what the number should be, and whether what was written fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crimestats.checking.fit import Fit
from crimestats.checking.found import Reading

if TYPE_CHECKING:
    from crimestats.analysis.compare import Comparison


@dataclass(frozen=True)
class Measured:
    """A reading held against the record.

    Attributes:
        value: what the claim's number should be (a share in per cent).
        now, then: the two counts of a comparison or of a share and its whole.
        named: weeks or categories that the claim should have named.
    """

    reading: Reading
    fit: Fit
    value: float
    now: float | None = None
    then: float | None = None
    named: tuple[str, ...] = ()
    level: str = ""

    @property
    def comparison(self) -> Comparison | None:
        """The two counts compared as the product does; None where the reading compares no weeks."""
        r = self.reading
        if r.other_span is None or self.now is None or self.then is None or r.measure == "top_week":
            return None
        from crimestats.analysis.compare import compare  # late: its statistics take a second to load

        return compare(int(self.now), int(self.then), len(r.span), len(r.other_span))
