"""Exceptions first: the measures that change by more than chance lead, the strongest of them at the top."""

from collections.abc import Sequence

from indicators.variation.alerts import alert, strongest
from pages.words.series import Series
from pages.words.trend_judgement import judged


def exceptions_first(every: Sequence[Series]) -> list[Series]:
    """Return measures with those that are changing first, the strongest of them at the top; the rest stay in order."""
    told = [each for each in every if each.now.value is not None]
    found = strongest(each for series in told for each in alert(series.figures, judged(series)))
    leading = [each.indicator.id for each in found]
    of = {each.indicator.id: each for each in every}
    return [*(of[name] for name in leading), *(each for each in every if each.indicator.id not in leading)]
