"""Reads a file's bytes into a plain grid, in a child process with limits: ``python -m etl.readers``."""
