"""The entry, ``streamlit run dashboard.py``: the server imports it once, each visit runs it as a script."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from ui import shell

# First of two locks against addresses that bypass the router (the second is ui.shell.guard).
PagesManager.uses_pages_directory = False

if __name__ == "__main__":
    shell.run()
else:
    from ui import server

    app = st.App(
        __file__,
        routes=server.routes(),
        middleware=server.middleware(),
        lifespan=server.lifespan,
        on_script_error=server.on_script_error,
    )
