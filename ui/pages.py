"""The pages in the order of the navigation: file name in ``pages/`` = address. The first is the start."""

PAGES = (
    "month", "trends", "peaks", "fraud", "measures", "meeting", "bulletin",
    "upload", "export", "data_methods",
)  # fmt: skip
START = PAGES[0]
# Query parameter that carries an address without a page to the start page, which says so.
UNKNOWN = "unknown_page"
