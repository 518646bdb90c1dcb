"""What needs attention, said first: which headlines change by more than chance, the strongest first."""

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators.alerts import alert, strongest
from indicators.judgement import CANNOT_TELL
from pages.kit import contents, words
from pages.kit.attention import chance_alone, how_many, without_figure
from pages.kit.changing import changing, judged
from pages.kit.series import Series


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
