"""What must never be: counted one by one where an indicator says so, and never added up or averaged."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from indicators.engine.catalogue import all_indicators
from indicators.engine.declaration import STATUTORY, Indicator
from indicators.figures.figure import Figure


def never_events(month_end: date) -> list[Indicator]:
    """Return the indicators that say what must never be in a month, statutory limits first, then by service.

    A rule that was not in force on the first day of the month is not among them.
    """
    begins = month_end.replace(day=1)
    ruled = [indicator for indicator in all_indicators().values() if indicator.argument.never]
    indicators = [indicator for indicator in ruled if indicator.argument.never_from <= begins]
    return sorted(indicators, key=lambda indicator: indicator.argument.limit != STATUTORY)


def happened(indicator: Indicator, figure: Figure) -> float | None:
    """Return how many there are of what must never be; None where there is no figure to tell it from."""
    if figure.numerator is None:
        return None
    return figure.numerator if indicator.argument.good == "low" else (figure.denominator or 0.0) - figure.numerator


def months_running(indicator: Indicator, figures: Sequence[Figure]) -> int:
    """Return in how many months up to the last there was any without a break; a month not known breaks it."""
    running = 0
    for figure in reversed(figures):
        if not happened(indicator, figure):
            break
        running += 1
    return running


def those_behind(indicator: Indicator, rows: pd.DataFrame) -> pd.DataFrame:
    """Return, of the rows behind a figure, those that must never be."""
    counted = rows["denominator"].astype(float) > 0
    missed = rows["denominator"].astype(float) > rows["numerator"].astype(float)
    return rows.loc[counted & (rows["numerator"].astype(float) > 0 if indicator.argument.good == "low" else missed)]
