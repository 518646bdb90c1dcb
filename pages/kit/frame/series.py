"""Series as pages read them: kept by reader, authority, months and revision."""

from collections.abc import Sequence
from dataclasses import replace

from indicators.change.restatements import Restatement
from indicators.engine.catalogue import indicator_called
from indicators.variation.segments import about
from pages.kit.frame.cache import events_kept, figures_kept, restated_kept, targets_kept
from pages.kit.frame.choices import Choices
from pages.words.series import Series


def series_of(chosen: Choices, indicators: Sequence[str]) -> list[Series]:
    """Return a series for each indicator, by id, up to the month chosen."""
    all_figures = figures_kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, tuple(indicators))
    targets = targets_kept(chosen.reader, chosen.authority, chosen.revision)
    events = events_kept(chosen.reader, chosen.authority, chosen.revision)
    length, all_series = len(chosen.months), []
    for place, name in enumerate(indicators):
        indicator, figures = indicator_called(name), tuple(all_figures[place * length : (place + 1) * length])
        aims = tuple(target for target in targets if target.indicator == name)
        all_series.append(Series(indicator, figures, aims, tuple(about(events, indicator))))
    return all_series


def with_restatements(chosen: Choices, all_series: Sequence[Series]) -> list[Series]:
    """Return series that know which of their figures are not what was first reported."""
    ids = tuple(series.indicator.id for series in all_series)

    restatements = restated_kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, ids)
    by_indicator: dict[str, tuple[Restatement, ...]] = {}
    for restatement in restatements:
        by_indicator[restatement.first.indicator] = (*by_indicator.get(restatement.first.indicator, ()), restatement)
    return [replace(series, restated=by_indicator.get(series.indicator.id, ())) for series in all_series]
