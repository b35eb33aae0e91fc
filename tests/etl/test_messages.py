"""Every code that the programme can raise has its sentence in both languages, and says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import etl
from crimestats.i18n import texts
from crimestats.weeks import IsoWeek
from etl.checks.run import CHECKS
from etl.problems import Problem, answer_label

SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(etl.__file__).parent.rglob("*.py"))
KEYS = {key.removeprefix("etl.problem.") for key in texts("sv").labels if key.startswith("etl.problem.")}
# Put together in the code: f"hidden_{what}s", f"period_{period}", f"extension_of_{kind}" and the like.
COMPOSED = {
    "hidden_row", "hidden_rows", "hidden_column", "hidden_columns", "period_month", "period_year",
    "extension_of_workbook", "extension_of_text", "extension_of_xls", "extension_of_ods",
    "week_unreadable", "date_unreadable",
}  # fmt: skip


def test_no_sentence_is_left_over_and_none_is_missing() -> None:
    quoted = set(re.findall(r'"([a-z_]+)"', SOURCES))
    assert KEYS - quoted - COMPOSED - {name for name, _ in CHECKS} == set()
    raised = set(re.findall(r'Refused\(\s*"([a-z_]+)"', SOURCES))
    raised |= set(re.findall(r'(?:ERROR|WARNING|QUESTION), "([a-z_]+)"', SOURCES)) | {
        name for name, _ in CHECKS
    }
    assert len(raised) > 40
    assert raised <= KEYS
    assert {
        key.removeprefix("etl.problem.") for key in texts("en").labels if key.startswith("etl.problem.")
    } == KEYS


def test_sentences_end_and_name_what_to_do() -> None:
    for lang in ("sv", "en"):
        for key, sentence in texts(lang).labels.items():
            if key.startswith("etl.problem."):
                assert sentence.endswith((".", "?", ".md")), key


def test_values_are_written_by_the_one_formatter() -> None:
    values = {"category": "vandalism", "week": IsoWeek(2021, 45), "claims": "1, 2"}
    problem = Problem("error", "same_week_differs", "Blad1", "C3", values)
    assert "Skadegörelse v.\u00a045 2021" in problem.message("sv")
    assert "Criminal damage W45 2021" in problem.message("en")
    assert (problem.place, problem.key) == ("Blad1!C3", "same_week_differs|Blad1|C3")
    years = Problem("error", "year_ambiguous", values={"years": ("2020", "2021")})
    assert "(2020 och 2021)" in years.message("sv")


def test_answers_have_labels() -> None:
    for answer in ("skip", "zero", "missing", "read", "date", "week", "weeks", "month", "fraud.phone"):
        assert answer_label(answer, "sv") != answer_label(answer, "en")
