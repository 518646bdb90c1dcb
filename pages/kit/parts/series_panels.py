"""Panels of series: figure, what it is made of, what it does in a word, and the months of all on one scale."""

from collections.abc import Sequence

import streamlit as st

from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.own_scale import common_ends
from pages.charts.paper.small_control_chart import small_control_chart
from pages.kit.rows.panels import Panel
from pages.words import wording
from pages.words.in_brief import state_of
from pages.words.series import Series


def series_panels(all_series: Sequence[Series], months: int, width: int, height: int) -> list[Panel]:
    """Return a panel for each series with its last months, every picture on the same scale."""
    lines = [month_line_of(series, months) for series in all_series]
    ends, on = common_ends(lines), st.context.theme.type or "light"
    panels = []
    for series, line in zip(all_series, lines, strict=True):
        state, figure = state_of(series), series.now
        made_of = wording.counts(series.indicator, figure) or figure.reason
        picture = small_control_chart(line, width, height, on, months, ends)
        panels.append(Panel(wording.figure_shown(figure), made_of, state.name, state.mark, state.word, picture))
    return panels
