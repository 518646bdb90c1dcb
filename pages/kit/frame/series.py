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
    kept = figures_kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, tuple(indicators))
    targets = targets_kept(chosen.reader, chosen.authority, chosen.revision)
    events = events_kept(chosen.reader, chosen.authority, chosen.revision)
    every, found = len(chosen.months), []
    for place, name in enumerate(indicators):
        indicator, figures = indicator_called(name), tuple(kept[place * every : (place + 1) * every])
        aims = tuple(each for each in targets if each.indicator == name)
        found.append(Series(indicator, figures, aims, tuple(about(events, indicator))))
    return found


def with_restatements(chosen: Choices, every: Sequence[Series]) -> list[Series]:
    """Return series that know which of their figures are not what was first reported."""
    ids = tuple(each.indicator.id for each in every)

    found = restated_kept(chosen.reader, chosen.authority, chosen.months, chosen.revision, ids)
    by_indicator: dict[str, tuple[Restatement, ...]] = {}
    for each in found:
        by_indicator[each.first.indicator] = (*by_indicator.get(each.first.indicator, ()), each)
    return [replace(each, restated=by_indicator.get(each.indicator.id, ())) for each in every]
