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
    there = {year: {code for each in held for code in each.authority.split(JOINT)} for year, held in others.items()}
    moved = {each[end] for each in successions() for end in ("authority", "successor")}
    ever = set().union(*there.values()) - moved
    most = max((len(each) for each in others.values()), default=0)
    return {
        year: f"only {len(others[year])} of {most} authorities are held for this year"
        for year, held in there.items()
        if len(ever - held) > MAY_LACK * len(ever)
    }
