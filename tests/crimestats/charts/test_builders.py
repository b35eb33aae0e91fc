"""Every builder: the table holds exactly the numbers that are drawn."""

from collections.abc import Callable
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crimestats.analysis.detection import Detection, detect
from crimestats.charts.fraud import fraud_chart
from crimestats.charts.model import Chart, Mark, Strip
from crimestats.charts.shares import drivers_bars, kinds_chart, parties_chart
from crimestats.charts.weekly import categories_chart, category_panels, weekly_chart
from crimestats.charts.years import earlier_years, level, year_over_years_chart
from crimestats.counts import WeeklyCounts
from crimestats.i18n import Formats
from crimestats.periods import Period
from crimestats.weeks import IsoWeek, week_range

WEEKS = Period(IsoWeek(2020, 48), IsoWeek(2021, 46))
MONTH = Period(IsoWeek(2021, 43), IsoWeek(2021, 46))
WORDS = {"title": "T", "subtitle": "U", "sentence": "S"}
ANY_COUNT = st.one_of(st.just(np.nan), st.integers(0, 2000).map(float))
Builder = Callable[[WeeklyCounts, Detection, Period], Chart]
BUILDERS: dict[str, Builder] = {
    "weekly": lambda r, d, w: weekly_chart(r, d, "total", w, **WORDS),  # type: ignore[misc]
    "categories": lambda r, d, w: categories_chart(r, ["theft", "total"], w, **WORDS),  # type: ignore[misc]
    "panel": lambda r, d, w: category_panels(r, d, {"theft": WORDS}, w)[0],  # type: ignore[dict-item]
    "years": lambda r, d, w: year_over_years_chart(r, "total", w.last, **WORDS),  # type: ignore[misc]
    "fraud": lambda r, d, w: fraud_chart(r, d, w, **WORDS),  # type: ignore[misc]
}


def drawn(chart: Chart) -> list[tuple[float | None, ...]]:
    """Every series that a renderer draws."""
    bands = [band for band in (chart.band, chart.inner_band) if band]
    return [
        *(line.values for line in chart.lines),
        *(end for band in bands for end in (band.lower, band.upper)),
    ]


def assert_table_is_drawn(chart: Chart) -> None:
    columns = list(zip(*chart.table.numbers, strict=True))
    for series in drawn(chart):
        assert series in columns
    assert len(chart.table.rows) == len(chart.weeks)
    assert all(len(row) == len(chart.table.columns) for row in (*chart.table.rows, *chart.table.numbers))
    for row, raw in zip(chart.table.rows, chart.table.numbers, strict=True):
        for text, value in zip(row[1:], raw[1:], strict=True):
            if isinstance(value, int):
                assert text == Formats("sv").number(value)
            assert (text == "–") == (value is None)


