"""The reader child: bytes on standard input, one JSON value on standard output, limits set before that.

Started by ``etl.sandbox`` only. It prints a workbook (see ``etl.grid``) or ``{"refused": code, ...}``.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

from etl.readers.refused import Limits, Refused


def set_limits(limits: Limits) -> None:
    """Memory, processor time, and no file ever written."""
    memory = limits.memory_mb * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(kind: str, data: bytes, limits: Limits) -> dict[str, Any]:
    """A workbook as plain lists and dictionaries.

    Raises:
        Refused: with the code of the sentence that says why.
    """
    if kind == "text":
        from etl.readers.delimited import read_delimited

        return read_delimited(data, limits)
    if kind == "xls":
        from etl.readers.xls import read_xls

        return read_xls(data, limits)
    # openpyxl takes numpy along where it finds it: a tenth of a second and 100 MB that reading needs not.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    if kind == "ods":
        from etl.readers.ods import read_ods

        return read_ods(data, limits)
    from etl.readers.workbook import read_workbook

    return read_workbook(data, limits)


def main() -> None:
    """Read, print, and turn whatever a hostile file causes into a code."""
    kind, limits = sys.argv[1], Limits(**json.loads(sys.argv[2]))
    set_limits(limits)
    try:
        answer = json.dumps(read(kind, sys.stdin.buffer.read(), limits), ensure_ascii=False)
        # One long text in thousands of cells is small in the file and large here.
        if len(answer) > limits.max_inflated_mb * 2**20:
            raise Refused("file_too_heavy")
    except Refused as refused:
        answer = json.dumps({"refused": refused.code, "sheet": refused.sheet, "cell": refused.cell})
    except (MemoryError, RecursionError):
        answer = json.dumps({"refused": "file_too_heavy"})
    except Exception as fault:  # a broken file breaks the libraries in countless ways: one sentence for all
        answer = json.dumps({"refused": "file_broken", "fault": type(fault).__name__})
    sys.stdout.buffer.write(answer.encode("utf-8", "surrogatepass"))


if __name__ == "__main__":
    main()
