"""Exceptions first: the measures that change by more than chance lead, the strongest of them at the top."""

from collections.abc import Sequence

import streamlit as st

from indicators.alerts import alert, strongest
from indicators.judgement import CANNOT_TELL
from pages.kit.attention import chance_alone, how_many, without_figure
from pages.kit.changing import judged
from pages.kit.series import Series


def exceptions_first(every: Sequence[Series]) -> list[Series]:
    """Return measures with those that are changing first, the strongest of them at the top; the rest stay in order."""
    told = [each for each in every if each.now.value is not None]
    found = strongest(each for series in told for each in alert(series.figures, judged(series)))
    leading = [each.indicator.id for each in found]
    of = {each.indicator.id: each for each in every}
    return [*(of[name] for name in leading), *(each for each in every if each.indicator.id not in leading)]


def what_needs_attention(every: Sequence[Series]) -> None:
    """Say how many measures need attention and how many improve, and how many would stand out by chance alone."""
    told = [each for each in every if each.now.value is not None]
    st.header("What needs attention", anchor=False)
    if told:
        alone = chance_alone(sum(judged(each).changing != CANNOT_TELL for each in told))
        st.markdown(f"**{how_many(told)}** {alone} {without_figure(len(every) - len(told))}")
