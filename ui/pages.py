"""The pages in the order of the navigation: file name in ``pages/`` = address. The first is the start."""

PAGES = ("month", "trends", "peaks", "fraud", "measures", "bulletin", "upload", "export", "data_methods")
START = PAGES[0]
# Query parameter that carries an address without a page to the start page, which says so.
UNKNOWN = "unknown_page"
