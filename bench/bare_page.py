"""The yardstick: what Streamlit itself costs. Three Plotly charts of a year, one select box, all defaults."""

import plotly.graph_objects as go
import streamlit as st

YEARS = [str(year) for year in range(2021, 1990, -1)]
WEEKS = [f"v. {week}" for week in range(1, 53)]


def counts(year: str, chart: int) -> list[int]:
    """Invented figures that differ between years and charts."""
    return [(int(year) * (week + 3) ** 2 + chart * 29) % 37 + 10 for week in range(52)]


st.title("Bare page")
year = st.selectbox("Period", YEARS)
for chart in range(3):
    figure = go.Figure(go.Scatter(x=WEEKS, y=counts(year, chart), mode="lines+markers"))
    st.plotly_chart(figure, key=f"chart{chart}")
