"""Fills the store: intake, sandboxed reader, layout, cleaning, checks, load. Imports only the core's seams."""
