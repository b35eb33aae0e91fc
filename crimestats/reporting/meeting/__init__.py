"""The steering group's meeting: its slides, its decisions and their outcome, what it froze, its minutes."""
