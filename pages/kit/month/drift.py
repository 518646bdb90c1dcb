"""Time on a plan: how many will pass 15 and 24 months, how long plans last by when they began, what they end with."""

from datetime import date
from functools import partial

import streamlit as st

from data.access import Reader
from indicators.studies.drift import FEWEST, cohorts, endings
from indicators.studies.expected_to_pass import DRAWS, expected_to_pass
from indicators.studies.plan_cohort import follow
from pages.charts.alt_text import in_breath
from pages.charts.of_series.records_plate import records_plate
from pages.charts.paper.plotted_kinds import curves_on_paper
from pages.charts.points import Curve
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer_table
from pages.kit.parts.fold import folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.drift import (
    Drift,
    ahead_in_words,
    ahead_table,
    begun_in_words,
    begun_table,
    ended_points,
    ending_in_words,
    ending_table,
    points,
    year,
)

MOST_CURVES = 4
METHOD = """
* **Every plan is followed through all the months published.** A month's file holds the plans of its last 12 months; one
  that ended earlier is known from the last file that held it. No plan open since {since} is missing. Plans of another
  authority are left out.
* **Curves** (Kaplan–Meier) count only plans begun since then, so that short plans are not lost, and use plans still
  open for as long as they have run. A curve ends where fewer than {fewest} plans are still watched. Brackets hold the
  share 19 times in 20, were each plan a family of its own; with brothers and sisters it is a little less certain.
* **Endings** compete (Aalen–Johansen): a plan that ends one way can no longer end another way. A child looked after
  within a month of the end counts as that, and else one who turned 18; then one with a child in need plan, where those
  are published.
* **What lies ahead**: each open plan's chance of lasting is what became of plans of its age in the last 12 months
  (Nelson–Aalen); the chances are added up. Older plans enter at the age they had when the 12 months began. The interval
  holds the number nine times in ten. It allows for chance in what will happen, brothers and sisters together, and in
  what those 12 months showed: families are drawn anew {draws} times. Where the family is not given, plans made on one
  day in one team are taken for one family's.
"""


@st.cache_data(max_entries=50, show_spinner="Following every plan from its start to its end…")
def kept(reader: Reader, authority: str, month: date, revision: int) -> Drift:  # noqa: ARG001 - part of the key
    """Return all that the page shows of an authority's month."""
    followed = follow(current_store(), reader, authority, month)
    if followed is None:
        return Drift(month)
    still_open, all_endings = endings(followed)
    open_now = followed.plans["end_date"].isna().tolist().count(True)
    passing, begun = expected_to_pass(followed), cohorts(followed)[:MOST_CURVES]
    return Drift(month, followed.since, open_now, tuple(passing), tuple(begun), tuple(still_open), tuple(all_endings))


def what_lies_ahead(drift: Drift) -> None:
    """Draw how many open plans are expected to pass 15 and 24 months in the next two quarters."""
    with st.container(border=True, key="ahead"):
        st.header("What lies ahead", anchor="ahead")
        st.markdown(f"**{ahead_in_words(drift)}**")
        if drift.passing:
            draw_table(ahead_table(drift.passing), "Open plans expected to pass 15 and 24 months")
            offer_table(f"plans_ahead_{drift.month:%Y-%m}", ahead_table(drift.passing))
            st.caption(
                "It says what will happen if plans go on ending as they did in the last 12 months. New practice can "
                "prove it wrong: that is what it is for."
            )


def by_beginning(chosen: Choices, drift: Drift) -> None:
    """Draw the share of plans still open after each month, a curve for each year in which they began."""
    if not drift.cohorts:
        return
    from pages.charts import screen

    with st.container(border=True, key="begun"):
        st.header("How long plans last, by when they began", anchor="begun")
        st.markdown(f"**{begun_in_words(drift.cohorts)}**")
        st.caption("The share of the plans begun in each year that were still open so many months later.")
        curves = tuple(Curve(f"Begun {year(cohort)}", points(cohort.shares)) for cohort in drift.cohorts)
        finding = begun_in_words(drift.cohorts)
        alt = in_breath("Curves of the share of plans that are still open.", finding)
        screen.draw_curves(curves, alt, "begun_curves")
        title, file = "Share of plans still open, by when they began", f"plans_still_open_{drift.month:%Y-%m}"
        folded_table("share still open", "begun", lambda: begun_table(drift.cohorts), title, file)
        plate = records_plate(
            origin_of(chosen), title, finding, f"Child protection plans up to {wording.day(drift.month)}."
        )
        chart = partial(curves_on_paper, curves, "light")
        offer_chart(f"{file}_curves", chart, plate, alt, lambda: begun_table(drift.cohorts))


def what_plans_end_with(chosen: Choices, drift: Drift) -> None:
    """Draw the share of plans that have ended in each way after each month."""
    if not drift.endings:
        return
    from pages.charts import screen

    with st.container(border=True, key="endings"):
        st.header("What plans end with", anchor="endings")
        st.markdown(f"**{ending_in_words(drift)}**")
        st.caption(f"Of the plans begun since {wording.day(drift.since or drift.month)}, the share that had ended so.")
        curves = tuple(Curve(ending.name, ended_points(ending.shares)) for ending in drift.endings[:MOST_CURVES])
        finding = ending_in_words(drift)
        alt = in_breath("Curves of the share of plans ended in each way.", finding)
        screen.draw_curves(curves, alt, "ending_curves")
        title, file = "Share of plans ended in each way", f"plans_ended_{drift.month:%Y-%m}"
        folded_table("share ended", "endings", lambda: ending_table(drift), title, file)
        statistic = f"Child protection plans begun since {wording.day(drift.since or drift.month)}."
        plate, chart = (
            records_plate(origin_of(chosen), title, finding, statistic),
            partial(curves_on_paper, curves, "light"),
        )
        offer_chart(f"{file}_curves", chart, plate, alt, lambda: ending_table(drift))


def how_it_is_worked_out(drift: Drift) -> None:
    """Say where the figures come from and what they cannot tell."""
    if drift.since is None:
        return
    since = wording.day(drift.since)
    with st.expander("How this is worked out"):
        st.markdown(METHOD.format(since=since, fewest=FEWEST, draws=DRAWS))
