"""Where a figure on a page comes from, for what is taken away of it."""

from data.settings import settings
from indicators.figures.figure import Figure
from pages.charts.of_series.origin import Origin
from pages.kit.frame.cache import loads_kept
from pages.kit.frame.choices import Choices
from pages.words import wording


def origin_of(chosen: Choices, figure: Figure | None = None) -> Origin:
    """Say whose figure it is, and when and of which load it was published: the newest behind it, where one is given."""
    load = loads_kept(chosen.reader, chosen.revision).get(figure.load or 0) if figure else None
    is_invented = bool(settings().invented)
    if load is None:
        return Origin(chosen.place, chosen.authority, is_invented=is_invented)
    day = wording.day(wording.as_clocks_here(load.published_at))
    return Origin(chosen.place, chosen.authority, load.load, load.version, day, is_invented)
