"""Withdrawing and reinstating."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from crimestats.i18n.texts import texts
from crimestats.store import Store, StoreError
from crimestats.store.uploads import reinstate, withdraw

AddCounts = Callable[..., int]


@pytest.fixture
def two_uploads(store: Store, add_counts: AddCounts) -> Store:
    """The same week said twice: 42, then 50."""
    add_counts(store, [("2021-W43", "total", 42)])
    add_counts(store, [("2021-W43", "total", 50)])
    return store


def total(store: Store, **values: object) -> list[int]:
    return [row["count"] for row in store.rows("weekly_counts", area="Lysekil", **values)]


def test_withdrawing_brings_back_what_was_known_before_it(two_uploads: Store) -> None:
    withdraw(two_uploads, 2, "anna", "fel månad")
    assert total(two_uploads) == [42]
    withdrawn_at = two_uploads.rows("uploads")[0]["withdrawn_at"]
    assert total(two_uploads, as_of=withdrawn_at - timedelta(microseconds=1)) == [50]
    assert total(two_uploads, as_of=withdrawn_at) == [42]


def test_reinstating_puts_it_back(two_uploads: Store) -> None:
    withdraw(two_uploads, 2, "anna", "fel månad")
    reinstate(two_uploads, 2, "bo", "den var rätt")
    assert total(two_uploads) == [50]
    withdraw(two_uploads, 2, "anna", "ändå inte")
    assert total(two_uploads) == [42]


def test_the_history_tells_who_why_and_when(two_uploads: Store) -> None:
    withdraw(two_uploads, 2, "anna", "  fel månad ")
    newest, older = two_uploads.rows("uploads")
    assert (newest["id"], newest["withdrawn"], newest["withdrawn_reason"], newest["withdrawn_by"]) == (
        2, True, "fel månad", "anna",
    )  # fmt: skip
    assert (older["withdrawn"], older["withdrawn_reason"], older["withdrawn_at"]) == (False, "", None)
    assert two_uploads.rows("upload_by_sha", sha256=newest["sha256"])[0]["withdrawn"] is True


def test_each_step_is_audited(two_uploads: Store) -> None:
    withdraw(two_uploads, 2, "anna", "fel")
    reinstate(two_uploads, 2, "bo", "rätt")
    audit = [(row["actor"], row["action"], row["object"]) for row in two_uploads.rows("audit_log")]
    assert audit == [("bo", "upload.reinstate", "upload 2"), ("anna", "upload.withdraw", "upload 2")]


@pytest.mark.parametrize(
    ("act", "upload", "reason", "code"),
    [
        (withdraw, 9, "fel", "store.unknown_upload"),
        (withdraw, 1, " ", "store.no_reason"),
        (withdraw, 1, "se 2200-K1276-14", "store.personal_data"),
        (withdraw, 2, "igen", "store.already_withdrawn"),
        (reinstate, 1, "rätt", "store.not_withdrawn"),
        (reinstate, 9, "rätt", "store.unknown_upload"),
        (reinstate, 2, "", "store.no_reason"),
    ],
)
def test_refusals(two_uploads: Store, act: Callable[..., None], upload: int, reason: str, code: str) -> None:
    withdraw(two_uploads, 2, "anna", "fel")
    before = two_uploads.version
    with pytest.raises(StoreError) as caught:
        act(two_uploads, upload, "anna", reason)
    assert caught.value.code == code
    assert texts("sv")(code, **caught.value.values)
    assert two_uploads.version == before, "a refusal publishes nothing"


def test_moments_of_an_area(two_uploads: Store, add_counts: AddCounts) -> None:
    add_counts(two_uploads, [("2021-W43", "total", 1)], area="Orust")
    withdraw(two_uploads, 2, "anna", "fel")
    moments = two_uploads.rows("data_moments", area="Lysekil")
    assert [(row["action"], row["n_changes"]) for row in moments] == [("withdraw", 1), ("upload", 2)]
    assert moments[0]["moment"] > moments[1]["moment"]
