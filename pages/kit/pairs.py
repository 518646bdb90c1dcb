"""What is to be read beside a figure, since by itself it misleads: stock beside flow, timeliness beside quality."""

from collections.abc import Collection, Mapping

import streamlit as st

from indicators.engine.catalogue import SERVICES, read_beside
from indicators.engine.declaration import Indicator
from pages.kit import words
from pages.kit.changing import is_it_changing
from pages.kit.series import Series
from pages.kit.table import draw_table


def read_beside_it(indicator: Indicator, every: Mapping[str, Series], in_full: Collection[str]) -> None:
    """Draw what an indicator is to be read beside, where there is anything; `in_full` are the sections of the page."""
    companions = [every[each.id] for each in read_beside(indicator.id)]
    if companions:
        st.markdown("**Read beside it**, since neither tells all by itself")
        draw_table([row(each, indicator.service, in_full) for each in companions], f"Read beside {indicator.title}")


def row(series: Series, service: str, in_full: Collection[str]) -> dict[str, str]:
    """Return a companion as a row of words: linked to its section, if there is one; another service is named."""
    indicator, now = series.indicator, series.now
    title = words.plain(indicator.title)
    named = f"[{title}](#{indicator.id})" if indicator.id in in_full else title
    elsewhere = "" if indicator.service == service else f" ({SERVICES[indicator.service]})"
    return {
        "Indicator": f"{named}{elsewhere}",
        words.month(now.month): words.unbroken(words.value(now.unit, now.value)),
        "Made of": words.counts(indicator, now) or words.plain(now.reason),
        "Is it changing?": words.plain(is_it_changing(series)),
    }
