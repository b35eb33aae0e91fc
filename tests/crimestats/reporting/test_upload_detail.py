"""What an upload changed when it came, whatever has happened since."""

from __future__ import annotations

from datetime import timedelta

from crimestats.reporting.upload_detail import upload_detail
from crimestats.store.uploads import reinstate, withdraw
from tests.conftest import RECEIVED


def test_new_changed_and_unchanged_are_told_as_they_were_then(store, add_counts):
    first = add_counts(store, [("2021-W45", "total", 60), ("2021-W46", "total", 31)])
    later = [("2021-W45", "total", 61), ("2021-W46", "total", 31), ("2021-W46", "fraud", 8, "private")]
    second = add_counts(store, later, received_at=RECEIVED + timedelta(hours=1))
    add_counts(store, [("2021-W45", "total", 99)], received_at=RECEIVED + timedelta(hours=2))
    detail = upload_detail(store, second)
    assert detail.summary == "Nya värden: 1. Ändrade: 1. Oförändrade: 1."
    assert detail.changed.rows == (("v.\u00a045 2021", "Totalt", "Lysekil", "60", "61", "Blad1 B2"),)
    assert upload_detail(store, first).summary == "Nya värden: 2. Ändrade: 0. Oförändrade: 0."
    assert upload_detail(store, second, lang="en").summary == "New values: 1. Changed: 1. Unchanged: 1."


def test_what_was_withdrawn_before_it_came_was_not_known_then(store, add_counts):
    wrong = add_counts(store, [("2021-W45", "total", 60)], received_at=RECEIVED - timedelta(days=400 * 30))
    withdraw(store, wrong, "Bo", "fel fil")
    number = add_counts(store, [("2021-W45", "total", 61)], received_at=RECEIVED + timedelta(days=400 * 30))
    assert upload_detail(store, number).summary == "Nya värden: 1. Ändrade: 0. Oförändrade: 0."
    reinstate(store, wrong, "", "rätt ändå")
    withdrawn, again = upload_detail(store, wrong).actions
    assert withdrawn.startswith("Tillbakatagen ")
    assert withdrawn.endswith(" av Bo: fel fil")
    assert again.endswith(": rätt ändå")
    assert upload_detail(store, 99).summary == "Nya värden: 0. Ändrade: 0. Oförändrade: 0."
