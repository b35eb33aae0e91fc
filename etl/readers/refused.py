"""What the reader child and its parent share: the limits, and how a file is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """See ``crimestats/settings.toml``, table ``upload``."""

    max_file_mb: int
    max_inflated_mb: int
    max_cells: int
    memory_mb: int
    cpu_seconds: int
    wall_seconds: int


# Excel's own limit for the text of one cell.
MAX_TEXT = 32_767


class Refused(Exception):
    """A file that is not read further. ``code`` names its sentence, ``etl.problem.<code>``."""

    def __init__(self, code: str, sheet: str = "", cell: str = "", **values: object) -> None:
        super().__init__(code)
        self.code, self.sheet, self.cell, self.values = code, sheet, cell, values
