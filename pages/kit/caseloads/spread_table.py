"""How cases are spread, group by group, as a table of words."""

from collections.abc import Sequence

from indicators.studies.caseloads import LIMITS, Spread
from pages.words import wording


def spread_table(all_spreads: Sequence[Spread], heading: str) -> list[dict[str, str]]:
    """Return spreads as rows of words."""
    return [
        {
            heading: wording.unbroken(wording.plain(group_spread.group)),
            "Workers": wording.number(group_spread.workers),
            "Cases": wording.plainest(group_spread.cases),
            "Per FTE": wording.number(group_spread.cases / group_spread.posts, 1),
            "Median": _or_dash(group_spread.median),
            "90th percentile": _or_dash(group_spread.ninetieth),
            **{f"Over {limit}": _over(group_spread, place) for place, limit in enumerate(LIMITS)},
        }
        | _for_each_supervision(group_spread, any(group_spread.sessions is not None for group_spread in all_spreads))
        for group_spread in all_spreads
    ]


def _for_each_supervision(group_spread: Spread, published: bool) -> dict[str, str]:
    """Write how many cases there are for each supervision, where supervision was published."""
    if not published:
        return {}
    return {
        "Per session": wording.number(group_spread.cases / group_spread.sessions, 1)
        if group_spread.sessions
        else wording.NONE
    }


def _over(group_spread: Spread, place: int) -> str:
    """Write how many hold more than a limit, and their share: 4 (20%)."""
    if not group_spread.over:
        return wording.NONE
    return wording.unbroken(
        f"{group_spread.over[place]} ({wording.number(100 * group_spread.over[place] / group_spread.workers)}%)"
    )


def _or_dash(amount: float | None) -> str:
    """Write a percentile with one decimal where it has one, or a dash."""
    return wording.NONE if amount is None else wording.plainest(amount)
