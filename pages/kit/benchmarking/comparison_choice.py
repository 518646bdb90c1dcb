"""What is compared with whom: the choices, bound to the address, and the comparison, kept by them."""

from dataclasses import dataclass

import streamlit as st

from data.access import Reader
from data.invention.place import AUTHORITY, BESIDE
from data.published.areas import authorities
from data.published.authority_groups import groups
from data.published.dfe_publication import publication_of
from data.published.neighbours import lists_held
from data.published.published_figures import edition_for, editions_with
from indicators.comparison.averages import NAMED
from indicators.comparison.comparators import COMPARATORS, comparator_named, usual_for
from indicators.comparison.comparison import Comparison, averages_of, compare
from indicators.comparison.published_figure import measure_of
from indicators.engine.catalogue import all_indicators, indicator_called
from pages.kit.benchmarking.own_group import choose_group, just_kept
from pages.kit.frame.address import choice
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store

FIRST = "average_caseload"


@dataclass(frozen=True)
class Beside:
    """Hold whom to compare with, by which average, and in which release; None stands for the usual one."""

    name: str
    version: str | None
    group: tuple[str, ...]
    called: str
    average: str | None
    release: int | None = None


@st.cache_data(max_entries=200, show_spinner=False)
def comparisons(
    reader: Reader,
    authority: str,
    revision: int,  # noqa: ARG001 - part of the key
    indicator: str,
    beside: Beside,
) -> list[Comparison]:
    """Return an indicator beside others, a comparison for each year published, the oldest first."""
    whom = comparator_named(current_store(), beside.name, authority, beside.version, beside.group, beside.called)
    return compare(
        current_store(), reader, indicator_called(indicator), authority, whom, beside.average, beside.release
    )


def compared(chosen: Choices, indicator: str, beside: Beside) -> list[Comparison]:
    """Return an indicator of the authority chosen beside others."""
    return comparisons(chosen.reader, chosen.authority, chosen.revision, indicator, beside)


def usually_beside(chosen: Choices, indicator: str) -> dict[str, list[Comparison]]:
    """Return an indicator beside whoever the authority is usually set beside, by the name of the comparator."""
    return {name: compared(chosen, indicator, Beside(name, None, (), "", None)) for name in usual_for(chosen.authority)}


def lent_neighbours(chosen: Choices) -> None:
    """Say that an invented place is shown beside another's neighbours."""
    if chosen.authority == AUTHORITY:
        brent = authorities()[BESIDE]["name"]
        st.caption(
            f"An invented place has no neighbours: {chosen.place} is shown in {brent}'s region, beside its neighbours."
        )


def choose_indicator() -> str:
    """Draw the choice of an indicator of which a figure is published."""
    titles = {indicator.id: indicator.title for indicator in all_indicators().values() if measure_of(indicator)}
    names = [FIRST, *(name for name in titles if name != FIRST)]
    return choice(st.selectbox, "Indicator", names, "indicator", titles.__getitem__)


def choose_beside(chosen: Choices, indicator: str) -> Beside:
    """Draw the choice of whom to compare with, by which list or version, by which average and in which release."""
    left, middle, right = st.columns(3)
    with left:
        name = _choose_whom()
    version, group, called = None, (), ""
    with middle:
        if name == "neighbours":
            version = choice(st.selectbox, "List of neighbours", lists_held(current_store()), "list")
        elif name not in COMPARATORS:
            version = _choose_version(name)
    if name == "group":
        group, called = choose_group()
    with right:
        average = _choose_average(chosen, indicator, Beside(name, version, group, called, None))
    with left:
        release = _choose_release(chosen, indicator)
    return Beside(name, version, group, called, average, release)


def _choose_whom() -> str:
    """Draw the choice of a comparator, or of a group that is kept; one just kept is chosen."""
    options = list(dict.fromkeys([*COMPARATORS, *(group.name for group in groups(current_store()))]))
    if (new := just_kept()) in options:
        st.session_state["with"] = new

    def said(name: str) -> str:
        return COMPARATORS.get(name, name)

    return choice(st.selectbox, "Compare with", options, "with", said)


def _choose_version(name: str) -> str | None:
    """Draw the choice of a version of a group, where there are several."""
    versions = {str(group.version): group.named for group in groups(current_store()) if group.name == name}
    if len(versions) < 2:
        return None
    return choice(st.selectbox, "Version of the group", versions, "version", versions.__getitem__)


def _choose_average(chosen: Choices, indicator: str, beside: Beside) -> str | None:
    """Draw the choice of the average, the usual one first."""
    measure = measure_of(indicator_called(indicator))
    if measure is None or (beside.name == "group" and not beside.group):
        return None
    whom = comparator_named(current_store(), beside.name, chosen.authority, beside.version, beside.group)
    options = averages_of(measure, whom)

    def said(name: str) -> str:
        return NAMED[name][0].upper() + NAMED[name][1:]

    return choice(st.selectbox, "Average", options, f"average_{options[0]}", said)


def _choose_release(chosen: Choices, indicator: str) -> int | None:
    """Draw the choice of a release where several hold the figure, the one that is read by itself first."""
    measure = measure_of(indicator_called(indicator))
    editions = editions_with(current_store(), measure.name) if measure else []
    if measure is None or len(editions) < 2:
        return None
    usual = edition_for(current_store(), measure.name, chosen.authority)
    labels = {
        edition.release: f"{edition.named}, release {edition.release}"
        for edition in sorted(editions, key=lambda it: it != usual)
    }
    key = f"release_{publication_of(measure.name).name}"
    return choice(st.selectbox, "Release", labels, key, labels.__getitem__)
