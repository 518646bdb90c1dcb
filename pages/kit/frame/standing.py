"""What stands published for the month chosen: each load, and the extracts that figures need and lack."""

from data.extracts import all_extracts
from indicators.engine.catalogue import all_indicators
from pages.kit.frame.cache import Load, loads_kept
from pages.kit.frame.choices import Choices


def standing_loads(chosen: Choices) -> dict[str, Load]:
    """Return the loads that stand for the month chosen, by extract."""
    return {
        load.extract: load
        for load in loads_kept(chosen.reader, chosen.revision).values()
        if load.state == "current" and load.authority == chosen.authority and load.month == chosen.month
    }


def needed_extracts() -> dict[str, str]:
    """Return the extracts that figures need, by name with their titles, in their order."""
    needed = {name for indicator in all_indicators().values() for name in indicator.extracts}
    return {extract.name: extract.title for extract in all_extracts().values() if extract.name in needed}


def missing_extracts(chosen: Choices) -> list[str]:
    """Return the titles of the extracts that figures need and that have not been published for the month chosen."""
    standing = standing_loads(chosen)
    return [title for name, title in needed_extracts().items() if name not in standing]
