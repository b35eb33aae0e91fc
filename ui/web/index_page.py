"""Streamlit's one HTML page, made ours: language, title, style sheet, our script, no outside names.

The page is rewritten once and put in place of Streamlit's answer as a whole. Nothing is edited on its way
out, so it does not matter whether the answer underneath was compressed.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

from crimestats.config import settings
from crimestats.i18n import texts
from ui.pages import PAGES, START, UNKNOWN
from ui.web.assets import PREFIX, script_version, style_version

# Streamlit's own addresses, where an HTML answer would be someone's download and not the page.
_NOT_PAGES = ("/static/", "/media/", "/component/", "/_stcore/", f"{PREFIX}/")
_CONDITIONS = (b"if-none-match", b"if-modified-since")
# Chunks every screen of ours needs, asked for at once instead of one after another.
_EARLY = ("PlotlyChart", "HtmlElement", "Html", "Selectbox", "BaseButton", "Button")


def static_folder() -> Path:
    """Where Streamlit keeps its browser files."""
    return Path(file_util.get_static_dir())


@cache
def original() -> str:
    """index.html as Streamlit ships it."""
    return (static_folder() / "index.html").read_text(encoding="utf-8")


@cache
def page() -> bytes:
    """index.html as we serve it."""
    say = texts(settings().default_language)
    html = original().replace('<html lang="en">', f'<html lang="{settings().default_language}">')
    html = html.replace("<title>Streamlit</title>", f"<title>{say('app.name')}</title>")
    html = html.replace("./favicon.png", f".{PREFIX}/favicon.svg")
    html = re.sub(r"<!--.*?-->\s*", "", html, flags=re.DOTALL)
    html = re.sub(r'<link rel="service-desc"[^>]*>\s*', "", html)
    html = re.sub(
        r"<noscript>.*?</noscript>", f"<noscript>{say('app.no_script')}</noscript>", html, flags=re.DOTALL
    )
    # Our script first: what it leaves for the server must be there when Streamlit's connects.
    return html.replace('<script type="module"', f'{_own_head()}<script type="module"', 1).encode()


def _own_head() -> str:
    early = "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{file.name}">\n'
        for name in _EARLY
        for file in sorted((static_folder() / "static" / "js").glob(f"{name}.*.js"))
    )
    return (
        f'<meta name="color-scheme" content="light dark">\n'
        f'<link rel="stylesheet" href=".{PREFIX}/style.css?v={style_version()}">\n'
        f'<script defer src=".{PREFIX}/app.js?v={script_version()}"></script>\n{early}'
    )


@cache
def _compressed_page() -> bytes:
    return gzip.compress(page(), mtime=0)


class IndexPage:
    """ASGI middleware that answers with :func:`page` wherever Streamlit would answer with its index.html."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(_NOT_PAGES):
            await self.app(scope, receive, send)
            return
        # Ask for the whole answer: "not modified" would be said of Streamlit's page, not of ours.
        plain = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]}
        replaced = False

        async def send_ours(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and _is_page(message):
                replaced = True
                await (_detour(scope) or _answer(scope))(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app(plain, receive, send_ours)


def _is_page(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith(
        "text/html"
    )


def _detour(scope: Scope) -> Response | None:
    """To the start page, from its long address and from addresses without a page (which it then tells)."""
    name = str(scope["path"]).strip("/")
    if not name or name in PAGES[1:]:
        return None
    query = parse_qsl(scope["query_string"].decode("latin-1"))
    asked = [] if name == START else [(UNKNOWN, name)]
    return RedirectResponse(f"/?{urlencode(query + asked)}", 303)


def _answer(scope: Scope) -> Response:
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
        return Response(page(), media_type="text/html", headers=headers)
    return Response(
        _compressed_page(), media_type="text/html", headers={**headers, "Content-Encoding": "gzip"}
    )
