"""A figure by group: bars with figure and counts side by side, for the month chosen, and the same as a table."""

from collections.abc import Sequence

import streamlit as st

from indicators.breakdown import NOT_KNOWN
from indicators.declaration import Indicator
from indicators.figure import AGGREGATES, Figure
from pages.kit import words
from pages.kit.cache import groups_kept
from pages.kit.choices import Choices
from pages.kit.series import Series
from pages.kit.table import draw_table

BY = {"team": "Team", "sex": "Sex", "age_band": "Age", "ethnicity": "Ethnic group", "disability": "Disability"}
AGES = ("Unborn", "Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17", "18 and over")
FEW = 10
"""Below so many in a group, one child more or less moves a percentage by more than ten points."""
RECOGNISABLE = 5
"""A count up to this one may let a child be recognised."""


def choose_grouping() -> str:
    """Draw the choice of what figures are broken down by; the address carries it."""
    return st.selectbox("Break down by", list(BY), format_func=BY.__getitem__, key="by", bind="query-params")


def grouped(chosen: Choices, series: Series, by: str) -> None:
    """Draw an indicator's groups for the month chosen, or say why there are none."""
    indicator = series.indicator
    if reason := no_groups(indicator, by):
        st.markdown(reason)
        return
    kept = groups_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id, by)
    groups = sorted(kept, key=lambda group: _place(group.group))
    if not any(group.value is not None for group in groups):
        st.markdown(why_none(series.now, by))
        return
    from pages.kit import charts

    charts.draw_bars(bars(groups), alternative(indicator, groups, by), f"groups_{indicator.id}")
    for warning in warnings(indicator, groups):
        st.caption(warning)
    with st.expander(f"View as table: by {BY[by].lower()}"):
        draw_table(table(indicator, groups, by), f"{indicator.title} by {BY[by].lower()}")


def no_groups(indicator: Indicator, by: str) -> str:
    """Say why an indicator cannot be broken down so, or nothing where it can."""
    if indicator.unit == "rate":
        return (
            "No population is held by group, so there is no rate by group. The number by group stands elsewhere here."
        )
    if by == "team" and "team" not in indicator.columns:
        return "What is counted here belongs to no team."
    if by != "team" and "child_id" not in indicator.columns:
        return f"This counts {indicator.argument.subjects}, so it can be broken down by team only."
    return ""


def why_none(figure: Figure, by: str) -> str:
    """Say why there are no groups of a figure: there is no figure, or it was given without them."""
    if figure.reason:
        return words.plain(figure.reason)
    if figure.counted_from == AGGREGATES:
        return f"This figure was given already counted, and not by {BY[by].lower()}."
    return f"Nothing was counted in {words.month(figure.month)}."


def bars(groups: Sequence[Figure]) -> tuple[tuple[str, float | None, str], ...]:
    """Return what the bars are drawn from: for each group its name, its value and its label."""
    return tuple((group.group, group.value, label(group)) for group in groups)


def label(group: Figure) -> str:
    """Write a group's figure with its counts: 12.5% (1 of 8)."""
    if group.value is None:
        return f"{words.NONE} nothing counted"
    halves = words.halves(group)
    return words.value(group.unit, group.value) + (f" ({halves})" if halves else "")


def table(indicator: Indicator, groups: Sequence[Figure], by: str) -> list[dict[str, str]]:
    """Return the same groups as rows of words."""
    return [
        {
            BY[by]: words.plain(group.group),
            "Figure": words.value(group.unit, group.value),
            "Made of": words.counts(indicator, group) or words.plain(group.reason),
            "Not yet due": words.plainest(group.not_yet_due),
        }
        for group in groups
    ]


def alternative(indicator: Indicator, groups: Sequence[Figure], by: str) -> str:
    """Say what the bars show, for whoever does not see them."""
    said = "; ".join(f"{group.group} {label(group)}" for group in groups)
    return f"Bar chart of {indicator.title} by {BY[by].lower()}, {words.month(groups[0].month)}: {said}."


def warnings(indicator: Indicator, groups: Sequence[Figure]) -> list[str]:
    """Say what small groups do: they move by chance, and they may let a child be recognised."""
    said = []
    known = [group for group in groups if group.value is not None]
    if indicator.unit == "percent" and any((group.denominator or 0) < FEW for group in known):
        said.append(f"Groups of fewer than {FEW} move by more than 10 points with one child: read their counts.")
    children = "child_id" in indicator.columns
    if children and any(0 < (group.numerator or 0) <= RECOGNISABLE for group in known):
        said.append(f"Counts of 1 to {RECOGNISABLE} may let a child be recognised: not for passing on.")
    return said


def _place(name: str) -> tuple[int, str]:
    """Return where a group stands: ages by age, all else by name, what is not known last."""
    if name == NOT_KNOWN:
        return len(AGES) + 1, name
    return (AGES.index(name) if name in AGES else len(AGES)), name
