"""The one formatter: every number, date and week that a person reads is written here (DOMAIN 9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from crimestats.clock import LOCAL
from crimestats.periods import Period
from crimestats.weeks import IsoWeek

NBSP = "\u00a0"
MINUS = "\u2212"
DASH = "\u2013"

_MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WORDS = {
    "sv": "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split(),
    "en": "zero one two three four five six seven eight nine ten eleven twelve".split(),
}


class Formats:
    """Numbers, dates and weeks in one language. Stateless apart from the language."""

    def __init__(self, lang: str = "sv") -> None:
        self.lang = lang if lang in _MONTHS else "sv"
        self._decimal = "," if self.lang == "sv" else "."
        self._thousands = NBSP if self.lang == "sv" else ","

    def number(self, value: float, decimals: int = 0) -> str:
        """``1 234`` and ``−2,5`` in Swedish, ``1,234`` and ``−2.5`` in English."""
        text = f"{abs(value):,.{decimals}f}".replace(",", "T").replace(".", self._decimal)
        text = text.replace("T", self._thousands)
        negative = value < 0 and any(ch not in "0,.\u00a0" for ch in text)
        return (MINUS if negative else "") + text

    def signed(self, value: float, decimals: int = 0) -> str:
        """With a sign also when positive: ``+7``; zero carries none."""
        text = self.number(value, decimals)
        return f"+{text}" if value > 0 and not text.startswith(MINUS) and text != "0" else text

    def word(self, value: int, gender: str = "common") -> str:
        """A whole number up to twelve as a word, above that in figures. ``neuter`` gives ``ett`` for one."""
        if not 0 <= value <= 12:
            return self.number(value)
        return "ett" if (value, gender, self.lang) == (1, "neuter", "sv") else _WORDS[self.lang][value]

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share as per cent: 0.12 gives ``12 %`` (``12%`` in English)."""
        return self.number(share * 100, decimals) + (f"{NBSP}%" if self.lang == "sv" else "%")

    def span(self, low: float, high: float) -> str:
        """A range: ``24–43``, one number when both ends are the same as written."""
        one, two = self.number(low), self.number(high)
        return one if one == two else f"{one}{DASH}{two}"

    def week(self, week: IsoWeek, *, year: bool = False) -> str:
        """``v. 43`` or ``v. 43 2021``; ``W43`` and ``W43 2021`` in English."""
        label = f"v.{NBSP}{week.week}" if self.lang == "sv" else f"W{week.week:02d}"
        return f"{label} {week.year}" if year else label

    def week_word(self, week: IsoWeek, *, year: bool = False) -> str:
        """For running text: ``vecka 43``, ``vecka 43 2021``; ``week 43``."""
        label = f"{'vecka' if self.lang == 'sv' else 'week'}{NBSP}{week.week}"
        return f"{label} {week.year}" if year else label

    def weeks(self, period: Period, *, year: bool = False, short: bool = False) -> str:
        """``vecka 43–46`` (``v. 43–46`` when short), with years where asked or where they differ."""
        if len(period) == 1:
            return self.week(period.first, year=year) if short else self.week_word(period.first, year=year)
        first, last = period.first, period.last
        if first.year != last.year:
            words = [(self.week if short else self.week_word)(week, year=True) for week in (first, last)]
            return f" {DASH} ".join(words)
        word, tail = self._week_word_for_span(short), f" {first.year}" if year else ""
        return f"{word}{first.week}{DASH}{last.week}{tail}"

    def _week_word_for_span(self, short: bool) -> str:
        if self.lang == "sv":
            return f"v.{NBSP}" if short else f"vecka{NBSP}"
        return "W" if short else f"weeks{NBSP}"

    def day(self, day: date, *, year: bool = True) -> str:
        """``29 november 2021`` / ``29 November 2021``."""
        text = f"{day.day} {_MONTHS[self.lang][day.month - 1]}"
        return f"{text} {day.year}" if year else text

    def days(self, period: Period) -> str:
        """The dates of a period: ``25 oktober–21 november 2021``."""
        first, last = period.first.monday, period.last.sunday
        if first.year != last.year:
            return f"{self.day(first)}{DASH}{self.day(last)}"
        if first.month == last.month:
            return f"{first.day}{DASH}{self.day(last)}"
        return f"{self.day(first, year=False)}{DASH}{self.day(last)}"

    def month(self, year: int, month: int) -> str:
        """``november 2021`` / ``November 2021``."""
        return f"{_MONTHS[self.lang][month - 1]} {year}"

    def iso_day(self, day: date) -> str:
        """For tables: ``2021-11-29``."""
        return day.isoformat()

    def moment(self, moment: datetime, *, year: bool = True) -> str:
        """A moment in Swedish local time: ``22 november 2021 kl. 08.14`` / ``22 November 2021, 08:14``."""
        local = moment.astimezone(LOCAL)
        day = self.day(local.date(), year=year)
        return f"{day} kl.{NBSP}{local:%H.%M}" if self.lang == "sv" else f"{day}, {local:%H:%M}"

    def listing(self, items: Sequence[str]) -> str:
        """``a, b och c`` / ``a, b and c``."""
        if len(items) < 2:
            return "".join(items)
        joiner = "och" if self.lang == "sv" else "and"
        return f"{', '.join(items[:-1])} {joiner} {items[-1]}"
