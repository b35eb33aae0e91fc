"""Finds the tables of a sheet by what its cells mean: ``layouts.toml`` and ``words.toml`` are the data."""
