"""Månadsbrev as one view object: the text, who wrote it, what has changed since, other months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crimestats.i18n import Formats, texts
from crimestats.periods import Period
from crimestats.reporting.bulletin import SectionText, bulletin_title, correction_text, section_texts
from crimestats.reporting.bulletin_changes import DataChanges, data_changes
from crimestats.reporting.labels import period_name
from crimestats.store import Store
from crimestats.store.bulletins import (
    CHECKED,
    DRAFT,
    GENERATED,
    PUBLISHED,
    Bulletin,
    BulletinKey,
    Version,
    read_bulletin,
)
from crimestats.weeks import IsoWeek


@dataclass(frozen=True, slots=True)
class OtherMonth:
    """A month with a text, in the list of months: the weeks, how far the text has come, who wrote last."""

    period: Period
    name: str
    status: str
    signed: str


@dataclass(frozen=True)
class BulletinView:
    """The page's content. ``locked``: nothing can be written (published, or an earlier moment is shown).

    ``signed``: section → who wrote it when. ``steps``: what has happened, the newest first. ``stale``: what
    has changed since the statistics were taken; ``outdated``: since the newest edition was published.
    """

    bulletin: Bulletin
    title: str
    subtitle: str
    correction: str
    locked: bool
    sections: tuple[SectionText, ...]
    signed: Mapping[str, str]
    steps: tuple[str, ...]
    newest_data: datetime | None
    stale: DataChanges | None
    outdated: DataChanges | None
    outdated_words: str
    months: tuple[OtherMonth, ...]
    other_language: str
    before: Bulletin | None


def bulletin_view(
    store: Store, area: str, period: Period, *, as_of: datetime | None = None, lang: str = "sv"
) -> BulletinView:
    """Everything that the page shows about a month's text, as it was at a moment.

    Raises:
        StoreError: when the store cannot be read.
    """
    bulletin = read_bulletin(store, BulletinKey(area, period, lang), as_of=as_of)
    upto = bulletin.published.upto if bulletin.published and bulletin.status == PUBLISHED else None
    sections = section_texts(bulletin, upto=upto)
    outdated = _outdated(store, bulletin)
    return BulletinView(
        bulletin=bulletin,
        title=bulletin_title(bulletin),
        subtitle=_subtitle(bulletin),
        correction=correction_text(bulletin, bulletin.edition),
        locked=bulletin.status == PUBLISHED or as_of is not None,
        sections=sections,
        signed={one.code: signed(one.version, lang) for one in sections if one.version},
        steps=_steps(bulletin),
        newest_data=next((row["moment"] for row in store.rows("data_moments", area=area)), None),
        stale=_stale(store, bulletin),
        outdated=outdated,
        outdated_words=_outdated_words(bulletin, outdated),
        months=_months(store, area, lang),
        other_language=_other_language(store, bulletin),
        before=_before(store, bulletin),
    )


def signed(version: Version, lang: str) -> str:
    """``Skrivet av Ada 29 november 2021 kl. 10.12``, in the word for how it came about."""
    moment = Formats(lang).moment(version.at)
    return texts(lang)(f"bulletin.signed.{version.origin}", who=version.author, moment=moment)


def _subtitle(bulletin: Bulletin) -> str:
    """How far the text has come, and since when."""
    lang = bulletin.key.lang
    say, write = texts(lang), Formats(lang)
    if bulletin.empty:
        return say("bulletin.state.empty")
    last = max(bulletin.versions, key=lambda version: version.id)
    if bulletin.status == DRAFT:
        key = "correcting" if bulletin.published else "draft"
        told = {"who": last.author, "moment": write.moment(last.at), "n": bulletin.edition}
    else:
        key, step = bulletin.status, bulletin.statuses[-1]
        told = {"who": step.actor, "moment": write.moment(step.at), "n": step.edition}
    return say(f"bulletin.state.{key}", **told)


def _steps(bulletin: Bulletin) -> tuple[str, ...]:
    say, write = texts(bulletin.key.lang), Formats(bulletin.key.lang)
    told = []
    for step in reversed(bulletin.statuses):
        key = f"{step.status}_anyway" if step.status == PUBLISHED and step.contradicted else step.status
        values = {
            "who": step.actor,
            "moment": write.moment(step.at),
            "n": step.edition,
            "reason": step.reason,
        }
        told.append(say(f"bulletin.happened.{key}", **values, claims=write.word(step.contradicted)))
    return tuple(told)


def _stale(store: Store, bulletin: Bulletin) -> DataChanges | None:
    """What has changed since the draft's statistics were taken; None where nothing has, or none are."""
    held = bulletin.sections().get(GENERATED)
    if held is None or not held.body or bulletin.status == PUBLISHED:
        return None
    return _changes(store, bulletin, held.data_moment)


def _outdated(store: Store, bulletin: Bulletin) -> DataChanges | None:
    return _changes(store, bulletin, bulletin.published.data_moment) if bulletin.published else None


def _changes(store: Store, bulletin: Bulletin, since: datetime) -> DataChanges | None:
    key = bulletin.key
    return data_changes(store, key.area, key.period, since, key.lang) or None


def _outdated_words(bulletin: Bulletin, outdated: DataChanges | None) -> str:
    if not outdated or not bulletin.published:
        return ""
    lang, edition = bulletin.key.lang, bulletin.published
    moment = Formats(lang).moment(edition.data_moment)
    return texts(lang)("bulletin.changed.published", n=edition.edition, moment=moment)


def _months(store: Store, area: str, lang: str) -> tuple[OtherMonth, ...]:
    """The months that have a text in this language, the newest first."""
    say, write = texts(lang), Formats(lang)
    found = []
    for row in store.rows("bulletins", area=area):
        if row["lang"] == lang:
            period = Period(IsoWeek.from_ordinal(row["first_week"]), IsoWeek.from_ordinal(row["last_week"]))
            told = say("bulletin.list_signed", who=row["author"], moment=write.moment(row["at"]))
            found.append(OtherMonth(period, period_name(period, lang), _status(row, lang), told))
    return tuple(found)


def _status(row: Mapping[str, Any], lang: str) -> str:
    """How far a listed text has come, in a word; what was written after the check makes it a draft again."""
    status = row["status"] or DRAFT
    if status == CHECKED and row["upto"] < row["newest"]:
        status = DRAFT
    return texts(lang)(f"bulletin.status.{status}")


def _other_language(store: Store, bulletin: Bulletin) -> str:
    """That the month has a text in the other language too, which is another text; "" where it has none."""
    key, weeks = bulletin.key, {name: bulletin.key.row()[name] for name in ("first_week", "last_week")}
    for row in store.rows("bulletins", area=key.area):
        if row["lang"] != key.lang and all(row[name] == week for name, week in weeks.items()):
            return texts(key.lang)("bulletin.other_language", status=_status(row, key.lang))
    return ""


def _before(store: Store, bulletin: Bulletin) -> Bulletin | None:
    """The text of the month that ends where this one begins; None where there is none."""
    key = bulletin.key
    rows = store.rows("bulletins", area=key.area)
    last = key.period.first.ordinal - 1
    found = next((row for row in rows if row["last_week"] == last and row["lang"] == key.lang), None)
    if found is None:
        return None
    period = Period(IsoWeek.from_ordinal(found["first_week"]), IsoWeek.from_ordinal(last))
    return read_bulletin(store, BulletinKey(key.area, period, key.lang))
