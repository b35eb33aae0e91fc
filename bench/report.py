"""How benchmarks tell what they measured: Markdown tables, and the machine in general words."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table. The first column is text, the rest are set to the right."""
    head = ["| " + " | ".join(columns) + " |", "|" + "|".join(["---"] + ["---:"] * (len(columns) - 1)) + "|"]
    return "\n".join(head + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def machine() -> str:
    """Cores, memory and versions, with nothing that tells whose machine it is."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return (
        f"{os.cpu_count()} cores, {round(pages / 2**30)} GiB of memory, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def spread(values: Sequence[float]) -> str:
    """Smallest and largest, so that a noisy run can be seen to be one: ``612–701``."""
    return f"{min(values):.0f}\u2013{max(values):.0f}"
