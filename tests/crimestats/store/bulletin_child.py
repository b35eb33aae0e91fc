"""One of several processes that save a section at the same time: prints its version, or whose was first."""

from __future__ import annotations

import sys

from crimestats.periods import parse_period
from crimestats.store import open_store
from crimestats.store.bulletin_writing import EditConflict, save_section
from crimestats.store.bulletins import BulletinKey

place, author = sys.argv[1:]
key = BulletinKey("Lysekil", parse_period("2021-W43--2021-W46"), "sv")
try:
    print(save_section(open_store(place), key, "news", f"Text av {author}", author=author, base=0))
except EditConflict as fault:
    print(f"conflict {fault.current.author}")
