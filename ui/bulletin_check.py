"""The check of a text as pieces of the screen: claims marked in the text, each with its verdict in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import streamlit as st

from crimestats.checking import CheckedText, CheckError, Claim
from crimestats.i18n import Formats, texts
from crimestats.reporting.checking import check_text
from crimestats.store.bulletins import GENERATED, BulletinKey
from ui import cache
from ui.components import notice, show
from ui.html import tag, text

# The order in which verdicts are summed up; what needs hands first.
VERDICTS = ("contradicted", "supported", "cannot_check")


def checked(key: BulletinKey, body: str) -> CheckedText | None:
    """The claims of a text, None where there is nothing to check.

    Raises:
        CheckError: the text is too long to be checked.
    """
    if not body.strip() or key.lang != "sv":
        return None
    return cache.cached(check_text, body, area=key.area, period=key.period, lang=key.lang)


def contradicted(key: BulletinKey, bodies: dict[str, str]) -> dict[str, tuple[Claim, ...]]:
    """Section → its claims that the data contradict, of what people wrote and saved."""
    found = {}
    for section, body in bodies.items():
        told = checked(key, body) if section != GENERATED else None  # what is saved is never too long
        claims = tuple(one for one in told.claims if one.verdict == "contradicted") if told else ()
        if claims:
            found[section] = claims
    return found


def counted(claims: Sequence[Claim], lang: str) -> str:
    """``1 stämmer inte, 5 stämmer, 2 kan inte kontrolleras, 1 kan vilseleda``."""
    say, write = texts(lang), Formats(lang)
    told = [(verdict, sum(one.verdict == verdict for one in claims)) for verdict in VERDICTS]
    told.append(("warning", sum(one.warning is not None for one in claims)))
    parts = [say(f"bulletin.check.n_{verdict}", n=write.word(n)) for verdict, n in told if n]
    return write.listing(parts)


def desk(key: BulletinKey, body: str, replace: Callable[[str], None]) -> None:
    """The text with its claims marked, and beside it what to know of each claim that needs something."""
    say = texts(key.lang)
    if key.lang != "sv":
        show(tag("p", text(say("bulletin.check.swedish_only")), class_="lb-quiet"))
        return
    try:
        found = checked(key, body)
    except CheckError as fault:
        show(notice(say(fault.code, **fault.values), "question"))
        return
    if found is None or not found.claims:
        show(tag("p", text(say("bulletin.check.nothing")), class_="lb-quiet"))
        return
    summary = say("bulletin.check.summary", counts=counted(found.claims, key.lang))
    notices = "".join(tag("p", text(words), class_="lb-quiet") for words in found.notices)
    words, findings = st.columns([8, 5], gap="medium")
    with words:
        show(tag("p", text(summary), role="status"), notices, marked(found, key.lang))
    with findings:
        for number, claim in enumerate(found.claims, 1):
            if claim.verdict != "supported" or claim.warning:
                _card(number, claim, found, key, replace)


def marked(found: CheckedText, lang: str) -> str:
    """The text as written, each claim framed in its own way and numbered, its verdict in words behind it."""
    return tag("div", *_pieces(found, lang), class_="lb-marked")


def _pieces(found: CheckedText, lang: str) -> Iterator[str]:
    place = 0
    for number, claim in enumerate(found.claims, 1):
        start = max(place, claim.start)  # words that two claims share stand in the first of them
        if start >= claim.end:
            continue
        yield text(found.text[place:start])
        yield _mark(number, claim, found.text[start : claim.end], lang)
        place = claim.end
    yield text(found.text[place:])


def _mark(number: int, claim: Claim, words: str, lang: str) -> str:
    verdict = word(claim, lang)
    label = tag("small", text(f"{number} {verdict}"), class_="lb-verdict-word")
    return tag("mark", text(words), " ", label, class_=f"lb-claim lb-claim-{kind(claim)}")


def kind(claim: Claim) -> str:
    """How a claim is marked: its verdict, or that it is true and may mislead."""
    return "misleading" if claim.verdict == "supported" and claim.warning else claim.verdict.replace("_", "-")


def word(claim: Claim, lang: str) -> str:
    """``stämmer inte`` and so on."""
    misleading = kind(claim) == "misleading"
    return texts(lang)("bulletin.check.misleading" if misleading else f"checking.verdict.{claim.verdict}")


def _card(
    number: int, claim: Claim, found: CheckedText, key: BulletinKey, replace: Callable[[str], None]
) -> None:
    say = texts(key.lang)
    head = tag("p", tag("strong", text(f"{number} {word(claim, key.lang)}: ")), tag("q", text(claim.text)))
    lines = [words for words in (claim.reason, claim.warning or "") if words]
    reasons = "".join(tag("p", text(words)) for words in dict.fromkeys(lines))
    proposal = ""
    if claim.proposal:
        label = tag("span", text(say("bulletin.check.proposal")), " ", class_="lb-quiet")
        proposal = tag("p", label, tag("q", text(claim.proposal)))
    show(tag("section", head, reasons, proposal, class_=f"lb-finding lb-finding-{kind(claim)}"))
    if claim.proposal:
        new = found.text[: claim.start] + claim.proposal + found.text[claim.end :]
        st.button(
            say("bulletin.check.take", n=number),
            key=f"bulletin-take-{number}-{claim.start}",
            type="tertiary",
            on_click=replace,
            args=(new,),
        )
