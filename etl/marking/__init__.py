"""Marks a workbook's faulty cells, in a child process with limits: ``python -m etl.marking``."""
