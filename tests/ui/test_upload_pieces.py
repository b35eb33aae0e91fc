from __future__ import annotations

from crimestats.i18n import texts
from ui.upload_changes import described
from ui.upload_grid import MOST_ROWS, grid


def sheet(rows, *, truncated=False, name="2021"):
    cells = [[{"text": text, "role": role} for text, role in row] for row in rows]
    return {"sheet": name, "columns": ["A", "B"][: len(rows[0])], "rows": cells, "truncated": truncated}


def test_cells_keep_their_text_and_show_what_they_were_taken_for():
    shown = grid([sheet([[("Våldsbrott", "category"), ("4", "count")]])], [], "sv")
    assert '<td class="lb-is-category">Våldsbrott</td>' in shown
    assert '<td class="lb-is-count number">4</td>' in shown


def test_a_problem_is_told_at_its_cell():
    problem = {"sheet": "2021", "cell": "B1", "message": "”ca 4” är inget antal", "level": "error"}
    shown = grid([sheet([[("x", "category"), ("ca 4", "fault")]])], [problem], "sv")
    assert 'class="lb-is-fault" title="”ca 4” är inget antal"' in shown


def test_a_large_sheet_is_cut_and_says_so():
    say = texts("sv")("screens.upload.grid_cut")
    small, large = [[("1", "count")]], [[("1", "count")]] * (MOST_ROWS + 5)
    assert say not in grid([sheet(small)], [], "sv")
    shown = grid([sheet(large)], [], "sv")
    assert say in shown
    assert shown.count("<td class") == MOST_ROWS
    assert say in grid([sheet(small, truncated=True)], [], "sv")


def test_cells_are_escaped():
    assert "<b>" not in grid([sheet([[("<b>", "count")]], name="<b>")], [], "sv")


def change(old, new):
    return {
        "area": "Lysekil", "iso_year": 2021, "iso_week": 46, "category": "violence",
        "injured_party": "private",
        "old": old, "new": new, "sheet": "", "cell": "C3",
    }  # fmt: skip


def test_changes_are_counted_and_told_one_by_one():
    shown = described({"new": 3, "changed": 1, "unchanged": 1200, "changes": [change(4, 5)]}, "sv")
    for words in (
        "Nya värden: 3.",
        "Ändrade värden: 1.",
        "Oförändrade värden: 1\u00a0200.",
        "Våldsbrott",
        "privatperson",
    ):
        assert words in shown
    assert "<td>4</td><td>5</td>" in shown


def test_nothing_new_is_said_plainly():
    shown = described({"new": 0, "changed": 0, "unchanged": 7, "changes": []}, "en")
    assert texts("en")("screens.upload.changes_same", n="7") in shown
    assert "<table" not in shown
