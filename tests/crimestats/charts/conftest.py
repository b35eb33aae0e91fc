"""A drawn record for charts: two years and more with season, a gap, a wave, a batch and a preliminary end."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from crimestats.analysis.detection import Detection, detect
from crimestats.charts.model import Chart, Line, Mark, Strip, Table
from crimestats.counts import WeeklyCounts
from crimestats.weeks import IsoWeek, week_range

LAST = IsoWeek(2021, 46)


def make_record(last: IsoWeek = LAST, weeks: int = 150) -> WeeklyCounts:
    run = tuple(week_range(last - (weeks - 1), last))
    draw = np.random.default_rng(7)
    summer = np.array([1 + 0.4 * np.exp(-(((w.week - 28) / 6) ** 2)) for w in run])
    series = {
        code: draw.poisson(mean * summer).astype(float)
        for code, mean in {
            "violence": 4,
            "vandalism": 3,
            "theft": 7,
            "fraud.phone": 3,
            "fraud.card": 2,
        }.items()
    }
    series["benefit_fraud"] = np.zeros(weeks)
    series["benefit_fraud"][-2] = 11
    series["fraud.phone"][-2] += 8
    series["fraud"] = series["fraud.phone"] + series["fraud.card"]
    for counts in series.values():
        counts[-30:-28] = np.nan
    series["fraud_all"] = series["fraud"] + series["benefit_fraud"]
    series["rest"] = np.round(9 * summer)
    series["total"] = sum(series[code] for code in ("violence", "vandalism", "theft", "fraud_all", "rest"))
    parties = {
        ("fraud", "private"): series["fraud.phone"],
        ("benefit_fraud", "authority"): series["benefit_fraud"],
    }
    preliminary = np.zeros(weeks, bool)
    preliminary[-1] = True
    return WeeklyCounts("Lysekil", run, series, by_party=parties, preliminary=preliminary)


@pytest.fixture(scope="session")
def record() -> WeeklyCounts:
    return make_record()


@pytest.fixture(scope="session")
def detection(record: WeeklyCounts) -> Detection:
    return detect(record)


@pytest.fixture(scope="session")
def words() -> dict[str, str]:
    return {
        "title": "En topp i vecka 45",
        "subtitle": "Alla anmälningar",
        "sentence": "Linjen visar antalet.",
    }


@pytest.fixture(scope="session")
def draw() -> Callable[..., Chart]:
    """A chart straight from values, past the builders: ``draw(values, …fields of Chart…)``."""

    def build(*series: tuple[float | None, ...], first: IsoWeek = LAST - 51, **fields: object) -> Chart:
        weeks = tuple(first + n for n in range(len(series[0]) if series else 0))
        styles = ("total", "violence", "vandalism", "theft", "fraud")
        lines = tuple(Line(styles[n], styles[n], values, (), styles[n]) for n, values in enumerate(series))
        given = {
            "id": "t",
            "title": "Titel",
            "subtitle": "",
            "sentence": "Mening",
            "table": Table("", (), ()),
        }
        return Chart(**{**given, "weeks": weeks, "week_labels": (), "lines": lines, **fields})  # type: ignore[arg-type]

    return build


@pytest.fixture(scope="session")
def strips() -> tuple[Strip, ...]:
    return (
        Strip("period", IsoWeek(2021, 43), LAST, "november"),
        Strip("measure", IsoWeek(2021, 28), IsoWeek(2021, 37), "ordningsvakter v. 28–37"),
        Strip("break", IsoWeek(2021, 44), IsoWeek(2021, 44), "höstlov"),
        Strip("break", IsoWeek(2020, 52), IsoWeek(2021, 1), "jullov"),
    )


@pytest.fixture(scope="session")
def peak(record: WeeklyCounts) -> Mark:
    count = float(record.series["total"][-2])
    note = "bedrägerier, varav 11 från en myndighet"
    return Mark(IsoWeek(2021, 45), count, f"v. 45: {count:.0f} anmälningar", note, "fraud")
