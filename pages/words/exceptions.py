"""Exceptions first: the measures that change by more than chance lead, the strongest of them at the top."""

from collections.abc import Sequence

from indicators.variation.alerts import alert, strongest
from pages.words.series import Series
from pages.words.trend_judgement import judged


def exceptions_first(all_series: Sequence[Series]) -> list[Series]:
    """Return measures with those that are changing first, the strongest of them at the top; the rest stay in order."""
    measured = [series for series in all_series if series.now.value is not None]
    alerts = strongest(change for series in measured for change in alert(series.figures, judged(series)))
    leading = [alert.indicator.id for alert in alerts]
    of = {series.indicator.id: series for series in all_series}
    return [*(of[name] for name in leading), *(series for series in all_series if series.indicator.id not in leading)]
