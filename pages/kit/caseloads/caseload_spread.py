"""Caseloads worker by worker: how many hold how many, by team and service, newly qualified apart; nobody is named."""

from collections.abc import Mapping
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from data.access import Reader
from data.codes import CASE_TYPE
from indicators.studies.caseloads import EVEN, FEWEST, LIMITS, Spread, caseloads, cases_of, spread, spreads
from pages.charts.alt_text import in_breath
from pages.charts.of_series.records_plate import records_plate
from pages.charts.paper.rows_and_grids import bars_on_paper
from pages.charts.points import Bar
from pages.kit.caseloads.spread_table import spread_table
from pages.kit.frame.address import read_entry, say_in_vain
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.kit.parts.download import offer_table
from pages.kit.parts.fold import folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.kit.parts.table import draw_table
from pages.words import wording

BAND = 4
LAST_BAND = 29
"""Bands of four cases each, so that 16 and 20 are the last of theirs; the last band is open."""
YEAR = 13
HEAVIEST = 5.0
"""The most that a case may weigh."""
NEWLY, OTHERS, EVERYONE = "Newly qualified", "Others", "All"
Weights = Mapping[str, float]


@st.cache_data(max_entries=50, show_spinner=False)
def kept(reader: Reader, authority: str, months: tuple[date, ...], revision: int) -> pd.DataFrame:  # noqa: ARG001
    """Return the caseloads of an authority's months; nobody changes them."""
    return caseloads(current_store(), reader, authority, months)


def held_now(chosen: Choices) -> pd.DataFrame:
    """Return the caseloads of the month chosen."""
    return kept(chosen.reader, chosen.authority, (chosen.month,), chosen.revision)


def choose_weights() -> dict[str, float]:
    """Draw the choice of how much a case of each type weighs; the address carries it."""
    with st.expander("Weigh cases by their type"):
        st.markdown("There is no national weighting: a case of any type counts as one unless you say otherwise here.")
        columns = st.columns(len(EVEN))
        for kind in EVEN:
            read_entry(f"weight_{kind}", _may_weigh)
        weights = {
            kind: column.number_input(
                CASE_TYPE.meanings[kind],
                0.0,
                HEAVIEST,
                weight,
                0.1,
                format="%.1f",
                key=f"weight_{kind}",
                bind="query-params",
            )
            for column, (kind, weight) in zip(columns, EVEN.items(), strict=True)
        }
    for kind, weight in weights.items():
        why = f"which is no weight from 0 to {HEAVIEST:g}"
        say_in_vain(f"weight_{kind}", CASE_TYPE.meanings[kind], f"{weight:.1f}", why)
    return weights


def _may_weigh(text: str) -> bool:
    """Tell whether a text is a weight that a case may have."""
    try:
        return 0 <= float(text) <= HEAVIEST
    except ValueError:
        return False


def how_they_are_spread(chosen: Choices, rows: pd.DataFrame, weights: Weights) -> None:
    """Draw how many social workers hold how many cases."""
    with st.container(border=True, key="spread"):
        st.header("How many hold how many", anchor="spread")
        if len(rows) < FEWEST:
            st.markdown(f"**{nothing_to_spread(chosen)}**")
            return
        from pages.charts import screen

        everyone = spread(EVERYONE, rows, weights)
        st.markdown(f"**{in_words(everyone, _noun(weights))}**")
        (unallocated,) = series_of(chosen, ["cases_without_a_social_worker"])
        if counted := wording.counts(unallocated.indicator, unallocated.now):
            st.markdown(f"{wording.plain(unallocated.indicator.title)}: {counted}.")
        bars = in_bands(rows, weights)
        finding = in_words(everyone, _noun(weights))
        alt = in_breath("Social workers by how many cases they hold.", wording.unformatted(finding))
        screen.draw_bars(bars, alt, "spread_bars")
        st.caption(
            "Social workers in post who hold at least one case, agency workers included. Cases are counted as held: "
            "someone who works half the week and holds 12 stands at 12."
        )
        statistic = f"Social workers who hold a case, {wording.day(chosen.month)}."
        plate = records_plate(origin_of(chosen), "How many hold how many cases", finding, statistic)
        name, chart = f"caseloads_{chosen.month:%Y-%m}_bars", partial(bars_on_paper, bars, "light")
        offer_chart(name, chart, plate, alt, lambda: [{"Cases": bar.group, "Held by": bar.label} for bar in bars])


