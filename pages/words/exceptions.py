"""Exceptions first: the measures that change by more than chance lead, the strongest of them at the top."""

from collections.abc import Sequence

from indicators.variation.alerts import alert, strongest
from pages.words.series import Series
from pages.words.trend_judgement import judged


def exceptions_first(all_series: Sequence[Series]) -> list[Series]:
    """Return measures with those that are changing first, the strongest of them at the top; the rest stay in order."""
    leading = changing_most(all_series)
    names = ids_of(leading)
    return [*leading, *(series for series in all_series if series.indicator.id not in names)]


def changing_most(all_series: Sequence[Series]) -> list[Series]:
    """Return the measures that change by more than chance, the strongest first."""
    measured = {series.indicator.id: series for series in all_series if series.now.value is not None}
    alerts = strongest(change for series in measured.values() for change in alert(series.figures, judged(series)))
    return [measured[alert.indicator.id] for alert in alerts]


def ids_of(all_series: Sequence[Series]) -> list[str]:
    """Return the ids of measures, in their order."""
    return [series.indicator.id for series in all_series]
