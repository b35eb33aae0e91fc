"""The shared choices of one session: kept in the entry script's widgets, mirrored in the address."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from crimestats.config import settings
from crimestats.i18n import texts
from crimestats.periods import Period
from crimestats.store import Store
from crimestats.weeks import parse_week
from ui import cache
from ui.address import ORIGIN, View, Wanted, read_address
from ui.choices import Choices, period_choices

# Widget keys, and the value that means "other weeks".
AREA, PERIOD, FIRST, LAST, AS_OF, LANG = "area", "period", "first_week", "last_week", "as_of", "lang"
CUSTOM, NOW = "custom", ""
_WRITTEN, _NOTICES = "written_address", "address_notices"
# Page → what it keeps in the address beside the view.
OWN = {"meeting": ("meeting", "slide")}


def language() -> str:
    """The language of this run, before anything else is known."""
    wanted = read_address(st.query_params).lang
    if _address_is_news() and wanted:
        return wanted
    return str(st.session_state.get(LANG) or wanted or settings().default_language)


def adopt_address() -> None:
    """Take over what the address asks for, when it was opened, edited or gone back to by its reader.

    Leaving a page empties the address; then the session's choices stay as they are.
    """
    st.session_state.setdefault(AREA, _default_area(cache.area_names()))
    st.session_state.setdefault(LANG, language())
    if not _address_is_news():
        return
    wanted = read_address(st.query_params)
    lang = wanted.lang or language()
    st.session_state[LANG] = lang
    say = texts(lang)
    notices = [say(f"app.bad_address.{name}", value=value) for name, value in wanted.faults]
    areas = cache.area_names()
    if wanted.area and wanted.area not in areas and areas:
        notices.append(say("app.bad_address.area", value=wanted.area[:60]))
    st.session_state[AREA] = wanted.area if wanted.area in areas else _default_area(areas)
    st.session_state[AS_OF] = wanted.as_of.isoformat() if wanted.as_of else NOW
    _adopt_period(wanted)
    for name in (name for names in OWN.values() for name in names):
        keep(**{name: st.query_params.get(name, "")[:200]})
    st.session_state[_NOTICES] = notices
    st.session_state[_WRITTEN] = dict(st.query_params)


def _address_is_news() -> bool:
    now = dict(st.query_params)
    if _WRITTEN not in st.session_state:
        return True
    return bool(now) and now != st.session_state[_WRITTEN]


def _default_area(areas: tuple[str, ...]) -> str:
    return areas[0] if areas else settings().default_area


def _adopt_period(wanted: Wanted) -> None:
    st.session_state.pop(PERIOD, None)
    if not wanted.period:
        return
    offered = choices().period(wanted.period.key)
    st.session_state[PERIOD] = wanted.period.key if offered else CUSTOM
    st.session_state[FIRST], st.session_state[LAST] = str(wanted.period.first), str(wanted.period.last)


def notices() -> list[str]:
    """What in the address could not be read, to be said once."""
    return list(st.session_state.pop(_NOTICES, []))


def moment() -> datetime | None:
    """The moment asked for, None = now."""
    text = st.session_state.get(AS_OF, NOW)
    return datetime.fromisoformat(text) if text else None


def choices() -> Choices:
    """What there is to choose for the session's area, moment and language."""
    return cache.cached(_choices, st.session_state[AREA], moment(), language())


def _choices(_store: Store, area: str, as_of: datetime | None, lang: str) -> Choices:
    record = cache.record_of(area, as_of)
    return Choices(
        cache.area_names(),
        period_choices(record, cache.named_periods(area), lang),
        tuple(reversed(record.weeks)),
        cache.data_moments(area),
    )


def settle(offered: Choices) -> None:
    """Give every choice a value that is on offer, before the widgets are drawn."""
    session = st.session_state
    default = offered.default_period()
    if default is None:
        return
    if session.get(PERIOD) != CUSTOM and not offered.period(session.get(PERIOD, "")):
        session[PERIOD] = default.key
    if session[PERIOD] != CUSTOM:
        chosen = offered.period(session[PERIOD]) or default
        session[FIRST], session[LAST] = str(chosen.first), str(chosen.last)


def current(offered: Choices) -> View:
    """The view that the widgets now say."""
    period = _period(offered)
    return View(st.session_state[AREA], period, moment(), st.session_state[LANG])


def _period(offered: Choices) -> Period | None:
    if not offered.periods:
        return None
    key = st.session_state[PERIOD]
    if key != CUSTOM:
        return offered.period(key)
    first, last = sorted(parse_week(st.session_state[name]) for name in (FIRST, LAST))
    custom = Period(first, last)
    return offered.period(custom.key) or custom


def own(name: str) -> str:
    """What a page keeps in the address under a name; "" when nothing."""
    return str(st.session_state.get(f"own_{name}", ""))


def keep(**values: object) -> None:
    """Keep values of a page's own in the session and, while the page is shown, in the address."""
    st.session_state.update({f"own_{name}": str(value) for name, value in values.items()})


def write_address(view: View, page: str = "") -> None:
    """Put the view, and what the page keeps of its own, into the address, where it is not there already.

    An open origin stays in it until it is closed.
    """
    address = view.address() | {name: own(name) for name in OWN.get(page, ()) if own(name)}
    if ORIGIN in st.query_params:
        address[ORIGIN] = st.query_params[ORIGIN]
    if dict(st.query_params) != address:
        st.query_params.from_dict(address)
    st.session_state[_WRITTEN] = address
