"""The series of a measure in every authority of the region, each as the public may see it, on months in common."""

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from data.access import Reader
from data.ledger.history import revision
from data.ledger.published_months import PublishedMonth, published_months
from data.months import months_before, months_from
from indicators.comparison.region import RegionMonth, member_of
from pages.kit.frame.choices import Choices, held_for
from pages.kit.frame.series import series_of
from pages.kit.frame.session import current_store
from pages.words.series import Series

MONTHS = 13
"""How many months are drawn; a series is judged by all of its own."""


@dataclass(frozen=True)
class Area:
    """Hold an authority of the region: its code and name, the last month it has published, and its series."""

    code: str
    name: str
    latest: date
    series: Series


def areas_of(chosen: Choices, indicator: str) -> list[Area]:
    """Return every authority of the region with a measure, up to the month chosen; in the order of their names.

    One that had published nothing up to then is not among them.
    """
    of_region = as_of_the_region(chosen)
    published, areas = standing(of_region), []
    for code, (name, _) in held_for(of_region.reader).items():
        if days := [day for day in published.get(code, {}) if day <= chosen.month]:
            months = tuple(months_from(min(days), chosen.month))
            (series,) = series_of(replace(of_region, authority=code, place=name, months=months), [indicator])
            areas.append(Area(code, name, max(days), series))
    return sorted(areas, key=lambda area: area.name)


def as_of_the_region(chosen: Choices) -> Choices:
    """Return what is chosen as a region is read: by the public, and anew once anybody in it has published."""
    reader = chosen.reader.as_of_the_region()
    return replace(chosen, reader=reader, revision=revision(current_store(), reader))


def standing(of_region: Choices) -> dict[str, dict[date, PublishedMonth]]:
    """Return the months that stand published of each authority, by its code; one in between that does not is none."""
    by_authority: dict[str, dict[date, PublishedMonth]] = {}
    for month in _months_kept(of_region.reader, of_region.revision):
        by_authority.setdefault(month.authority, {})[month.month] = month
    return by_authority


@st.cache_data(max_entries=20, show_spinner=False)
def _months_kept(reader: Reader, revision: int) -> list[PublishedMonth]:  # noqa: ARG001 - part of the key
    """Return what stands published of each month of the authorities that a reader sees."""
    return published_months(current_store(), reader)


def month_of(areas: list[Area], back: int = 0) -> RegionMonth:
    """Return what the authorities make together in the month chosen, or so many months before."""
    series = areas[0].series
    figures = [(area.series.ago(back), area.name) for area in areas]
    members = tuple(member_of(figure, name) for figure, name in figures if figure is not None)
    return RegionMonth(series.indicator, months_before(series.now.month, back), members)
