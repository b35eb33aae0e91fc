"""The store's one exception."""

from __future__ import annotations


class StoreError(Exception):
    """Something the store cannot or will not do. ``code`` is its sentence in the i18n tables.

    Whenever it is raised, nothing was published: the live version is as it was.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(f"{code}: {values}")
        self.code, self.values = code, values
