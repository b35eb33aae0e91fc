import gzip
import json

import pytest
from starlette.applications import Starlette

from ui import server
from ui.web.headers import content_security_policy


@pytest.fixture(scope="module")
def app():
    return Starlette(routes=server.routes(), middleware=[server.middleware()[0]])


@pytest.fixture(autouse=True)
def own_store(monkeypatch, tmp_path):
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "store"))


def test_every_answer_carries_the_headers(app, ask):
    for path in ("/halsa", "/lagesbild/style.css", "/finns-inte"):
        headers = ask(app, path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["content-security-policy"] == content_security_policy()


def test_the_policy_allows_this_server_only():
    policy = dict(part.split(" ", 1) for part in content_security_policy().split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in policy["script-src"]
    assert "http" not in content_security_policy()


def test_health_says_ok_and_nothing_about_the_data(app, ask):
    answer = ask(app, "/halsa")
    assert answer.status == 200
    assert set(json.loads(answer.body)) == {"status", "store"}


def test_health_says_when_the_store_cannot_be_read(app, ask, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("CRIMESTATS_STORE", str(tmp_path / "file"))
    assert ask(app, "/halsa").status == 503


@pytest.mark.parametrize(
    ("path", "kind"), [("style.css", "text/css"), ("app.js", "text/javascript"), ("favicon.svg", "image/svg")]
)
def test_our_files_come_with_a_year_to_keep(app, ask, path, kind):
    plain = ask(app, f"/lagesbild/{path}")
    packed = ask(app, f"/lagesbild/{path}", accept_encoding="gzip")
    assert plain.headers["content-type"].startswith(kind)
    assert "immutable" in plain.headers["cache-control"]
    assert gzip.decompress(packed.body) == plain.body
