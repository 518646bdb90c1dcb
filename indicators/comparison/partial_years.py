"""Years of which a release holds only some of those compared with: no average and no rank is told of these."""

from collections.abc import Mapping, Sequence

from data.published.areas import JOINT, successions
from data.published.published_figures import Held

MAY_LACK = 0.1
"""So small a share may be missing: in every year one authority or another returns nothing."""


def held_in_part(others: Mapping[int, Sequence[Held]]) -> dict[int, str]:
    """Say of each year of which a release holds too few of those that it holds of any year how many it holds.

    Those that were abolished, made or given another code meanwhile are not missed.
    """
    present = {
        year: {code for figure in figures for code in figure.authority.split(JOINT)} for year, figures in others.items()
    }
    moved = {succession[end] for succession in successions() for end in ("authority", "successor")}
    ever = set().union(*present.values()) - moved
    most = max((len(figures) for figures in others.values()), default=0)
    return {
        year: f"only {len(others[year])} of {most} authorities are held for this year"
        for year, codes in present.items()
        if len(ever - codes) > MAY_LACK * len(ever)
    }
