"""Beside a month of ours, what others stood at on the latest day published: dated, and no more than that."""

from collections.abc import Mapping

from streamlit.delta_generator import DeltaGenerator

from indicators.catalogue import indicator_called
from indicators.declaration import Indicator
from indicators.latest_published import LatestPublished
from pages.kit import words
from pages.kit.beside import shown
from pages.kit.cache import latest_year_kept
from pages.kit.choices import Choices


def fill_in(now: Choices, spots: Mapping[str, DeltaGenerator]) -> None:
    """Say in the spot kept for each indicator what others stood at; the figures are on the page by then."""
    found = latest_year_kept(now.reader, now.authority, now.revision, tuple(spots))
    for name, latest in found.items():
        spots[name].markdown(f":small[{words.plain(others(indicator_called(name), latest))}]")


def others(indicator: Indicator, latest: LatestPublished) -> str:
    """Say what neighbours and England stood at on a day, and that a month counted otherwise is not comparable yet."""
    near, whole = (shown(latest.measure, each.span) for each in (latest.neighbours, latest.england))
    said = f"At {words.day(latest.as_at)}: neighbours {near} (median), England {whole}."
    return f"{said} Not yet comparable: ours is counted otherwise." if indicator.argument.differs else said
