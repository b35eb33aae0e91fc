import gzip
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ui.web.index_page import IndexPage, page, static_folder


@pytest.fixture(scope="module")
def app():
    """Streamlit's own folder behind compression, as Streamlit serves it."""
    routes = [
        Route("/halsa", lambda _request: PlainTextResponse("ok")),
        Mount("/", StaticFiles(directory=static_folder(), html=True)),
    ]
    return IndexPage(GZipMiddleware(Starlette(routes=routes), minimum_size=100))


def test_the_page_is_swedish_and_ours():
    html = page().decode()
    assert '<html lang="sv">' in html
    assert "<title>Lägesbild</title>" in html
    assert "/lagesbild/style.css?v=" in html
    assert "Streamlit" not in re.sub(r"<[^>]*>", "", html)
    assert "agent" not in html
    assert "http://" not in html
    assert "https://" not in html


def test_our_script_comes_before_streamlits():
    html = page().decode()
    assert 0 < html.index("/lagesbild/app.js") < html.index('type="module"')


def test_it_is_whole_with_and_without_compression(app, ask):
    plain = ask(app, "/")
    assert plain.body == page()
    assert int(plain.headers["content-length"]) == len(page())
    packed = ask(app, "/", accept_encoding="gzip, br")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == page()
    assert int(packed.headers["content-length"]) == len(packed.body)


def test_a_browser_that_has_streamlits_page_still_gets_ours(app, ask):
    first = ask(StaticFiles(directory=static_folder(), html=True), "/")
    again = ask(app, "/", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (200, page())


def test_other_answers_pass_untouched(app, ask):
    assert ask(app, "/halsa").body == b"ok"
    assert ask(app, "/manifest.json").body == (static_folder() / "manifest.json").read_bytes()


@pytest.mark.parametrize(
    ("path", "query", "to"),
    [
        ("/month", b"lang=en", "/?lang=en"),
        ("/finns-inte", b"", "/?unknown_page=finns-inte"),
        ("/a/b", b"lang=en", "/?lang=en&unknown_page=a%2Fb"),
    ],
)
def test_addresses_without_a_page_lead_to_the_start(ask, path, query, to):
    async def streamlit(scope, receive, send):
        await HTMLResponse("<html></html>")(scope, receive, send)

    async def with_query(scope, receive, send):
        await IndexPage(streamlit)({**scope, "query_string": query}, receive, send)

    answer = ask(with_query, path)
    assert (answer.status, answer.headers["location"]) == (303, to)


@pytest.mark.parametrize("path", ["/", "/trends", "/data_methods"])
def test_addresses_of_pages_are_answered(ask, path):
    async def streamlit(scope, receive, send):
        await HTMLResponse("<html></html>")(scope, receive, send)

    assert ask(IndexPage(streamlit), path).body == page()
