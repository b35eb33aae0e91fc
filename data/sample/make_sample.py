"""Writes the sample data anew: the spreadsheets as a police officer would send them, and the calendar.

Run from the repository's root: ``python -m data.sample.make_sample``. The same files come out every time;
tests/etl/test_sample.py compares them with those that are kept. When each file "came" stands in uploads.toml.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crimestats.weeks import IsoWeek, parse_week, week_range
from data.sample.calendar_rows import calendar_toml
from data.sample.sheets import long_csv, long_sheet, weeks_across, weeks_across_by_party, weeks_down, workbook
from data.sample.simulate import Counts, simulate

HERE = Path(__file__).parent
# What each delivery did not know yet, week by week: late reports (the total lower), and in W37 a report that
# was first filed as something else (the total the same).
LATE: dict[str, dict[IsoWeek, Counts]] = {
    "v1-39": {
        IsoWeek(2021, 37): {("vandalism", ""): 1, ("rest", ""): -1},
        IsoWeek(2021, 38): {("theft", ""): 1},
        IsoWeek(2021, 39): {("violence", ""): 1, ("rest", ""): 1},
    },
    "v36-42": {
        IsoWeek(2021, 41): {("fraud.phone", "private"): 1},
        IsoWeek(2021, 42): {("theft", ""): 1, ("rest", ""): 1},
    },
}

DELIVERIES_2021 = (
    ("v1-39", "01", "39", long_sheet),
    ("v36-42", "36", "42", long_sheet),
    ("v41-42 rättad", "41", "42", long_sheet),
    ("v43-46", "43", "46", weeks_across_by_party),
)


def reported(counts: Counts) -> Counts:
    """One week as reported: every stream, their sums over parties and kinds, and the total."""
    fraud = {key: n for key, n in counts.items() if key[0].startswith("fraud.")}
    sums: Counts = {key: n for key, n in counts.items() if key[0] != "rest"}
    sums["total", ""] = sum(counts.values())
    sums["fraud", ""] = sum(fraud.values())
    for (code, party), n in fraud.items():
        sums["fraud", party] = sums.get(("fraud", party), 0) + n
        sums[code, ""] = sums.get((code, ""), 0) + n
    sums["benefit_fraud", ""] = counts["benefit_fraud", "authority"]
    return sums


def known(
    weeks: Mapping[IsoWeek, Counts], first: str, last: str, delivery: str = ""
) -> dict[IsoWeek, Counts]:
    """The reported weeks ``first`` to ``last`` of one delivery, without what came in after it."""
    late = LATE.get(delivery, {})
    return {
        week: reported({key: n - late.get(week, {}).get(key, 0) for key, n in weeks[week].items()})
        for week in week_range(parse_week(first), parse_week(last))
    }


def files() -> dict[str, bytes]:
    """Every sample file by name."""
    weeks = simulate()
    y2020 = known(weeks, "2020-W01", "2020-W53")
    name = "Anmälda brott Lysekil"
    return {
        f"{name} 2016-2019.xlsx": workbook(
            weeks_down, known(weeks, "2016-W01", "2019-W52"), f"{name} 2016–2019", "Vecka"
        ),
        f"{name} 2020.xlsx": workbook(weeks_across, y2020, f"{name} 2020", "2020"),
        "Bedrägerier Lysekil 2020 per målsägande.csv": long_csv(y2020),
        **{
            f"{name} 2021 {run}.xlsx": workbook(
                sheet, known(weeks, f"2021-W{first}", f"2021-W{last}", run), f"{name} 2021", "2021"
            )
            for run, first, last, sheet in DELIVERIES_2021
        },
        "calendar.toml": calendar_toml().encode(),
    }


def main() -> None:
    """Write every file beside this one."""
    for name, data in files().items():
        (HERE / name).write_bytes(data)
        print(f"{name}: {len(data)} byte")


if __name__ == "__main__":
    main()
