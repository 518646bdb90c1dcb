"""What an indicator's unit, direction and extracts are called."""

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


def made_from(indicator: Indicator) -> str:
    """Write which extracts an indicator needs, and how far back each must be whole."""
    needed = [of_reach(indicator.looks_back(name), all_extracts()[name].spoken) for name in indicator.extracts]
    return "; ".join([needed[0][0].upper() + needed[0][1:], *needed[1:]])
