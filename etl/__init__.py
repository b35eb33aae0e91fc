"""Fills the store: intake, sandboxed reader, layout, cleaning, checks, load."""
