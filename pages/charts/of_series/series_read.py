"""Series read from the store at once, for what is written without a page: the digest and pictures."""

from collections.abc import Sequence
from datetime import date

from data.access import Reader
from data.annotations.events import events
from data.annotations.targets import targets
from data.store.store import Store
from indicators.engine.declaration import Indicator
from indicators.figures.measured_figures import figures
from indicators.variation.segments import about
from pages.words.series import Series


def series_read(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> list[Series]:
    """Return a series for each indicator, with its targets and events, as the reader may see them."""
    all_figures = figures(store, reader, list(indicators), authority, list(months))
    aims, happened = targets(store, reader, authority), events(store, reader, authority)
    length = len(months)
    return [
        Series(
            indicator,
            tuple(all_figures[place * length : (place + 1) * length]),
            tuple(aim for aim in aims if aim.indicator == indicator.id),
            tuple(about(happened, indicator)),
        )
        for place, indicator in enumerate(indicators)
    ]