def in_groups(chosen: Choices, held: pd.DataFrame, weights: Weights) -> None:
    """Draw the spread by service, by team, and newly qualified workers apart."""
    if len(held) < FEWEST:
        return
    named = held.assign(kind=[NEWLY if new else OTHERS for new in held["newly_qualified"]])
    for by, title in (("service", "Service"), ("team", "Team"), ("kind", "Newly qualified apart")):
        with st.container(border=True, key=f"spread_{by}"):
            st.header(f"By {title.lower()}" if by != "kind" else title, anchor=f"by_{by}")
            all_spreads = [*spreads(named, by, weights), spread(EVERYONE, held, weights)]
            rows = spread_table(all_spreads, title if by != "kind" else "Social workers")
            draw_table(rows, f"Caseloads by {title.lower()}")
            offer_table(f"caseloads_by_{by}_{chosen.month:%Y-%m}", rows)
    supervision = "Per session: cases for each one-to-one supervision session of the month."
    if not all(held["sessions"].notna().tolist()):
        month = wording.month(chosen.month)
        supervision = f"Supervision was not published for {month}, so cases for each supervision are not told."
    few = f"A group of fewer than {FEWEST} has no spread: it would tell one worker's caseload."
    st.caption(f"{few} A percentile may lie between two workers. {supervision}")


def over_a_year(chosen: Choices, weights: Weights) -> None:
    """Draw the spread month by month."""
    months = chosen.months[-YEAR:]
    rows = kept(chosen.reader, chosen.authority, months, chosen.revision)
    by_month = {day: part for day, part in rows.groupby(rows["month"].dt.date)}
    if len(by_month) < 2:
        return
    with st.container(border=True, key="spread_months"):
        st.header("Month by month", anchor="months")
        all_spreads = [
            spread(wording.month(month), by_month[month], weights) for month in reversed(months) if month in by_month
        ]
        rows = spread_table(all_spreads, "Month")
        ago, now = rows[-1], rows[0]
        st.markdown(
            f"Over 20 cases: {now['Over 20']} of {now['Workers']} workers in {now['Month']}, {ago['Over 20']} of "
            f"{ago['Workers']} in {ago['Month']}."
        )
        file = f"caseloads_by_month_{chosen.month:%Y-%m}"
        folded_table("by month", "spread_by_month", lambda: rows, "Caseloads by month, newest first", file)


def nothing_to_spread(chosen: Choices) -> str:
    """Say why there is no spread to show."""
    return (
        f"Fewer than {FEWEST} social workers with cases are known for {wording.month(chosen.month)}: social workers "
        "and case allocations are both needed."
    )


def in_words(group_spread: Spread, noun: str) -> str:
    """Say how cases are spread: half hold so many or more, one in ten so many, and how many hold more than 20."""
    over = group_spread.over[LIMITS.index(20)]
    share = wording.number(100 * over / group_spread.workers)
    return (
        f"{wording.counted(group_spread.workers, 'social workers')} hold {wording.number(group_spread.cases)} {noun}. "
        f"The one in the middle holds {wording.plainest(group_spread.median or 0)}, "
        f"and one in ten holds {wording.plainest(group_spread.ninetieth or 0)} or more; "
        f"{wording.number(over)} ({share}%) hold more than 20."
    )


def in_bands(rows: pd.DataFrame, weights: Weights) -> tuple[Bar, ...]:
    """Return the bars: for each band of cases how many workers hold so many, and how many are newly qualified."""
    cases, new, bars = cases_of(rows, weights), rows["newly_qualified"].to_numpy(dtype=bool), []
    for low in range(1, LAST_BAND + 1, BAND):
        inside = (cases > low - 1) & ((cases <= low + BAND - 1) | (low == LAST_BAND))
        workers, newly = (mask.tolist().count(True) for mask in (inside, inside & new))
        name = f"{low} or more" if low == LAST_BAND else f"{low} to {low + BAND - 1}"
        label = wording.counted(workers, "social workers") + (f", {newly} newly qualified" if newly else "")
        bars.append(Bar(f"{name} cases", float(workers), label))
    return tuple(bars)


def _noun(weights: Weights) -> str:
    """Return what is counted."""
    return "cases" if dict(weights) == EVEN else "cases as weighed"
