"""The series of a measure in every authority of the region, each as the public may see it, on months in common."""

from dataclasses import dataclass, replace
from datetime import date

from data.months import months_before, months_from
from indicators.comparison.region import RegionMonth, member_of
from pages.kit.frame.choices import Choices, held_for
from pages.kit.frame.series import series_of
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
    reader = chosen.reader.as_of_the_region()
    areas = []
    for code, (name, published) in held_for(reader).items():
        if published[0] <= chosen.month:
            months = tuple(months_from(published[0], chosen.month))
            as_public = replace(chosen, reader=reader, authority=code, place=name, months=months)
            (series,) = series_of(as_public, [indicator])
            areas.append(Area(code, name, max(day for day in published if day <= chosen.month), series))
    return sorted(areas, key=lambda area: area.name)


def month_of(areas: list[Area], back: int = 0) -> RegionMonth:
    """Return what the authorities make together in the month chosen, or so many months before."""
    series = areas[0].series
    figures = [(area.series.ago(back), area.name) for area in areas]
    members = tuple(member_of(figure, name) for figure, name in figures if figure is not None)
    return RegionMonth(series.indicator, months_before(series.now.month, back), members)
