"""What an indicator's unit, direction and extracts are called, and what its SQL does with what is of one day."""

import re

from data.extracts import all_extracts
from indicators.engine.declaration import Indicator
from indicators.engine.reach import of_reach

UNIT_WORDS = {"count": "number", "percent": "%", "rate": "per 10,000", "average": "average"}


GOOD_WORDS = {
    "low": "Lower is better",
    "high": "Higher is better",
    "range": "Best within a range",
    "none": "No good direction",
}

TIES = {
    r"\blatest\(": "Of several records of one day the one with the greatest identifier counts: it was recorded last.",
    r"\blatest_begun\(": "Of several episodes begun on one day the one that runs longest counts.",
    r"\blatest_ended\(": "Of several episodes that ended on one day the one begun last counts.",
    r"\bmin\((\w+\.)?team\)": "Where several teams hold the case it is told under the first of them by name.",
}
"""How ties are settled, by what the SQL says: no definition may leave it to the order of the rows in a file."""


def made_from(indicator: Indicator) -> str:
    """Write which extracts an indicator is made of, how far back each must be whole, and which it can do without."""
    needed = [_made_of(indicator, name) for name in indicator.extracts]
    return "; ".join([needed[0][0].upper() + needed[0][1:], *needed[1:]])


def _made_of(indicator: Indicator, name: str) -> str:
    """Write one extract with its reach."""
    reach = of_reach(indicator.looks_back(name), all_extracts()[name].spoken)
    return reach if name in indicator.needed else f"{reach}, where it is sent"


def ties(indicator: Indicator) -> str:
    """Write how ties are settled in an indicator, as its SQL settles them; nothing where there can be none."""
    return " ".join(sentence for word, sentence in TIES.items() if re.search(word, indicator.sql_in_full))
