"""The command line's arguments, its commands and how it says no."""
