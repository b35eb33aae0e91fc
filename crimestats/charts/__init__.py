"""Analysis results as chart objects, and the renderers that draw them: screen, files, table."""
