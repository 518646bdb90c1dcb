"""A figure by group: marks on bars with figure and counts, for the month chosen, and the same as a table and files."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import NOT_KNOWN, OF_A_TEAM
from indicators.figures.differential import FEW, POOLED, Against, against_the_rest, has_rates, is_few, pooled
from indicators.figures.disclosure import WHAT_IS_SMALL, is_small
from indicators.figures.figure import AGGREGATES, Figure
from pages.charts.of_series.group_intervals import group_intervals
from pages.charts.of_series.groups_plate import groups_plate
from pages.charts.paper.interval_bars import interval_bars, interval_picture
from pages.kit.frame.address import choice
from pages.kit.frame.cache import groups_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.parts.picture_download import offer_table_and_chart
from pages.kit.rows.template import draw
from pages.words import wording
from pages.words.differential import reach
from pages.words.series import Series

BY = {
    "team": "Team",
    "service": "Service",
    "sex": "Sex",
    "age_band": "Age",
    "ethnicity": "Ethnic group",
    "disability": "Disability",
}
AGES = ("Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over")

WIDTH, ON_PAPER = 460, 640
"""Pixels of the picture of groups, on a page and taken away."""


@dataclass(frozen=True)
class Ways:
    """Hold by what a box may break figures down, the first of them unless another is chosen, and its name."""

    key: str
    ways: tuple[str, ...]


EVERY_WAY = Ways("by", tuple(BY))
CHILDREN_BY = Ways("children_by", ("ethnicity", "sex", "age_band", "disability"))


@st.fragment
def groups_box(chosen: Choices, series: Series, ways: Ways) -> None:
    """Draw the choice of what a figure is broken down by, which the address carries, its groups, and who lies apart."""
    head = st.container(horizontal=True, vertical_alignment="center", gap="small")
    with head:
        by = choice(st.selectbox, "Broken down by", ways.ways, ways.key, BY.__getitem__, label_visibility="collapsed")
    found = groups_of(chosen, [series.indicator.id], by).get(series.indicator.id, [])
    grouped(chosen, series, found, by, head)


def groups_of(chosen: Choices, indicators: Sequence[str], by: str) -> dict[str, list[Figure]]:
    """Return the groups of each indicator that has any for the month chosen, asked for together."""
    names = tuple(name for name in indicators if not no_groups(indicator_called(name), by))
    by_indicator: dict[str, list[Figure]] = {name: [] for name in names}
    for figure in groups_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, names, by):
        by_indicator[figure.indicator].append(figure)
    return by_indicator


def grouped(chosen: Choices, series: Series, kept: Sequence[Figure], by: str, head: DeltaGenerator) -> None:
    """Draw an indicator's groups and whether any lies apart from the rest, or say why there are none.

    The same as a table, and both as files, are offered in its head.
    """
    indicator = series.indicator
    if reason := no_groups(indicator, by):
        st.markdown(reason)
        return
    groups = sorted(pooled(indicator, kept), key=lambda group: _place(group.group))
    if not any(group.value is not None for group in groups):
        st.markdown(why_none(series.now, by))
        return
    on, drawn = st.context.theme.type or "light", group_intervals(series, groups, BY[by])
    draw("picture", picture=interval_picture(drawn, WIDTH, on))
    compared = against_the_rest(groups) if has_rates(indicator) else []
    if sentences := [*beside(compared), *warnings(indicator, groups)]:
        st.caption("  \n".join(sentences))
    title, name = f"{indicator.title} by {BY[by].lower()}", f"{indicator.id}_{chosen.month:%Y-%m}_{by}"
    with head:
        offer_table_and_chart(
            name,
            "Table, files",
            lambda: table(indicator, groups, by, compared),
            title,
            lambda: interval_bars(drawn, ON_PAPER),
            lambda: groups_plate(series, origin_of(chosen, series.now), groups, title, " ".join(beside(compared))),
            drawn.alt,
        )


def beside(compared: Sequence[Against]) -> list[str]:
    """Say of each group that lies apart from the rest how far; one sentence where none does."""
    apart = [comparison for comparison in compared if comparison.apart]
    sentences = [f"**{wording.plain(comparison.group.group)}**: {times(comparison)}." for comparison in apart]
    return sentences or (["No group lies further from the rest than chance alone may put it."] if compared else [])


def times(against: Against) -> str:
    """Say how many times the rest's share a group's is, and whether that may be chance."""
    return f"{reach(against)} times the rest" + ("" if against.apart else ", which may be chance")


def no_groups(indicator: Indicator, by: str) -> str:
    """Say why an indicator cannot be broken down so, or nothing where it can."""
    if indicator.unit == "rate":
        return (
            "No population is held by group, so there is no rate by group. The number by group stands elsewhere here."
        )
    if by in OF_A_TEAM and "team" not in indicator.columns:
        return "What is counted here belongs to no team."
    if by not in OF_A_TEAM and "child_id" not in indicator.columns:
        return f"This counts {indicator.argument.subjects}, so it can be broken down by team and service only."
    return ""


def why_none(figure: Figure, by: str) -> str:
    """Say why there are no groups of a figure: there is no figure, or it was given without them."""
    if figure.reason:
        return wording.plain(figure.reason)
    if figure.counted_from == AGGREGATES:
        return f"This figure was given already counted, and not by {BY[by].lower()}."
    return f"Nothing was counted in {wording.month(figure.month)}."


def table(
    indicator: Indicator, groups: Sequence[Figure], by: str, compared: Sequence[Against] = ()
) -> list[dict[str, str]]:
    """Return the same groups as rows of words, each beside the rest where they were compared."""
    ratios = {comparison.group.group: times(comparison) for comparison in compared}
    return [
        {
            BY[by]: wording.plain(group.group),
            "Figure": wording.figure_shown(group),
            "Made of": wording.counts(indicator, group) or wording.plain(group.reason),
            "Not yet due": wording.waiting(group.not_yet_due),
            **({"Beside the rest": ratios.get(group.group, wording.NONE)} if compared else {}),
        }
        for group in groups
    ]


def warnings(indicator: Indicator, groups: Sequence[Figure]) -> list[str]:
    """Say what small groups do: they are put together, move by chance, and may let a child be recognised."""
    sentences = []
    measured = [group for group in groups if group.value is not None]
    if any(group.group.startswith(POOLED) for group in measured):
        sentences.append(f"Groups of fewer than {FEW} are put together, since so few tell little.")
    if indicator.unit == "percent" and any(is_few(group) for group in measured):
        sentences.append(f"Groups of fewer than {FEW} move by more than 10 points with one child: read their counts.")
    if "child_id" in indicator.columns and any(is_small(group) for group in measured):
        sentences.append(f"Not for passing on, since a child may be recognised: {WHAT_IS_SMALL}.")
    return sentences


def _place(name: str) -> tuple[int, str]:
    """Return where a group stands: ages by age, all else by name, what is not known last."""
    if name == NOT_KNOWN:
        return len(AGES) + 1, name
    return (AGES.index(name) if name in AGES else len(AGES)), name
