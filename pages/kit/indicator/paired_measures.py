"""What is to be read beside a figure, since by itself it misleads: stock beside flow, timeliness beside quality."""

from collections.abc import Collection, Mapping

import streamlit as st

from indicators.engine.catalogue import SERVICES, read_beside
from indicators.engine.declaration import Indicator
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.series import Series
from pages.words.trend_judgement import is_it_changing


def read_beside_it(indicator: Indicator, all_series: Mapping[str, Series], in_full: Collection[str]) -> None:
    """Draw what an indicator is to be read beside, where there is anything; `in_full` are the sections of the page."""
    companions = [all_series[companion.id] for companion in read_beside(indicator.id)]
    if companions:
        st.markdown("**Read beside it**, since neither tells all by itself")
        draw_table(
            [row(companion, indicator.service, in_full) for companion in companions], f"Read beside {indicator.title}"
        )


def row(series: Series, service: str, in_full: Collection[str]) -> dict[str, str]:
    """Return a companion as a row of words: linked to its section, if there is one; another service is named."""
    indicator, figure = series.indicator, series.now
    title = wording.plain(indicator.title)
    label = f"[{title}](#{indicator.id})" if indicator.id in in_full else title
    elsewhere = "" if indicator.service == service else f" ({SERVICES[indicator.service]})"
    return {
        "Indicator": f"{label}{elsewhere}",
        wording.month(figure.month): wording.unbroken(wording.value(figure.unit, figure.value)),
        "Made of": wording.counts(indicator, figure) or wording.plain(figure.reason),
        "Is it changing?": wording.plain(is_it_changing(series)),
    }
