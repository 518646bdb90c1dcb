"""Every authority of the region in a panel of its own, on one scale, in an order that is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from indicators.variation.judgement import CONCERN, IMPROVEMENT, NEUTRAL
from pages.charts.month_line import MonthLine
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.own_scale import common_ends
from pages.charts.paper.small_control_chart import small_control_chart
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address
from pages.kit.region.region_series import MONTHS, Area
from pages.kit.rows.area_panels import AreaPanel, draw_area_panels
from pages.kit.rows.panels import Panel
from pages.words import wording
from pages.words.in_brief import State, state_of

WIDTH, HEIGHT = 220, 58
NEWS = (CONCERN, IMPROVEMENT, NEUTRAL)


def _value(area: Area, missing: float) -> float:
    """Return the figure of the month chosen, or what stands for none, so that it comes last."""
    return missing if area.series.now.value is None else area.series.now.value


def _news(area: Area) -> tuple[int, str]:
    """Return where what an authority's figures do comes, concerns first."""
    name = state_of(area.series).name
    return (NEWS.index(name) if name in NEWS else len(NEWS)), area.name


ORDERS: dict[str, Callable[[Area], Any]] = {
    "Highest first": lambda area: -_value(area, float("-inf")),
    "Lowest first": lambda area: _value(area, float("inf")),
    "What moves first": _news,
    "By name": lambda area: area.name,
}


def authority_panels(chosen: Choices, areas: Sequence[Area], order: str) -> None:
    """Draw the panels of authorities in an order, and say below what they have in common."""
    ordered = sorted(areas, key=ORDERS[order])
    lines = [month_line_of(area.series, MONTHS) for area in ordered]
    ends = common_ends(lines)
    title = areas[0].series.indicator.title
    panels = [_panel(chosen, area, line, ends) for area, line in zip(ordered, lines, strict=True)]
    draw_area_panels(f"{title}, the last {MONTHS} months of {len(areas)} authorities", panels)
    st.caption(
        f"The last {MONTHS} months, every chart on the same scale. The band is between each authority's own limits, "
        "and a mark is a move beyond chance."
    )


def _panel(chosen: Choices, area: Area, line: MonthLine, ends: tuple[float, float]) -> AreaPanel:
    """Return an authority's panel; whoever may open its own pages is led to them."""
    series, may_open = area.series, chosen.reader.may_see_authority(area.code)
    state = state_of(series) if area.latest == chosen.month else _late(area, state_of(series))
    is_known = series.last(MONTHS).known
    picture = small_control_chart(line, WIDTH, HEIGHT, st.context.theme.type or "light", MONTHS, ends)
    return AreaPanel(
        area.name,
        indicator_address(series.indicator.id, replace(chosen, authority=area.code)) if may_open else "",
        area.code == chosen.authority,
        Panel(
            wording.figure_shown(series.now),
            wording.counts(series.indicator, series.now) or series.now.reason,
            state.name,
            state.mark,
            state.word,
            picture if is_known else None,
        ),
    )


def _late(area: Area, state: State) -> State:
    """Say instead of what its figures do how far an authority has published."""
    return replace(state, word=f"Published to {wording.short_month(area.latest)}")
