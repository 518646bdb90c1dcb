"""Every authority of the region in a panel of its own, on one scale, in an order that is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from indicators.variation.judgement import CONCERN, IMPROVEMENT, NEUTRAL
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address
from pages.kit.parts.series_panels import series_panels
from pages.kit.region.region_series import MONTHS, Area
from pages.kit.rows.area_panels import AreaPanel, draw_area_panels
from pages.kit.rows.panels import Panel
from pages.words import wording
from pages.words.in_brief import state_of

TO_PROTECT = "To protect small numbers."
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
    panels = series_panels([area.series for area in ordered], MONTHS, WIDTH, HEIGHT)
    title = areas[0].series.indicator.title
    draw_area_panels(
        f"{title}, the last {MONTHS} months of {len(areas)} authorities",
        [_of_area(chosen, area, panel) for area, panel in zip(ordered, panels, strict=True)],
    )
    st.caption(
        f"The last {MONTHS} months, every chart on the same scale. The band is between each authority's own limits, "
        "and a mark is a move beyond chance."
    )


def _of_area(chosen: Choices, area: Area, panel: Panel) -> AreaPanel:
    """Return an authority's panel; whoever may open its own pages is led to them."""
    series = area.series
    own_page = indicator_address(series.indicator.id, replace(chosen, authority=area.code))
    return AreaPanel(
        area.name,
        own_page if chosen.reader.may_see_authority(area.code) else "",
        area.code == chosen.authority,
        replace(
            panel,
            made_of=TO_PROTECT if wording.is_hidden(series.now) else panel.made_of,
            word=panel.word if area.latest == chosen.month else f"Published to {wording.short_month(area.latest)}",
            picture=panel.picture if series.last(MONTHS).known else None,
        ),
    )
