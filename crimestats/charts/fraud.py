"""Fraud with and without benefit fraud, in one picture: columns from zero, benefit fraud on top.

The dark part is fraud without benefit fraud and reads from the axis; the whole column is fraud with it.
"""

from __future__ import annotations

from typing import Unpack

from crimestats.charts.build import Words, band_columns, weekly
from crimestats.charts.model import Chart
from crimestats.charts.series import Expectation, band_of, cut, line_of, name_of
from crimestats.counts import BENEFIT_FRAUD, FRAUD, FRAUD_ALL, WeeklyCounts
from crimestats.i18n import texts
from crimestats.periods import Period


def fraud_chart(
    record: WeeklyCounts, detection: Expectation | None, weeks: Period, **words: Unpack[Words]
) -> Chart:
    """Weekly columns of fraud, benefit fraud on top where the record has any, over what is usual in all."""
    lang = words.get("lang", "sv")
    codes = [code for code in (FRAUD, BENEFIT_FRAUD) if code in record.series]
    names = {code: name_of(code, lang) for code in codes}
    lines = [
        line_of(record, code, weeks, name, name if len(codes) > 1 else "") for code, name in names.items()
    ]
    whole = FRAUD_ALL if FRAUD_ALL in record.series else FRAUD
    band = band_of(detection, record, whole, weeks, lang)
    columns = [(line.name, line.values) for line in lines]
    if len(lines) > 1:
        columns.append((texts(lang)("charts.sum"), cut(record.series[whole], record, weeks)))
    columns += band_columns(band, lang)
    return weekly(weeks, lines, columns, words, id="fraud", kind="bars", band=band)
