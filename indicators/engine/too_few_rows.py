"""Why published rows are too few for a figure: they do not reach back so far, or lack a column it is made of."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from data.extracts import all_extracts
from data.store.trial import Trial
from indicators.engine.declaration import Indicator
from indicators.engine.reach import of_reach, whole_since

TEAM = "team"
"""A file without teams has figures all the same; their team is not known."""


def why_too_few(indicator: Indicator, month: date, in_part: Iterable[Mapping]) -> str:
    """Say why loads that are whole only in part will not do for a figure of a month; nothing where they will.

    `in_part` gives of each such load its extract, the day it is `whole_from` and the columns it is `lacking`.
    """
    for load in in_part:
        extract = load["extract"]
        reason = _reaches_too_short(indicator, month, extract, load["whole_from"])
        if reason := reason or _lacks(indicator, month, extract, list(load["lacking"])):
            return reason
    return ""


def _reaches_too_short(indicator: Indicator, month: date, extract: str, whole_from: date | None) -> str:
    """Say that a load is whole from a later day than the figure needs."""
    reach, spoken = indicator.looks_back(extract), all_extracts()[extract].spoken
    if whole_from is None or whole_from <= whole_since(reach, month):
        return ""
    since = f"{whole_from.day} {whole_from:%B %Y}"
    return f"{indicator.title} needs {of_reach(reach, spoken)}; the file for {month:%B %Y} is whole from {since}."


def _lacks(indicator: Indicator, month: date, extract: str, lacking: Sequence[str]) -> str:
    """Say that a load lacks columns which the figure is made of, and cannot do without."""
    needed = [column for column in lacking if _cannot_do_without(indicator, extract, column)]
    if not needed:
        return ""
    file = f"The file of {all_extracts()[extract].spoken} for {month:%B %Y}"
    return f"{file} had no {' and no '.join(needed)}, which this figure is made of."


def _cannot_do_without(indicator: Indicator, extract: str, column: str) -> bool:
    """Tell whether a definition reads a column and does not say that it can do without."""
    return (
        column != TEAM
        and f"{extract}.{column}" not in indicator.without
        and column in all_extracts()[extract].column_names
        and _reads(indicator.sql, extract, column)
    )


@cache
def _reads(sql: str, extract: str, column: str) -> bool:
    """Tell whether a definition reads a column, found out the first time a load lacks it."""
    return _blank().reads(sql, extract, column)


@cache
def _blank() -> Trial:
    """Give the empty store that definitions are tried on."""
    return Trial.blank()
