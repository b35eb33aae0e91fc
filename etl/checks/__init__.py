"""Checks of what was read: each is a query whose rows are the faults; ``run_checks`` makes them problems."""

from etl.checks.run import run_checks

__all__ = ["run_checks"]
