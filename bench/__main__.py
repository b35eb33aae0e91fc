"""Runs every benchmark, prints what it measured, and keeps it in docs/performance.md.

python -m bench                    all of them
python -m bench browser store      only those named
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from bench.report import machine

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"


def main(wanted: list[str]) -> int:
    """Runs the benchmarks; the exit code is 1 when one of them missed a bound or fell over."""
    names = [path.stem for path in sorted(Path(__file__).parent.glob("*_bench.py"))]
    names = [name for name in names if not wanted or name.removesuffix("_bench") in wanted]
    return max([run(name) for name in names], default=1)


def run(name: str) -> int:
    """Measures one, keeps its section, and gives its exit code. One that fell over keeps its old section."""
    print(f"{name} ...", file=sys.stderr, flush=True)
    load = os.getloadavg()[0]
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    print(done.stdout, flush=True)
    if done.stdout.strip():
        keep(name, f"{done.stdout.strip()}\n\n{footer(load)}")
    else:
        print(f"{name}: nothing was measured (exit code {done.returncode})", file=sys.stderr)
    return min(done.returncode, 1) if done.returncode >= 0 else 1


def footer(load: float) -> str:
    """When, on what, and how busy the machine was with other work when the benchmark began."""
    return f"*Measured {date.today()}: {machine()}; load {load:.1f} at the start.*"


def keep(name: str, section: str) -> None:
    """Puts a section between its markers in the page; a new benchmark's section goes last."""
    page = PAGE.read_text(encoding="utf-8")
    first, last = f"<!-- {name} -->", f"<!-- /{name} -->"
    if first not in page:
        page = f"{page.rstrip()}\n\n{first}\n{last}\n"
    before, rest = page.split(first, 1)
    page = f"{before}{first}\n{section}\n{last}{rest.split(last, 1)[1]}"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
