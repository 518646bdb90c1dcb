"""The ways in which indicators are read together: by service, by the national framework, by the area Ofsted judges."""

from collections.abc import Sequence

from indicators.engine.declaration import Indicator
from indicators.engine.frameworks import NATIONAL, OFSTED
from indicators.engine.services import SERVICES

SERVICE = "service"
GROUPINGS = {
    SERVICE: ("By service", SERVICES),
    "national": ("By national framework", NATIONAL),
    "ofsted": ("By Ofsted’s areas", OFSTED),
}
"""Every way by its name: what it is called, and its groups by their words, in the order of reading."""


def group_of(indicator: Indicator, by: str) -> str:
    """Return the word of the group in which an indicator stands, by one of GROUPINGS."""
    return indicator.service if by == SERVICE else getattr(indicator.argument, by)


def grouped(indicators: Sequence[Indicator], by: str) -> dict[str, list[Indicator]]:
    """Return indicators by the words of their groups, in the order of reading; of a group only where there are some."""
    groups = {word: [one for one in indicators if group_of(one, by) == word] for word in GROUPINGS[by][1]}
    return {word: members for word, members in groups.items() if members}
