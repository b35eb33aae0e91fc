"""Real HTML: caption, scoped heads, numbers to the right, a missing one said."""

import defusedxml.ElementTree as ElementTree

from crimestats.charts.model import Table
from crimestats.charts.table import html_table

TABLE = Table(
    "Stöld & <våld>",
    ("Vecka", "Antal", "Anmärkning"),
    (("v. 43", "1 234", "<b>lov</b>"), ("v. 44", "–", "")),
    (("2021-W43", 1234, "<b>lov</b>"), ("2021-W44", None, "")),
)


def test_the_table_can_be_read_without_eyes() -> None:
    drawn = ElementTree.fromstring(html_table(TABLE))
    assert drawn.find("caption").text == "Stöld & <våld>"
    assert [th.get("scope") for th in drawn.findall("thead/tr/th")] == ["col"] * 3
    assert [row.find("th").get("scope") for row in drawn.findall("tbody/tr")] == ["row"] * 2


def test_numbers_stand_to_the_right_and_text_does_not() -> None:
    drawn = ElementTree.fromstring(html_table(TABLE))
    assert [th.get("class") for th in drawn.findall("thead/tr/th")] == [None, "number", None]
    assert [td.get("class") for td in drawn.findall("tbody/tr[1]/td")] == ["number", None]


def test_a_missing_number_says_so_in_either_language() -> None:
    missing = ElementTree.fromstring(html_table(TABLE)).findall("tbody/tr[2]/td")[0]
    assert (missing.text, missing.get("title")) == ("–", "saknas")
    assert 'title="missing"' in html_table(TABLE, lang="en")


def test_words_cannot_become_tags() -> None:
    assert "<b>" not in html_table(TABLE)


def test_a_table_without_raw_values_or_rows() -> None:
    assert "<tbody></tbody>" in html_table(Table("Tom", ("A", "B"), ()))
    assert "<td" in html_table(Table("Text", ("A", "B"), (("x", "y"),)))
