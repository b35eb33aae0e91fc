from __future__ import annotations

from crimestats.i18n import texts
from crimestats.weeks import IsoWeek
from ui.etl_process import EtlAnswer
from ui.html import unmarked
from ui.upload_changes import Held, described, held
from ui.upload_grid import anchor, grid
from ui.upload_memory import Known, _alike, _family, seen
from ui.upload_read import ChosenFile, ReadFile


def sheet(rows, *, truncated=False, name="2021", numbers=None):
    cells = [[{"text": text, "role": role} for text, role in row] for row in rows]
    return {
        "sheet": name, "columns": ["A", "B"][: len(rows[0])], "rows": cells, "truncated": truncated,
        "row_numbers": numbers or list(range(1, len(rows) + 1)),
    }  # fmt: skip


def test_cells_keep_their_text_and_show_what_they_were_taken_for():
    shown = grid([sheet([[("Våldsbrott", "category"), ("4", "count")]])], [], "sv")
    assert '<td class="lb-is-category">Våldsbrott</td>' in shown
    assert '<td class="lb-is-count number">4</td>' in shown


def test_a_problem_is_told_at_its_cell_to_the_eye_and_to_the_ear():
    problem = {"sheet": "2021", "cell": "B1", "message": "”ca 4” är inget antal", "level": "error"}
    shown = grid([sheet([[("x", "category"), ("ca 4", "fault")]])], [problem], "sv")
    assert 'class="lb-is-fault" title="”ca 4” är inget antal"' in shown
    assert 'lb-hidden"> (fel: ”ca 4” är inget antal)</span>' in shown
    assert f'id="{anchor("2021", "B1")}"' in shown


def test_rows_left_out_leave_a_gap_and_are_said():
    say = texts("sv")("upload.grid_cut")
    one = [[("1", "count")]]
    assert say not in grid([sheet(one)], [], "sv")
    shown = grid([sheet(one * 3, truncated=True, numbers=[1, 2, 200])], [], "sv")
    assert say in shown
    assert '<tr class="lb-gap"><th scope="row">200</th>' in shown
    assert shown.count("lb-gap") == 1


def test_cells_are_escaped():
    assert "<b>" not in grid([sheet([[("<b>", "count")]], name="<b>")], [], "sv")


def count(week, category, old, new, *, party="", area="Lysekil"):
    return Held(area, IsoWeek(*week), category, party, old, new)


def test_counts_are_paired_with_what_stands():
    row = {
        "area": "Lysekil", "iso_year": 2021, "iso_week": 46, "category": "violence", "injured_party": "",
        "count": 4,
    }  # fmt: skip
    kinds = [one.kind for one in held([row, row, row], [None, 4, 3])]
    assert kinds == ["new", "unchanged", "changed"]


def test_few_weeks_stand_side_by_side_with_old_and_new():
    counts = [
        count((2021, 45), "violence", None, 3), count((2021, 46), "violence", 4, 5),
        count((2021, 45), "fraud", 1200, 1200, party="private"),
    ]  # fmt: skip
    shown = described(counts, "sv")
    assert "Nya värden: 1. Ändrade: 1. Oförändrade: 1." in shown
    assert '<th scope="col">v.\u00a045</th><th scope="col">v.\u00a046</th>' in shown
    assert '<th scope="row">Bedrägeri, privatperson</th>' in shown
    assert "<s>4</s> → <strong>5</strong>" in shown
    assert '3<span class="lb-hidden"> (nytt)</span>' in shown
    assert "ingen uppgift i filen" in shown


def test_five_years_open_year_by_year_and_the_changed_ones_come_first():
    weeks = [(year, week) for year in range(2017, 2022) for week in range(1, 53)]
    counts = [count(week, "total", 7 if n % 50 == 0 else 8, 8) for n, week in enumerate(weeks)]
    shown = described(counts, "sv")
    assert shown.count("<details") == 5
    assert shown.index("Lysekil 2021") < shown.index("Lysekil 2017")
    assert shown.index("Värden som ändras") < shown.index("<details")
    assert "Ändrade: 6." in shown


def test_nothing_new_is_said_plainly():
    shown = described([count((2021, 46), "total", 7, 7)], "en")
    assert texts("en")("upload.changes_same", n="1") in shown


def test_a_file_name_is_no_markdown():
    assert unmarked("[a](b) *c* :d: <e>.xlsx").replace("\\", "") == "[a](b) *c* :d: <e>.xlsx"
    assert "\\[a\\]\\(b\\)" in unmarked("[a](b)")


# --- what is remembered of a file from version to version


def found(data: bytes, *messages: str, name="a.xlsx", handed_in="1"):
    problems = [
        {"level": "error", "code": "count_text", "sheet": "", "cell": f"B{n}", "message": message}
        for n, message in enumerate(messages)
    ]

    return ReadFile(
        ChosenFile(name, data, handed_in=handed_in), EtlAnswer(0, {"problems": problems, "rows": []}, "")
    )


def test_a_new_version_remembers_what_stopped_the_one_before():
    known = Known()
    seen(known, found(b"1", "fel"))
    seen(known, found(b"1", "fel"))
    assert (list(known.before), known.unchanged) == ([], False)
    seen(known, found(b"2", handed_in="2"))
    assert [one["message"] for one in known.before] == ["fel"]
    assert not known.unchanged


def test_the_same_bytes_handed_in_again_were_not_mended():
    known = Known()
    seen(known, found(b"1", "fel"))
    seen(known, found(b"1", "fel", handed_in="2"))
    assert known.unchanged


def test_versions_of_a_file_are_known_by_name_and_different_weeks_are_different_files():
    assert _family("November, rättningar.xlsx") == _family("november.csv") == _family("november (2).xlsx")
    assert _alike("november", "november rättad")
    assert not _alike("anmälda brott v43-46", "anmälda brott v41-42")
