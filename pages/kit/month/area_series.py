"""The series of a measure in an area: an authority whose figures stand here, or a team of the authority chosen."""

from collections.abc import Sequence
from dataclasses import replace

from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import NOT_KNOWN
from indicators.figures.figure import Figure
from pages.kit.frame.cache import groups_kept
from pages.kit.frame.choices import Choices, authorities_shown, months_of
from pages.kit.frame.series import series_of
from pages.words.series import Series

TEAM = "team:"
"""What stands before the name of a team in the address."""
MONTHS = 13
NO_TEAMS = "This measure is not counted by team."
NO_FIGURE = "No figure of this team."


def areas_offered(chosen: Choices, measures: Sequence[str]) -> dict[str, str]:
    """Return the areas that can be set side by side, by what the address calls them: authorities, then our teams."""
    counted = tuple(name for name in measures if "team" in indicator_called(name).columns)
    figures = groups_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, counted, "team")
    teams = sorted({figure.group for figure in figures if figure.group != NOT_KNOWN})
    return authorities_shown() | {f"{TEAM}{team}": team for team in teams}


def series_in(chosen: Choices, indicator: str, area: str) -> Series:
    """Return the months of a measure in an area, the last thirteen of a team; without a figure where there is none."""
    if not area.startswith(TEAM):
        months = tuple(month for month in months_of(area) if month <= chosen.month) or (chosen.month,)
        (series,) = series_of(replace(chosen, authority=area, months=months), [indicator])
        return series
    (whole,) = series_of(chosen, [indicator])
    team = area.removeprefix(TEAM)
    figures = tuple(_of_team(chosen, figure, team) for figure in whole.figures[-MONTHS:])
    return replace(whole, figures=figures, targets=(), events=())


def _of_team(chosen: Choices, whole: Figure, team: str) -> Figure:
    """Return the figure of a team in the month of the whole's figure, or that there is none and why."""
    none = replace(whole, value=None, numerator=None, denominator=None, by="team", group=team, reason=NO_FIGURE)
    if "team" not in indicator_called(whole.indicator).columns:
        return replace(none, reason=NO_TEAMS)
    asked_of = (whole.indicator,)
    figures = groups_kept(chosen.reader, chosen.authority, whole.month, chosen.revision, asked_of, "team")
    return next((figure for figure in figures if figure.group == team), none)
