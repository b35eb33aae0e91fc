"""Checks of what was read. Each is a query whose rows are the faults; ``run_checks`` turns them into problems."""

from etl.checks.run import run_checks

__all__ = ["run_checks"]
