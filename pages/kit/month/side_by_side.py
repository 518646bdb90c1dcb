"""A view of one's own: up to four measures in up to four areas, side by side on equal scales, kept under a name."""

from collections.abc import Callable, Sequence
from urllib.parse import urlencode

import streamlit as st

from data.annotations.kept_views import LONGEST, KeptView, drop_view, keep_view, kept_views
from data.errors import Mendable
from indicators.engine.catalogue import all_indicators, indicator_called
from pages.kit.frame.address import choice
from pages.kit.frame.audience import all_audiences
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address, page_address
from pages.kit.frame.session import current_store
from pages.kit.indicator.figures_download import take_away
from pages.kit.month.area_series import MONTHS, areas_offered, series_in
from pages.kit.parts.series_panels import series_panels
from pages.kit.rows.panels import PanelRow, draw_panels
from pages.kit.rows.template import draw
from pages.words import wording

MOST = 4
"""Measures, and areas, that can be taken in at once."""
WIDTH, HEIGHT = 300, 84


def side_by_side(chosen: Choices) -> None:
    """Draw the views that are kept, the choice of measures and areas, each measure in each area, and what keeps it."""
    _kept(chosen)
    measures, areas = choose(chosen)
    if not measures or not areas:
        st.info("Choose at least one measure and one area.")
        return
    names = areas_offered(chosen, usual())
    draw_panels(
        f"{wording.listed([indicator_called(name).title for name in measures])}, the last {MONTHS} months",
        [names[area] for area in areas],
        [_row(chosen, name, areas) for name in measures],
    )
    st.caption("Every chart of a row has the same scale. A team's figures are few, so its limits are wide.")
    _keep(chosen, measures, areas)
    take_away(chosen, "side_by_side", measures)


def choose(chosen: Choices) -> tuple[list[str], list[str]]:
    """Draw the choice of measures and of areas; the address carries both."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    titles = {name: indicator.title for name, indicator in all_indicators().items()}
    names = areas_offered(chosen, usual())
    with left:
        first = [name for name in usual() if name in titles][:2]
        measures = choice(
            st.multiselect, "Measures, up to four", titles, "of", titles.__getitem__, default=first, max_selections=MOST
        )
    with right:
        areas = choice(
            st.multiselect,
            "Areas, up to four",
            names,
            "area",
            names.__getitem__,
            default=[chosen.authority],
            max_selections=MOST,
        )
    return list(measures), list(areas)


def _row(chosen: Choices, name: str, areas: Sequence[str]) -> PanelRow:
    """Return a measure with a panel for each area, all on one scale."""
    panels = series_panels([series_in(chosen, name, area) for area in areas], MONTHS, WIDTH, HEIGHT)
    indicator = indicator_called(name)
    return PanelRow(indicator.title, indicator_address(name, chosen), wording.polarity(indicator), panels)


def usual() -> tuple[str, ...]:
    """Return the measures of the first audience, by which teams are known and with which a view begins."""
    return next(iter(all_audiences().values())).measures


def _kept(chosen: Choices) -> None:
    """Draw links to the views that the reader keeps; nothing where there are none."""
    views = kept_views(current_store(), chosen.reader, chosen.authority)
    if views:
        draw(
            "named_links",
            label="Your views",
            links=[(view.name, page_address("side_by_side", view.address)) for view in views],
        )


def _keep(chosen: Choices, measures: Sequence[str], areas: Sequence[str]) -> None:
    """Draw what keeps this view under a name, or drops one; what is refused is said and what was typed stays."""
    names = [view.name for view in kept_views(current_store(), chosen.reader, chosen.authority)]
    with st.popover("Keep this view"):
        with st.form("keep_view", border=False):
            name = st.text_input("Name", max_chars=LONGEST)
            if st.form_submit_button("Keep"):
                address = urlencode([*(("of", name) for name in measures), *(("area", area) for area in areas)])
                _do(lambda: keep_view(current_store(), chosen.reader, KeptView(chosen.authority, name, address)))
        if names:
            gone = st.selectbox("Drop a view", names, index=None, key="drop_view")
            if st.button("Drop", disabled=gone is None):
                _do(lambda: drop_view(current_store(), chosen.reader, chosen.authority, str(gone)))


def _do(act: Callable[[], object]) -> None:
    """Keep or drop a view and draw the page anew, or say why that cannot be."""
    try:
        act()
    except Mendable as why:
        st.error(wording.plain(str(why)))
        return
    st.rerun()
