"""A month's public text (månadsbrev) as one document: sections in order, notes, edition, source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from crimestats.clock import LOCAL
from crimestats.i18n import Formats, texts
from crimestats.reporting.document import Block, Document, Heading, Notes, Paragraph, Spans, plain
from crimestats.reporting.labels import period_name
from crimestats.reporting.markup import Marked, numbered_from, parse
from crimestats.store.bulletins import DRAFT, GENERATED, PUBLISHED, SECTIONS, Bulletin, Status, Version


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section as it is read. ``blocks`` count their notes on from the section before."""

    code: str
    title: str
    version: Version | None
    blocks: tuple[Block, ...]
    notes: tuple[Spans, ...]


def bulletin_title(bulletin: Bulletin) -> str:
    """``Månadsbrev för Lysekil, november 2021``."""
    key = bulletin.key
    return texts(key.lang)("bulletin.title", area=key.area, period=period_name(key.period, key.lang))


def section_texts(bulletin: Bulletin, *, upto: int | None = None) -> tuple[SectionText, ...]:
    """Every section in order of reading, as of the version numbered ``upto``, None = the newest."""
    return tuple(_texts(bulletin, upto))


def _texts(bulletin: Bulletin, upto: int | None) -> Iterator[SectionText]:
    say, held, counted = texts(bulletin.key.lang), bulletin.sections(upto), 0
    for code in SECTIONS:
        version = held.get(code)
        marked = read_body(version.body, bulletin.key.lang) if version else Marked(())
        blocks = tuple(numbered_from(block, counted) for block in marked.blocks)
        yield SectionText(code, say(f"bulletin.section.{code}"), version, blocks, marked.notes)
        counted += len(marked.notes)


def read_body(body: str, lang: str) -> Marked:
    """A section's text as blocks: its topmost headings stand below the section's own."""
    return parse(body, caption=texts(lang)("bulletin.written_table"))


def bulletin_document(bulletin: Bulletin, edition: Status | None = None) -> Document:
    """The whole text: a published edition, or the draft as it stands now. Empty sections are left out."""
    sections = [one for one in section_texts(bulletin, upto=edition.upto if edition else None) if one.blocks]
    lang = bulletin.key.lang
    blocks: list[Block] = [*_first_words(bulletin, edition)]
    for one in sections:
        blocks += [Heading(2, one.title), *one.blocks]
    blocks += _last_words(bulletin, edition)
    if notes := tuple(note for one in sections for note in one.notes):
        blocks.append(Notes(texts(lang)("bulletin.notes"), notes))
    return Document(bulletin_title(bulletin), lang, tuple(blocks))


def _first_words(bulletin: Bulletin, edition: Status | None) -> Iterator[Paragraph]:
    """That it is a draft, or that it is corrected and why."""
    lang, number = bulletin.key.lang, edition.edition if edition else bulletin.edition
    if edition is None:
        yield plain(texts(lang)("bulletin.draft_notice"), "notice")
    if words := correction_text(bulletin, number):
        yield plain(words, "notice")


def correction_text(bulletin: Bulletin, edition: int) -> str:
    """Which edition it is, when and why it was corrected; "" for the first one."""
    opened = [one for one in bulletin.statuses if one.status == DRAFT and one.edition == edition]
    if not opened:
        return ""
    lang = bulletin.key.lang
    out = [one for one in bulletin.statuses if one.status == PUBLISHED and one.edition == edition]
    day = day_text((out or opened)[0].at, lang)
    return texts(lang)("bulletin.corrected", n=edition, day=day, reason=opened[0].reason)


def _last_words(bulletin: Bulletin, edition: Status | None) -> Iterator[Paragraph]:
    lang = bulletin.key.lang
    say, write = texts(lang), Formats(lang)
    if edition:
        told = {"n": write.number(edition.edition), "day": day_text(edition.at, lang)}
        yield plain(say("bulletin.colophon", **told, moment=write.moment(edition.data_moment)), "quiet")
    elif held := bulletin.sections().get(GENERATED):
        yield plain(say("bulletin.colophon_draft", moment=write.moment(held.data_moment)), "quiet")


def day_text(moment: datetime, lang: str) -> str:
    """The Swedish day of a moment: ``29 november 2021``."""
    return Formats(lang).day(moment.astimezone(LOCAL).date())


def file_name(bulletin: Bulletin, form: str, edition: Status | None = None) -> str:
    """``Månadsbrev Lysekil november 2021.docx``; a draft and a corrected edition say so."""
    key = bulletin.key
    say = texts(key.lang)
    name = say("bulletin.file", area=key.area, period=period_name(key.period, key.lang))
    if edition is None:
        name += f" ({say('bulletin.file_draft')})"
    elif edition.edition > 1:
        name += f" ({say('bulletin.file_edition', n=edition.edition)})"
    # Nothing that a file system refuses, and no stretch of blanks in its place.
    kept = "".join(sign if sign.isprintable() and sign not in '\\/:*?"<>|' else " " for sign in name)
    return f"{' '.join(kept.split())}.{form}"
