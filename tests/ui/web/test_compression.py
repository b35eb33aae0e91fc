import gzip

import pytest
from starlette.staticfiles import StaticFiles

from ui.web.compression import CompressedFiles
from ui.web.index_page import static_folder


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Every file compressed; the folder it was kept in."""
    keep = tmp_path_factory.mktemp("kept")
    app = CompressedFiles(StaticFiles(directory=static_folder()), keep)
    app.worker.join()
    return app, keep


def some_script():
    return max((static_folder() / "static" / "js").glob("index.*.js"), key=lambda file: file.stat().st_size)


def test_a_script_comes_compressed_and_whole_and_may_be_kept(prepared, ask):
    app, _ = prepared
    file = some_script()
    answer = ask(app, f"/static/js/{file.name}", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(answer.body) == file.read_bytes()
    assert len(answer.body) < file.stat().st_size / 2


@pytest.mark.parametrize("headers", [{}, {"accept_encoding": "gzip", "range": "bytes=0-9"}])
def test_who_cannot_take_it_gets_the_file_itself(prepared, ask, headers):
    answer = ask(prepared[0], f"/static/js/{some_script().name}", **headers)
    assert "content-encoding" not in answer.headers
    assert some_script().read_bytes().startswith(answer.body[:10])


def test_a_file_that_is_not_ready_comes_as_it_is(ask, tmp_path):
    app = CompressedFiles(StaticFiles(directory=static_folder()), tmp_path)
    app.worker.join()
    app.ready.clear()
    answer = ask(app, f"/static/js/{some_script().name}", accept_encoding="gzip")
    assert answer.body == some_script().read_bytes()


def test_compressed_files_are_kept_for_the_next_start(prepared):
    _, keep = prepared
    kept = {file.name.removesuffix(".gz") for file in keep.iterdir()}
    assert some_script().name in kept
    assert not any(name.endswith(".part") for name in kept)


def test_a_folder_that_cannot_be_written_does_no_harm(ask, tmp_path):
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    app = CompressedFiles(StaticFiles(directory=static_folder()), tmp_path / "taken")
    app.worker.join()
    answer = ask(app, f"/static/js/{some_script().name}", accept_encoding="gzip")
    assert gzip.decompress(answer.body) == some_script().read_bytes()
