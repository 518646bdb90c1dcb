"""The overview: the measures of an audience in one table, exceptions first, and how complete the month is."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.months import month_end_before
from indicators.engine.grouping import GROUPINGS, group_of
from indicators.figures.figure import AGGREGATES
from pages.kit.frame.audience import Audience
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.frame.standing import missing_extracts, needed_extracts, standing_loads
from pages.kit.indicator.aggregates import what_is_lost
from pages.kit.month.overview_rows import overview_rows
from pages.kit.rows.measure_rows import Headings, draw_finding, draw_freshness, draw_measure_rows
from pages.words import wording
from pages.words.exceptions import exceptions_first
from pages.words.in_brief import how_many_change

FOOT = (
    "Grey band: the limits within which chance keeps a figure. A strip reaches from the lowest authority of England to "
    "the highest. Its bar is the middle half of our statistical neighbours, its diamond their median. Others are as "
    "last published, ours is this month's."
)


def headline_rows(chosen: Choices, audience: Audience, by: str, spot: DeltaGenerator) -> list[str]:
    """Draw, in the spot, what an audience's measures do; then a row for each, the exceptions first.

    Where they are grouped, `by` one of GROUPINGS, that is so within each group.

    Returns:
        The measures by id, in the order of their rows.
    """
    all_series = exceptions_first(series_of(chosen, audience.measures))
    with spot:
        draw_finding(how_many_change(all_series))
    if by in GROUPINGS:
        all_series.sort(key=lambda series: list(GROUPINGS[by][1]).index(group_of(series.indicator, by)))
    rows, year = overview_rows(chosen, all_series, st.context.theme.type or "light", by)
    draw_measure_rows(_headings(chosen, audience, year), rows, FOOT)
    what_is_lost(all_series)
    return [series.indicator.id for series in all_series]


def _headings(chosen: Choices, audience: Audience, year: int | None) -> Headings:
    """Name the columns: the months that are compared, and the year of the others where it is one."""
    before = month_end_before(chosen.month)
    return Headings(
        caption=f"{audience.title}: measures of {wording.month(chosen.month)}, what needs attention first",
        figure=f"{chosen.month:%B}",
        since=f"since {before:%b}",
        year="in a year",
        beside=f" ({year})" if year else "",
    )


def how_fresh(chosen: Choices) -> None:
    """Say in one line when the month was last published and how many extracts are; which are not, unfolds."""
    standing, missing = standing_loads(chosen), missing_extracts(chosen)
    if not standing:
        return
    many, month = len(needed_extracts()), wording.month(chosen.month)
    last = wording.moment(max(load.published_at for load in standing.values()))
    unless = ", unless they were given already counted" if AGGREGATES in standing else ""
    told = (
        f"Not published for {month}: {wording.listed(missing)}. Figures that need them show a dash, not a "
        f"nought{unless}."
    )
    draw_freshness(f"Last published {last}, {many - len(missing)} of {many} extracts.", told if missing else "")
