"""The funnel of the region's authorities: whether one differs from the others by more than chance."""

import streamlit as st

from indicators.comparison.funnel import FEWEST, Funnel, beyond_limits, in_a_sentence, judged, own_point
from indicators.comparison.region import RegionMonth
from pages.charts.alt_text import in_breath
from pages.kit.benchmarking.funnel import ENDINGS, axes, dots, limits, table, where_ours_lies
from pages.kit.frame.choices import Choices
from pages.kit.parts.fold import folded_table
from pages.words import wording


def region_funnel(chosen: Choices, month: RegionMonth) -> None:
    """Draw the funnel of a month around the region's figure, or say why there is none."""
    from pages.charts import screen

    plot = month.funnel()
    if plot is None:
        st.markdown(why_none(month))
        return
    own = own_point(plot.points, chosen.authority)
    if own is not None:
        sentence = f"{chosen.place}: {in_a_sentence(plot, own.numerator, own.denominator)}."
        st.markdown(f"**{wording.plain(sentence)}**  \n{judged(plot, own.numerator, own.denominator)}")
    st.markdown(wording.plain(who_lies_beyond(plot)))
    ending = ENDINGS.get(month.measure.unit, "")
    drawn_for = f"Funnel of {month.measure.title} for {len(plot.points)} authorities of the region."
    alt = in_breath(drawn_for, where_ours_lies(plot, own))
    screen.draw_funnel(dots(plot, own), limits(plot, own), axes(month.measure), "Beside", ending, alt, "region_funnel")
    untold = f" Hidden, and not drawn: {len(month.hidden)}." if month.hidden else ""
    st.caption(
        f"{len(plot.points)} of {len(month.members)} authorities at {wording.day(month.month)}, around all that are "
        f"drawn taken together.{untold} Limits allow for chance, and for the usual difference where authorities differ "
        "by more."
    )
    title, file = (
        f"{month.measure.title}: limits by authority",
        f"region_{month.indicator.id}_{month.month:%Y-%m}_funnel",
    )
    folded_table("limits by authority", "region_funnel_limits", lambda: table(plot, own), title, file)


def who_lies_beyond(plot: Funnel) -> str:
    """Name the authorities that lie above and below the 99.8% limits, of which it is worth asking why."""
    sides = zip(("Above", "Below"), beyond_limits(plot), strict=True)
    told = [f"{side} the 99.8% limits: {wording.listed(names)}." for side, names in sides if names]
    return " ".join(told) or "No authority lies beyond the 99.8% limits."


def why_none(month: RegionMonth) -> str:
    """Say why there is no funnel."""
    if month.measure.unit == "count":
        return "A number by itself has no limits: look at its rate, or at its share."
    if len(month.with_figure) < FEWEST:
        return (
            f"There is no funnel: it needs {FEWEST} authorities with a figure, and {len(month.with_figure)} have one."
        )
    return "There is no funnel: of an average of days or weeks the two halves do not tell how it falls by chance."
