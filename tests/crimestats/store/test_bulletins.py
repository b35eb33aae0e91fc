"""Bulletins: versions are only ever added, no edit is lost, and a published bulletin is locked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from crimestats.config import ROOT
from crimestats.periods import parse_period
from crimestats.store import StoreError, open_store
from crimestats.store.bulletin_writing import EditConflict, check_text, note_export, save_section, set_status
from crimestats.store.bulletins import BulletinKey, read_bulletin

NOVEMBER = BulletinKey("Lysekil", parse_period("2021-W43--2021-W46"), "sv")
NUMBER = "811218-9876"  # the tax authority's example


def written(store, section="news", body="En text", author="Ada", base=0, **more):
    return save_section(store, NOVEMBER, section, body, author=author, base=base, **more)


def step(store, status, **more):
    bulletin = read_bulletin(store, NOVEMBER)
    set_status(store, NOVEMBER, status, **{"actor": "Bo", "upto": bulletin.newest, **more})


def published(store, **more):
    number = written(store)
    step(store, "checked")
    step(store, "published", **more)
    return number


def code(work, *arguments, **named):
    with pytest.raises(StoreError) as caught:
        work(*arguments, **named)
    return caught.value.code


def test_versions_are_kept_with_author_moment_and_data_moment(store, add_counts):
    add_counts(store, [("2021-W46", "total", 31)])
    first = written(store, body="Först")
    second = written(store, body="Sedan", author="Bo", base=first)
    bulletin = read_bulletin(store, NOVEMBER)
    told = [(v.id, v.body, v.author, v.base) for v in bulletin.history("news")]
    assert told == [(first, "Först", "Ada", 0), (second, "Sedan", "Bo", first)]
    assert bulletin.sections()["news"].data_moment == store.rows("data_moments", area="Lysekil")[0]["moment"]
    assert read_bulletin(store, NOVEMBER, as_of=bulletin.versions[0].at).sections()["news"].body == "Först"


def test_each_language_month_and_area_is_a_bulletin_of_its_own(store):
    written(store)
    for area, period, lang in (
        ("Sotenäs", NOVEMBER.period, "sv"),
        ("Lysekil", parse_period("2021-W42"), "sv"),
        ("Lysekil", NOVEMBER.period, "en"),
    ):
        assert read_bulletin(store, BulletinKey(area, period, lang)).empty


def test_the_second_of_two_writers_is_told_and_loses_nothing(store):
    base = written(store)
    mine = written(store, body="Adas nya", base=base)
    with pytest.raises(EditConflict) as caught:
        written(store, body="Bos nya", author="Bo", base=base)
    assert (caught.value.current.id, caught.value.current.body) == (mine, "Adas nya")
    written(store, body="Adas nya\n\nBos nya", author="Bo", base=mine, origin="merged")
    assert [v.body for v in read_bulletin(store, NOVEMBER).history("news")][1:] == [
        "Adas nya",
        "Adas nya\n\nBos nya",
    ]


def test_two_processes_that_save_at_once(store):
    racing = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.crimestats.store.bulletin_child", str(store.folder), author],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for author in ("Ada", "Bo")
    ]
    answers = sorted(one.communicate()[0].strip() for one in racing)
    history = read_bulletin(open_store(str(store.folder)), NOVEMBER).history("news")
    assert [version.id for version in history] == [1]
    assert answers == ["1", f"conflict {history[0].author}"]


def test_two_sections_at_once_are_no_conflict(store):
    written(store, "news")
    written(store, "ongoing", author="Bo")
    assert set(read_bulletin(store, NOVEMBER).sections()) == {"ongoing", "news"}


def test_the_same_text_again_is_no_new_version(store):
    first = written(store, body="Text\r\n\r\nmer\n")
    assert written(store, body="Text\n\nmer", base=first) == first


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"body": f"Ada, {NUMBER}"}, "bulletin.personal_data.number"),
        ({"body": "ärende 2200-K1276-14"}, "bulletin.personal_data.case"),
        ({"body": f"ring 0523-61 30 00 eller {NUMBER}"}, "bulletin.personal_data.number"),
        ({"author": NUMBER}, "bulletin.personal_data.number"),
        ({"author": "  "}, "bulletin.no_name"),
        ({"body": " \n "}, "bulletin.nothing"),
        ({"body": "ord " * 50_000}, "bulletin.too_long"),
        ({"body": "x" * 200_000}, "bulletin.too_long"),
        ({"section": "leader"}, "bulletin.unknown_section"),
        ({"section": "statistics"}, "bulletin.unknown_section"),
        ({"origin": "generated"}, "bulletin.unknown_section"),
        ({"origin": "restored"}, "bulletin.unknown_version"),
    ],
)
def test_what_is_refused_leaves_the_store_as_it_was(store, change, why):
    before = store.version
    assert code(written, store, **change) == why
    assert store.version == before


def test_personal_data_is_told_by_line_and_never_by_value():
    with pytest.raises(StoreError) as caught:
        check_text(f"rad ett\nhär {NUMBER}")
    assert caught.value.values == {"line": 2}
    assert NUMBER not in str(caught.value)


def test_the_mailbox_of_a_municipality_may_stand_in_a_bulletin():
    check_text("Frågor: kommunen@lysekil.se, 0523-61 30 00. Ring 112 när det är bråttom.")


def test_generated_statistics_may_be_restored_but_not_rewritten(store):
    one = written(store, "statistics", "167 anmälningar", origin="generated")
    two = written(store, "statistics", "168 anmälningar", origin="generated", base=one)
    written(store, "statistics", "167 anmälningar", origin="restored", base=two)
    assert (
        code(written, store, "statistics", "99", origin="restored", base=two + 1)
        == "bulletin.unknown_version"
    )


def test_draft_checked_published_and_locked(store):
    assert read_bulletin(store, NOVEMBER).status == "draft"
    number = published(store)
    bulletin = read_bulletin(store, NOVEMBER)
    assert (bulletin.status, bulletin.edition, bulletin.published.actor) == ("published", 1, "Bo")
    assert code(written, store, body="ändrat", base=number) == "bulletin.locked"
    assert code(step, store, "published") == "bulletin.wrong_step"


def test_a_text_written_after_the_check_is_a_draft_again(store):
    number = written(store)
    step(store, "checked")
    written(store, body="ändrat", base=number)
    assert read_bulletin(store, NOVEMBER).status == "draft"
    assert code(step, store, "published") == "bulletin.wrong_step"


def test_nobody_publishes_what_they_have_not_seen(store):
    number = written(store)
    step(store, "checked")
    written(store, "ongoing", "nytt")
    assert code(step, store, "checked", upto=number) == "bulletin.changed_meanwhile"


def test_a_correction_is_a_new_edition_with_its_reason_and_the_first_still_stands(store):
    number = published(store)
    assert code(step, store, "draft") == "bulletin.no_reason"
    step(store, "draft", reason="Fel antal stölder")
    written(store, body="rättad text", base=number)
    bulletin = read_bulletin(store, NOVEMBER)
    assert (bulletin.status, bulletin.edition, bulletin.correction.reason) == (
        "draft",
        2,
        "Fel antal stölder",
    )
    assert bulletin.sections(bulletin.published.upto)["news"].body == "En text"
    step(store, "checked")
    step(store, "published")
    bulletin = read_bulletin(store, NOVEMBER)
    assert [(one.status, one.edition) for one in bulletin.statuses if one.status == "published"] == [
        ("published", 1),
        ("published", 2),
    ]
    assert bulletin.sections(bulletin.published.upto)["news"].body == "rättad text"


def test_contradicted_claims_are_published_with_a_reason_or_not_at_all(store):
    written(store)
    step(store, "checked")
    assert code(step, store, "published", contradicted=2) == "bulletin.no_reason"
    step(store, "published", contradicted=2, reason="Polisen har nyare siffror")
    last = read_bulletin(store, NOVEMBER).published
    assert (last.contradicted, last.reason) == (2, "Polisen har nyare siffror")


def test_a_section_can_be_emptied_and_that_is_a_version_too(store):
    first = written(store)
    written(store, body="", base=first)
    bulletin = read_bulletin(store, NOVEMBER)
    assert [version.body for version in bulletin.history("news")] == ["En text", ""]
    assert bulletin.empty


def test_an_empty_bulletin_goes_nowhere(store):
    assert code(step, store, "checked") == "bulletin.nothing"


def test_every_step_is_on_the_record(store):
    published(store)
    note_export(store, NOVEMBER, "docx", actor="Eva")
    told = [(row["actor"], row["action"]) for row in store.rows("audit_log")]
    assert told[:4] == [
        ("Eva", "bulletin.export"),
        ("Bo", "bulletin.published"),
        ("Bo", "bulletin.checked"),
        ("Ada", "text.save"),
    ]


def test_the_list_of_letters(store):
    published(store)
    (row,) = store.rows("bulletins", area="Lysekil")
    assert (row["status"], row["edition"], row["lang"], row["newest"], row["upto"]) == (
        "published",
        1,
        "sv",
        1,
        1,
    )


class Writers(RuleBasedStateMachine):
    """Three people, each with the version they last saw, write and publish in any order."""

    stores = None

    @initialize()
    def begin(self):
        self.store = type(self).stores()
        self.seen = {who: 0 for who in ("Ada", "Bo", "Eva")}
        self.accepted: list[str] = []
        self.locked = False
        self.turn = 0

    @rule(who=st.sampled_from(["Ada", "Bo", "Eva"]))
    def read(self, who):
        found = read_bulletin(self.store, NOVEMBER).sections().get("news")
        self.seen[who] = found.id if found else 0

    @rule(who=st.sampled_from(["Ada", "Bo", "Eva"]))
    def write(self, who):
        self.turn += 1
        body = f"{who} {self.turn}"
        newest = len(self.accepted)  # versions of one section in a store of its own are numbered from 1
        if self.locked:
            assert code(written, self.store, body=body, author=who, base=self.seen[who]) == "bulletin.locked"
        elif self.seen[who] != newest:
            with pytest.raises(EditConflict) as caught:
                written(self.store, body=body, author=who, base=self.seen[who])
            assert caught.value.current.body == self.accepted[-1]
        else:
            self.seen[who] = written(self.store, body=body, author=who, base=newest)
            self.accepted.append(body)

    @precondition(lambda self: self.accepted and not self.locked)
    @rule()
    def publish(self):
        if read_bulletin(self.store, NOVEMBER).status == "draft":
            step(self.store, "checked")
        step(self.store, "published")
        self.locked = True

    @precondition(lambda self: self.locked)
    @rule()
    def correct(self):
        step(self.store, "draft", reason="fel")
        self.locked = False

    @invariant()
    def nothing_is_lost(self):
        history = read_bulletin(self.store, NOVEMBER).history("news")
        assert [version.body for version in history] == self.accepted
        assert all(later.base == earlier.id for earlier, later in pairwise(history))


def test_nothing_is_lost_whatever_the_order(tmp_path_factory, store):
    Writers.stores = lambda: open_store(
        str(shutil.copytree(store.folder, tmp_path_factory.mktemp("bulletins") / "store"))
    )
    run_state_machine_as_test(
        Writers, settings=settings(max_examples=8, stateful_step_count=12, deadline=None)
    )
