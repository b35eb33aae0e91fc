import json
import re

import streamlit

from crimestats.charts.theme import css_variables
from ui.web import assets
from ui.web.index_page import static_folder


def test_the_style_sheet_uses_only_tokens_that_exist():
    sheet = assets.style_sheet()
    used = set(re.findall(r"var\((--[\w-]+)", sheet))
    given = set(css_variables()) | set(re.findall(r"(--[\w-]+)\s*:", sheet))
    assert used <= given


def test_both_modes_and_paper_are_in_it():
    sheet = assets.style_sheet()
    assert css_variables()["--paper"] in sheet
    assert css_variables(dark=True)["--paper"] in sheet
    assert sheet.count("@media print") >= 2


def test_it_asks_for_nothing_from_outside():
    for text in (assets.style_sheet(), assets.script()):
        assert "http://" not in text.replace("http://www.w3.org/2000/svg", "")
        assert "https://" not in text
        assert "@import" not in text


def test_the_version_follows_the_content(monkeypatch):
    before = assets.style_version()
    monkeypatch.setattr(assets, "style_sheet", lambda: "changed")
    assert assets.style_version() != before


def test_the_strings_are_those_of_this_streamlit():
    """The table is tied to the version: a string that it no longer has would stay English."""
    assert streamlit.__version__.startswith("1.67.")
    scripts = "\n".join(
        file.read_text(encoding="utf-8", errors="replace")
        for file in (static_folder() / "static" / "js").glob("*.js")
        if file.stat().st_size < 600_000
    )
    missing = [
        part
        for english in assets.streamlit_strings()
        for part in re.split(r"\{\w+\}|(?<=\.) | • ", english)
        if part.strip(" ,") and part.strip(" .") not in scripts
    ]
    assert missing == []


def test_every_string_keeps_its_parts():
    for english, swedish in assets.streamlit_strings().items():
        names = set(re.findall(r"\{(\w+)\}", english))
        assert set(re.findall(r"\{(\w+)\}", swedish)) <= names


def test_the_script_begins_with_the_table():
    first = assets.script().splitlines()[0]
    table = json.loads(first.removeprefix("window.LAGESBILD_STRINGS = ").removesuffix(";"))
    assert table == assets.streamlit_strings()
