"""This year against earlier years: where the weeks have lain before, and the level of four weeks."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

import numpy as np
from numpy.typing import NDArray

from crimestats.charts.build import Column, Words, weekly
from crimestats.charts.model import Band, Chart, Line
from crimestats.charts.series import line_of, name_of, plain
from crimestats.counts import WeeklyCounts
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.weeks import IsoWeek, weeks_in_year

LEVEL_WEEKS = 4


def year_over_years_chart(
    record: WeeklyCounts, code: str, last: IsoWeek, *, years_back: int = 5, **words: Unpack[Words]
) -> Chart:
    """The year of ``last``, up to it, over the lowest–highest and middle half of ``years_back`` before it."""
    lang, year = words.get("lang", "sv"), last.year
    say = texts(lang)
    weeks = Period(IsoWeek(year, 1), IsoWeek(year, weeks_in_year(year)))
    line = _until(line_of(record, code, weeks, str(year), str(year)), last)
    mean = Line(say("charts.level"), "level", plain(level(record, code, weeks)), (), say("charts.level_end"))
    mean = _until(mean, last)
    earlier = earlier_years(record, code, weeks, years_back)
    outer = _band("earlier_range", earlier, (0, 100), lang)
    inner = _band("earlier_middle", earlier, (25, 75), lang)
    if outer:
        outer = replace(outer, end_label=_years_told(earlier, year, lang))
    columns: list[Column] = [(f"{name_of(code, lang)} {year}", line.values), (mean.name, mean.values)]
    columns += _columns(outer, "earlier", lang) + _columns(inner, "middle", lang)
    told = Period(weeks.first, last)
    return weekly(weeks, [line, mean], columns, words, told, id="years", band=outer, inner_band=inner)


def level(record: WeeklyCounts, code: str, weeks: Period) -> NDArray[np.float64]:
    """The mean of each week and the three before it (len(weeks),); NaN unless all four are reported."""
    wide = record.values(code, Period(weeks.first - (LEVEL_WEEKS - 1), weeks.last))
    return np.convolve(wide, np.full(LEVEL_WEEKS, 1 / LEVEL_WEEKS), "valid")


def earlier_years(record: WeeklyCounts, code: str, weeks: Period, years_back: int) -> NDArray[np.float64]:
    """Counts of the same week numbers in earlier years, (years_back, len(weeks)), last year first.

    A W53 that an earlier year lacks is the mean of that year's W52 and the W01 after it (DOMAIN 2).
    """
    return np.array([_year_before(record, code, weeks, back) for back in range(1, years_back + 1)])


def _year_before(record: WeeklyCounts, code: str, weeks: Period, back: int) -> list[float]:
    year = weeks.first.year - back
    whole = record.values(code, Period(IsoWeek(year, 1), IsoWeek(year + 1, 1)))
    own = weeks_in_year(year)
    return [
        float(whole[w.week - 1]) if w.week <= own else float(whole[own - 1 : own + 1].mean())
        for w in weeks.weeks
    ]


def _band(name: str, earlier: NDArray[np.float64], shares: tuple[int, int], lang: str) -> Band | None:
    """Percentiles of the earlier years' counts per week; a week that fewer than two years told has none."""
    told = (~np.isnan(earlier)).sum(axis=0) >= 2
    if not told.any():
        return None
    ends = np.full((2, earlier.shape[1]), np.nan)
    ends[:, told] = np.nanpercentile(earlier[:, told], shares, axis=0)
    return Band(texts(lang)(f"charts.{name}"), plain(ends[0]), plain(ends[1]))


def _years_told(earlier: NDArray[np.float64], year: int, lang: str) -> str:
    years = [year - 1 - back for back in range(len(earlier)) if not np.isnan(earlier[back]).all()]
    return texts(lang)("charts.years_end", span=f"{min(years)}–{max(years)}")


def _columns(band: Band | None, prefix: str, lang: str) -> list[Column]:
    if band is None:
        return []
    say = texts(lang)
    return [(say(f"charts.{prefix}_from"), band.lower), (say(f"charts.{prefix}_to"), band.upper)]


def _until(line: Line, last: IsoWeek) -> Line:
    """What came after ``last`` is not told."""
    values = tuple(v if n < last.week else None for n, v in enumerate(line.values))
    return replace(line, values=values)
