"""All that knows Streamlit besides the pages."""
