"""What needs attention, said first: which headlines change by more than chance, the strongest first."""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.alerts import alert, by_chance, strongest
from indicators.judgement import CANNOT_TELL, CHANCE, CONCERN, IMPROVEMENT, NEUTRAL
from pages.kit import contents, words
from pages.kit.changing import changing, judged
from pages.kit.series import Series

COUNTED = {
    CONCERN: ("needs attention", "need attention"),
    IMPROVEMENT: ("is improving", "are improving"),
    NEUTRAL: ("is changing, neither for better nor for worse", "are changing, neither for better nor for worse"),
    CHANCE: ("moves no more than by chance", "move no more than by chance"),
    CANNOT_TELL: ("cannot be told yet", "cannot be told yet"),
}


def exceptions(services: Mapping[str, Sequence[Series]]) -> None:
    """Say how many headlines need attention and how many improve, then which, each with a link to its service."""
    every = {series.indicator.id: (page, series) for page, listed in services.items() for series in listed}
    told = [series for _, series in every.values() if series.now.value is not None]
    if not told:
        return
    found = strongest(each for series in told for each in alert(series.indicator, series.figures, judged(series)))
    with st.container(border=True, key="exceptions", gap="xsmall"):
        st.header("What needs attention", anchor=False)
        st.markdown(f"**{how_many(told)}**")
        for each in found:
            page, series = every[each.indicator.id]
            now = f"**{words.plain(each.indicator.title)}**: {words.value(each.figure.unit, each.figure.value)}"
            with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
                st.markdown(f"{now}  \n:small[{changing(series)}]", width="stretch")
                contents.link(page, contents.title_of(page))
        alone = chance_alone(sum(judged(series).changing != CANNOT_TELL for series in told))
        st.caption(f"{alone} {without_figure(len(every) - len(told))}".strip())


def how_many(told: Sequence[Series]) -> str:
    """Count the headlines by what they do: 4 need attention, 2 are improving, 6 move no more than by chance."""
    counted = Counter(judged(series).changing for series in told)
    said = [f"{counted[each]} {COUNTED[each][counted[each] != 1]}" for each in COUNTED if counted[each]]
    none = [] if counted[CONCERN] else ["none needs attention"]
    return f"Of {words.counted(len(told), 'headline figures')}, {words.listed([*none, *said])}."


def without_figure(many: int) -> str:
    """Say how many headlines have no figure this month, so that nobody takes them for steady ones."""
    has = "has" if many == 1 else "have"
    return f"{words.counted(many, 'further headlines')} {has} no figure this month." if many else ""


def chance_alone(many: int) -> str:
    """Say how many of so many figures would stand out if nothing had changed."""
    expected = by_chance(many)
    told = "fewer than one" if not expected else f"about {expected}"
    return f"If nothing at all had changed, {told} of the {many} that can be judged would stand out by chance."
