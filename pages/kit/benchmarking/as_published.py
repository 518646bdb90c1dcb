"""Any authority of England as DfE published it, beside its neighbours and England: before anything is uploaded, too."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

import streamlit as st

from data.access import Reader
from data.ledger.history import revision
from data.published.areas import names_seen_by
from data.published.dfe_publication import Measure
from data.published.published_figures import edition_for
from data.settings import settings
from indicators.comparison.comparators import comparator_named, nearest
from indicators.comparison.comparison import Comparison, compare
from indicators.comparison.latest_published import LatestPublished
from indicators.comparison.published_figure import measure_of
from indicators.engine.catalogue import SERVICES, all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from pages.kit.benchmarking.comparison import where_we_stand
from pages.kit.benchmarking.funnel import funnel
from pages.kit.benchmarking.published_years import over_years
from pages.kit.frame.address import choice
from pages.kit.frame.banner import nothing_published
from pages.kit.frame.choices import chosen_if_any
from pages.kit.frame.latest_published import latest_kept
from pages.kit.frame.session import current_store, reading
from pages.kit.rows.count_table import CountRow, draw_count_table
from pages.words import wording
from pages.words.as_published import in_a_sentence, sign
from pages.words.figure_range import shown


def before_the_first_month() -> None:
    """Draw, in a house that holds no month yet, what to do and what is published already; and nothing below it."""
    if chosen_if_any() is not None:
        return
    nothing_published()
    st.header("Until then: what is published", anchor="published")
    as_published(settings().authority)
    st.stop()


def as_published(first: str | None) -> None:
    """Draw the choice of an authority, `first` unless one is chosen; its measures, and one in full."""
    reader = reading()
    names = names_seen_by(reader)
    codes = [*([first] if first in names else []), *(code for code in names if code != first)]
    code = choice(st.selectbox, "Authority of England", codes, "of", names.__getitem__)
    edition = revision(current_store(), reader)
    whom = nearest(current_store(), code)
    years = latest_years(reader, code, edition, whom)
    if not years:
        st.info(f"DfE published no figure of {wording.plain(names[code])} that is held here.")
        return
    of_england = latest_kept(reader, code, edition, tuple(years))
    compared = [of[-1] for name, of in years.items() if name in of_england]
    st.markdown(f"**{wording.plain(in_a_sentence(compared, names[code], whom))}**")
    draw_measures(years, of_england, names[code], whom)
    in_full(years, names[code])


def published_indicators() -> list[tuple[Indicator, Measure]]:
    """Return one indicator for each published measure, in the order of services."""
    of_measure: dict[str, tuple[Indicator, Measure]] = {}
    for indicator in all_indicators().values():
        if measure := measure_of(indicator):
            of_measure.setdefault(measure.name, (indicator, measure))
    return sorted(of_measure.values(), key=lambda pair: list(SERVICES).index(pair[0].service))


@st.cache_resource(max_entries=50, show_spinner="Reading what DfE published…")
def latest_years(
    reader: Reader,
    authority: str,
    revision: int,  # noqa: ARG001 - part of the key
    beside: str,
) -> Mapping[str, tuple[Comparison, ...]]:
    """Return every published measure that is held, by indicator: beside others, a comparison for each year.

    Each holds the figures of every authority, so it is the same for every run, and nobody can write to it.
    """
    store = current_store()
    others = comparator_named(store, beside, authority)
    return MappingProxyType(
        {
            indicator.id: tuple(compare(store, reader, indicator, authority, others))
            for indicator, measure in published_indicators()
            if edition_for(store, measure.name, authority)
        }
    )


def draw_measures(
    years: Mapping[str, Sequence[Comparison]], england: dict[str, LatestPublished], place: str, whom: str
) -> None:
    """Draw a row for each measure, service by service: its years, where the latest stands, neighbours and England."""
    rows = []
    for service, names in groupby(years, key=lambda name: indicator_called(name).service):
        rows += [CountRow(SERVICES[service]), *(row(years[name], england.get(name), whom) for name in names)]
    beside = "Beside neighbours" if whom == "neighbours" else "Beside England"
    headings = ("Measure", "Day", "Two years before", "Year before", place, beside, "Neighbours", "England")
    draw_count_table(f"{place} as published, beside others", headings, rows)


def row(years: Sequence[Comparison], england: LatestPublished | None, whom: str) -> CountRow:
    """Return a measure as a row: its latest day, three years of it, where it stands, neighbours and England.

    A number grows with the authority and is set beside nobody.
    """
    latest, earlier = years[-1], [*[None] * 2, *years[:-1]][-2:]
    figures = [shown(year.measure, year.own.span) if year else wording.NONE for year in (*earlier, latest)]
    whole = shown(england.measure, england.england.span) if england else wording.NONE
    near = shown(latest.measure, latest.average.span) if england and whom == "neighbours" else wording.NONE
    cells = (wording.day(latest.as_at), *figures, sign(latest) if england else wording.NONE, near, whole)
    return CountRow(indicator_called(latest.asked.indicator).title, cells)


def in_full(years: Mapping[str, Sequence[Comparison]], place: str) -> None:
    """Draw one measure in full: its funnel, where it stands among others, and its years."""
    st.header("One measure in full", anchor="in_full")
    titles = {name: indicator_called(name).title for name in years}
    name = choice(st.selectbox, "Measure", list(titles), "indicator", titles.__getitem__)
    latest = years[name][-1]
    left, right = st.columns(2)
    with left.container(border=True):
        st.subheader("More than chance?", anchor=False)
        funnel(latest, place)
    with right.container(border=True):
        st.subheader("Year by year", anchor=False)
        over_years(place, years[name])
    with st.container(border=True):
        st.subheader("Beside others", anchor=False)
        where_we_stand(latest, place)
