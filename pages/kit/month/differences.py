"""Where groups fare differently: every share there is, each group beside the rest, the furthest apart first."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.differential import Against, against_the_rest, has_rates, pooled
from pages.kit.frame.address import choice
from pages.kit.frame.cache import groups_kept
from pages.kit.frame.choices import Choices
from pages.kit.indicator.figures_download import take_away
from pages.kit.indicator.groups import BY, no_groups
from pages.kit.parts.fold import folded
from pages.kit.parts.table import draw_table
from pages.words import wording
from pages.words.differential import by_chance, own_share, reach, share_of_the_rest

USUAL = "ethnicity"
FIRST = 12
"""Groups that are shown at once, the furthest apart; the others are one click away."""
HOW_TO_READ = (
    "Times the rest: the group's share over that of all others who are known, and between what it lies with 95% "
    "confidence (Wilson's limits, joined by Donner and Zou's method), as if no two were of one family. Groups of fewer "
    "than 10 are put together. A difference is a question, not an answer: age, need and placement differ, too."
)


@dataclass(frozen=True)
class Difference:
    """Hold a group of one indicator that was set beside the rest."""

    indicator: Indicator
    against: Against


def differences(chosen: Choices) -> None:
    """Draw the groups that lie apart from the rest, for the breakdown chosen, and say how many may do so by chance."""
    options = list(BY)
    by = choice(st.selectbox, "Set side by side", options, "beside", BY.__getitem__, index=options.index(USUAL))
    compared = compared_by(chosen, by)
    apart = sorted(
        (difference for difference in compared if difference.against.apart),
        key=lambda difference: -difference.against.distance,
    )
    st.markdown(f"**{finding(compared, apart)}**")
    rows, named = [row(difference) for difference in apart], f"Groups that lie apart from the rest, by {BY[by].lower()}"
    draw_table(rows[:FIRST], named)
    if rest := rows[FIRST:]:
        folded(f"The other {len(rest)}, less far apart", "differences_rest", lambda: draw_table(rest, named))
    if apart:
        st.caption(HOW_TO_READ)
    take_away(chosen, "differences", list(dict.fromkeys(difference.indicator.id for difference in compared)), by)


def compared_by(chosen: Choices, by: str) -> list[Difference]:
    """Set the groups of every share beside the rest."""
    indicators = [
        indicator for indicator in all_indicators().values() if has_rates(indicator) and not no_groups(indicator, by)
    ]
    groups = groups_kept(
        chosen.reader,
        chosen.authority,
        chosen.month,
        chosen.revision,
        tuple(indicator.id for indicator in indicators),
        by,
    )
    return [
        Difference(indicator, against)
        for indicator in indicators
        for against in against_the_rest(
            pooled(indicator, [group for group in groups if group.indicator == indicator.id])
        )
    ]


def finding(compared: Sequence[Difference], apart: Sequence[Difference]) -> str:
    """Say how many comparisons were made, how many lie apart, and how many of those chance alone would make."""
    if not compared:
        return "There is nothing to set side by side."
    return (
        f"{wording.number(len(apart))} of {wording.number(len(compared))} comparisons lie apart from the rest; about "
        f"{by_chance(len(compared))} would by chance alone."
    )


def row(difference: Difference) -> dict[str, str]:
    """Return one group that lies apart as words."""
    against, indicator = difference.against, indicator_called(difference.indicator.id)
    return {
        "What": f"{wording.plain(indicator.title)}  \n:small[{wording.polarity(indicator)}]",
        "Group": wording.plain(against.group.group),
        "Its share": own_share(against),
        "The rest": share_of_the_rest(against),
        "Times the rest": reach(against),
    }
