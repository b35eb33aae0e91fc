"""The bulletin of a month (månadsbrev): its sections, every version of them, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from crimestats.periods import Period
from crimestats.store.store import Store

# In the order in which they are read. The police statistics are generated and edited by nobody.
SECTIONS = ("resources", "picture", "statistics", "activities", "ongoing", "news")
GENERATED = "statistics"
DRAFT, CHECKED, PUBLISHED = "draft", "checked", "published"


@dataclass(frozen=True, slots=True)
class BulletinKey:
    """Which bulletin: each language of a month is a bulletin of its own."""

    area: str
    period: Period
    lang: str

    def row(self) -> dict[str, object]:
        """As the columns of the tables ``text`` and ``bulletin_status``."""
        first, last = self.period.first.ordinal, self.period.last.ordinal
        return {"area": self.area, "first_week": first, "last_week": last, "lang": self.lang}

    def asked(self) -> dict[str, object]:
        """As the values of the questions about one bulletin."""
        first, last = self.period.first.ordinal, self.period.last.ordinal
        return {"area": self.area, "first": first, "last": last, "lang": self.lang}


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a section. ``base`` is the version it was written on, 0 for the first.

    ``origin``: written, generated, merged or restored. ``data_moment``: the data as known then lie behind it.
    """

    id: int
    section: str
    body: str
    author: str
    at: datetime
    data_moment: datetime
    base: int
    origin: str


@dataclass(frozen=True, slots=True)
class Status:
    """A step of a bulletin. It holds for the newest version of each section numbered up to ``upto``."""

    id: int
    status: str
    edition: int
    upto: int
    contradicted: int
    reason: str
    actor: str
    at: datetime
    data_moment: datetime


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin with its whole history, oldest first."""

    key: BulletinKey
    versions: tuple[Version, ...]
    statuses: tuple[Status, ...]

    @property
    def newest(self) -> int:
        """Number of the newest version of any section, 0 while nothing is written."""
        return max((version.id for version in self.versions), default=0)

    @property
    def status(self) -> str:
        """draft, checked or published. What was checked is a draft again once something else was written."""
        last = self.statuses[-1] if self.statuses else None
        if last is None or (last.status == CHECKED and last.upto < self.newest):
            return DRAFT
        return last.status

    @property
    def edition(self) -> int:
        """The edition that is published, or that is being written."""
        return self.statuses[-1].edition if self.statuses else 1

    @property
    def published(self) -> Status | None:
        """The newest publication; it stands while a correction is written."""
        return next((one for one in reversed(self.statuses) if one.status == PUBLISHED), None)

    @property
    def correction(self) -> Status | None:
        """The step that opened the edition being written, None for the first edition."""
        opened = [one for one in self.statuses if one.status == DRAFT and one.edition == self.edition]
        return opened[0] if opened else None

    def history(self, section: str) -> tuple[Version, ...]:
        """The versions of a section, oldest first."""
        return tuple(version for version in self.versions if version.section == section)

    def sections(self, upto: int | None = None) -> Mapping[str, Version]:
        """Section → its newest version, numbered up to ``upto`` where given; in the order of reading."""
        found: dict[str, Version] = {}
        for version in self.versions:
            if upto is None or version.id <= upto:
                found[version.section] = version
        return {section: found[section] for section in SECTIONS if section in found}

    @property
    def empty(self) -> bool:
        """Whether no section says anything."""
        return not any(version.body.strip() for version in self.sections().values())


def read_bulletin(store: Store, key: BulletinKey, *, as_of: datetime | None = None) -> Bulletin:
    """A bulletin as it was at a moment, None = now.

    Raises:
        StoreError: when the store cannot be read.
    """
    versions = tuple(Version(**row) for row in store.rows("text_versions", **key.asked(), as_of=as_of))
    statuses = tuple(Status(**row) for row in store.rows("bulletin_statuses", **key.asked(), as_of=as_of))
    return Bulletin(key, versions, statuses)
