"""How far a command has come, told to the one who waits: a stage by name, where somebody listens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

# In this order; ``reach`` tells how many of them are behind. Words: ``upload.stage_<name>``.
STAGES = ("open", "personal", "layout", "checks", "compare", "store")
_MARK = "@stage"
_listens: ContextVar[bool] = ContextVar("listens", default=False)


@contextmanager
def told() -> Iterator[None]:
    """Within it every stage that is reached is a line on standard error: ``@stage 2/6 layout``."""
    token = _listens.set(True)
    try:
        yield
    finally:
        _listens.reset(token)


def reach(stage: str) -> None:
    """Say that a stage begins; nothing where nobody listens."""
    if _listens.get():
        print(f"{_MARK} {STAGES.index(stage)}/{len(STAGES)} {stage}", file=sys.stderr, flush=True)