@pytest.mark.parametrize("name", BUILDERS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_the_table_holds_what_is_drawn(name: str, data: st.DataObject) -> None:
    weeks = tuple(week_range(IsoWeek(2020, 40), IsoWeek(2021, 10)))
    counts = {
        code: np.array(data.draw(st.lists(ANY_COUNT, min_size=len(weeks), max_size=len(weeks))))
        for code in ("total", "theft", "fraud", "benefit_fraud")
    }
    counts["fraud_all"] = counts["fraud"] + counts["benefit_fraud"]
    open_weeks = np.zeros(len(weeks), bool)
    open_weeks[-2:] = True
    record = WeeklyCounts("Lysekil", weeks, counts, preliminary=open_weeks)
    assert_table_is_drawn(BUILDERS[name](record, detect(record), Period(weeks[2], weeks[-1])))


@pytest.mark.parametrize("name", BUILDERS)
def test_the_table_holds_what_is_drawn_with_ranges(
    name: str, record: WeeklyCounts, detection: Detection
) -> None:
    chart = BUILDERS[name](record, detection, WEEKS)
    assert_table_is_drawn(chart)
    assert chart.band is not None or name == "categories"


def test_the_week_tells_its_last_value_and_that_it_is_preliminary(
    record: WeeklyCounts, detection: Detection
) -> None:
    chart = BUILDERS["weekly"](record, detection, WEEKS)
    last = record.series["total"][-1]
    assert chart.lines[0].end_label == f"{last:.0f} i v.\u00a046\npreliminär"
    assert chart.lines[0].preliminary == (False,) * 51 + (True,)
    assert chart.table.rows[-1][-1] == "preliminär"


def test_missing_weeks_are_told_on_the_axis(record: WeeklyCounts, detection: Detection) -> None:
    chart = BUILDERS["weekly"](record, detection, WEEKS)
    missing = [strip for strip in chart.strips if strip.kind == "missing"]
    assert [(s.first, s.last) for s in missing] == [(IsoWeek(2021, 17), IsoWeek(2021, 18))]
    assert missing[0].label == "uppgift saknas v.\u00a017–18"


def test_the_rest_of_a_year_is_not_told_as_missing(record: WeeklyCounts, detection: Detection) -> None:
    chart = BUILDERS["years"](record, detection, WEEKS)
    assert [s.first for s in chart.strips if s.kind == "missing"] == [IsoWeek(2021, 17)]
    assert chart.lines[0].values[46:] == (None,) * 6


def test_remarks_tell_flags_and_calendar(record: WeeklyCounts) -> None:
    marks = [Mark(IsoWeek(2021, 45), 40, "v. 45: 40", "bedrägerier")]
    strips = [Strip("break", IsoWeek(2021, 44), IsoWeek(2021, 44), "höstlov")]
    chart = weekly_chart(record, None, "total", MONTH, **WORDS, marks=marks, strips=strips)  # type: ignore[misc]
    assert [row[-1] for row in chart.table.rows] == ["", "höstlov", "v. 45: 40 – bedrägerier", "preliminär"]


def test_a_record_too_short_has_no_range(record: WeeklyCounts) -> None:
    short = WeeklyCounts("X", record.weeks[-8:], {"total": record.series["total"][-8:]})
    chart = weekly_chart(short, detect(short), "total", MONTH, **WORDS)  # type: ignore[misc]
    assert chart.band is None
    assert len(chart.table.columns) == 2


def test_panels_share_their_scale_unless_told_otherwise(record: WeeklyCounts, detection: Detection) -> None:
    codes = {"violence": WORDS, "total": WORDS}
    shared = category_panels(record, detection, codes, WEEKS)  # type: ignore[arg-type]
    assert len({panel.y_max for panel in shared}) == 1
    own = category_panels(record, detection, codes, WEEKS, same_scale=False)  # type: ignore[arg-type]
    assert {panel.y_max for panel in own} == {None}
    assert [panel.id for panel in own] == ["panel-violence", "panel-total"]


def test_a_week_53_is_compared_with_the_mean_of_its_neighbours() -> None:
    weeks = tuple(week_range(IsoWeek(2019, 1), IsoWeek(2020, 53)))
    record = WeeklyCounts("X", weeks, {"total": np.arange(len(weeks), dtype=float)})
    year = Period(IsoWeek(2020, 1), IsoWeek(2020, 53))
    earlier = earlier_years(record, "total", year, 1)
    assert earlier.shape == (1, 53)
    assert earlier[0, 51] == 51  # 2019-W52
    assert earlier[0, 52] == 51.5  # no W53 in 2019: between 2019-W52 and 2020-W01


def test_the_level_is_the_mean_of_four_weeks_all_of_them_reported() -> None:
    weeks = tuple(week_range(IsoWeek(2021, 1), IsoWeek(2021, 9)))
    counts = np.array([1, 2, 3, 4, np.nan, 6, 7, 8, 9.0])
    found = level(WeeklyCounts("X", weeks, {"total": counts}), "total", Period(weeks[0], weeks[-1]))
    assert np.isnan(found).tolist() == [True, True, True, False, True, True, True, True, False]
    assert (found[3], found[8]) == (2.5, 7.5)


def test_fraud_without_benefit_fraud_is_one_layer(record: WeeklyCounts) -> None:
    alone = WeeklyCounts("X", record.weeks, {code: record.series[code] for code in ("fraud", "fraud_all")})
    chart = fraud_chart(alone, None, MONTH, **WORDS)  # type: ignore[misc]
    assert [line.style for line in chart.lines] == ["fraud"]
    both = fraud_chart(record, None, MONTH, **WORDS)  # type: ignore[misc]
    assert both.table.columns[-2] == "Sammanlagt"
    assert both.table.numbers[2][3] == both.table.numbers[2][1] + 11  # type: ignore[operator]


def test_kinds_are_sums_of_the_period_over_what_is_usual(record: WeeklyCounts, detection: Detection) -> None:
    codes = ["fraud.card", "fraud.phone", "fraud.romance"]
    chart = kinds_chart(record, detection, codes, MONTH, **WORDS)  # type: ignore[misc]
    assert [bar.style for bar in chart.bars] == [
        "fraud.phone",
        "fraud.card",
    ]  # what the record lacks is not drawn
    assert chart.bars[0].value == np.nansum(record.values("fraud.phone", MONTH))
    assert [(b.name, b.value, b.low, b.high) for b in chart.bars] == list(chart.table.numbers)
    assert chart.bars[0].low == detection.over("fraud.phone", MONTH).lower


def test_a_period_with_missing_weeks_says_of_how_many(record: WeeklyCounts) -> None:
    gap = Period(IsoWeek(2021, 15), IsoWeek(2021, 18))
    chart = kinds_chart(record, None, ["fraud.phone"], gap, **WORDS)  # type: ignore[misc]
    assert chart.bars[0].label.endswith("(2 av 4 veckor)")
    empty = kinds_chart(record, None, ["fraud.phone"], Period(gap.last - 1, gap.last), **WORDS)  # type: ignore[misc]
    assert (empty.bars[0].value, empty.bars[0].label) == (None, "–")


def test_parties_add_up_to_the_whole(record: WeeklyCounts) -> None:
    chart = parties_chart(record, MONTH, **WORDS)  # type: ignore[misc]
    whole = sum(np.nansum(record.values(code, MONTH)) for code in ("fraud", "benefit_fraud"))
    assert sum(bar.value or 0 for bar in chart.bars) == whole
    assert chart.bars[-1].name == "Ej angivet"
    assert [(bar.name, bar.value) for bar in chart.bars] == list(chart.table.numbers)


def test_drivers_come_largest_first_with_their_sign() -> None:
    parts = [("theft", "", 7, 5.2), ("benefit_fraud", "authority", 11, 0.2), ("violence", "", 3, 4.1)]
    drivers = [
        SimpleNamespace(code=c, injured_party=p, observed=o, expected=e, excess=o - e) for c, p, o, e in parts
    ]
    chart = drivers_bars(drivers, **WORDS)  # type: ignore[misc]
    assert [bar.name for bar in chart.bars] == ["Bidragsbrott, myndighet", "Tillgrepp/stöld", "Våldsbrott"]
    assert [bar.label for bar in chart.bars] == ["+11", "+2", "−1"]
    assert [bar.value for bar in chart.bars] == [row[3] for row in chart.table.numbers]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_both_languages(lang: str, record: WeeklyCounts, detection: Detection) -> None:
    chart = weekly_chart(record, detection, "total", MONTH, **WORDS, lang=lang)  # type: ignore[misc]
    assert chart.table.columns[0] == {"sv": "Vecka", "en": "Week"}[lang]
    assert chart.week_labels[0] == {"sv": "v.\u00a043 2021", "en": "W43 2021"}[lang]
