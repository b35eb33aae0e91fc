"""The core of Lägesbild: weeks, counts, expectation, facts, words, charts and reports.

No Streamlit and no spreadsheet reading in here; see docs/architecture.md for who may import whom.
"""
