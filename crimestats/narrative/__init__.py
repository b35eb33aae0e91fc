"""Facts into sentences: facts first, words second."""
