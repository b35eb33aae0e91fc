"""Starts the product (or any Streamlit script) beside the caller: for browser tests, benchmarks, pictures."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The day the November 2021 bulletin came out: everything that depends on today's date can be repeated.
BULLETIN_DAY = "2021-11-29"


def environment(store: Path, **more: str) -> dict[str, str]:
    """The environment of a process that works on the store at ``store`` on the bulletin's day."""
    return {**os.environ, "CRIMESTATS_STORE": str(store), "CRIMESTATS_TODAY": BULLETIN_DAY, **more}


def load_sample(store: Path) -> None:
    """Fills a store through the command line, as the product does at its first start."""
    command = [sys.executable, "-m", "etl", "sample"]
    subprocess.run(command, cwd=ROOT, env=environment(store), check=True, capture_output=True)


@contextmanager
def serve(script: Path, env: Mapping[str, str], log: Path, *, port: int | None = None) -> Iterator[str]:
    """Runs ``streamlit run script`` until the block ends and gives its address.

    Settings come from ``.streamlit/config.toml`` beside the script. The server's own words go to ``log``.

    Raises:
        RuntimeError: when it does not answer within a minute, with the end of its log.
    """
    port = port or free_port()
    options = ["--server.port", str(port), "--server.address", "localhost", "--server.headless", "true"]
    command = [sys.executable, "-m", "streamlit", "run", script.name, *options]
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=script.parent, env=dict(env), stdout=out, stderr=out)
    try:
        await_health(port, server, log)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def await_health(port: int, server: subprocess.Popen[bytes], log: Path, *, seconds: float = 60) -> None:
    """Returns when the server on ``port`` says that it is healthy."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        if _healthy(port):
            return
        time.sleep(0.05)
    raise RuntimeError(f"port {port} did not answer:\n{log.read_text(errors='replace')[-3000:]}")


def _healthy(port: int) -> bool:
    connection = HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return int(probe.getsockname()[1])
