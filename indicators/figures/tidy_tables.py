"""Figures and definitions as tidy tables, one row for each."""

from collections.abc import Sequence
from datetime import date

import pandas

from indicators.engine.catalogue import all_indicators, read_beside
from indicators.engine.declaration import Indicator
from indicators.engine.definition_words import made_from, ties
from indicators.figures.exported_columns import COLUMNS, LAYOUT
from indicators.figures.figure import Figure
from indicators.figures.periods import figure_over, how_over, periods_within


def tidy(figures: Sequence[Figure]) -> pandas.DataFrame:
    """Lay figures out under COLUMNS, one row for each, in their order."""
    indicators = all_indicators()
    rows = [
        {
            **{name: getattr(figure, name) for name in COLUMNS if hasattr(figure, name)},
            "layout": LAYOUT,
            "month": pandas.Timestamp(figure.month),
            "service": indicators[figure.indicator].service,
            "title": indicators[figure.indicator].title,
            "good": indicators[figure.indicator].argument.good,
            "reason": figure.reason if figure.value is None else "",
            "period": "",
            "how_counted": "",
            "national": indicators[figure.indicator].argument.national,
            "ofsted": indicators[figure.indicator].argument.ofsted,
        }
        for figure in figures
    ]
    kinds = dict.fromkeys(("value", "numerator", "denominator"), "float64") | {
        "load": "Int64",
        "not_yet_due": "Int64",
        "month": "datetime64[us]",
    }
    return pandas.DataFrame(rows, columns=list(COLUMNS)).astype(kinds)


def tidy_periods(
    indicators: Sequence[Indicator], authority: str, months: Sequence[date], figures: Sequence[Figure]
) -> pandas.DataFrame:
    """Lay figures out by quarter and by year, under COLUMNS, of the months that are asked for.

    `figures` are those of the indicators month by month, of earlier months too where a quarter or a year begins before.
    """
    of: dict[str, dict[date, Figure]] = {indicator.id: {} for indicator in indicators}
    for figure in figures:
        if figure.authority == authority:
            of[figure.indicator][figure.month] = figure
    rows = [
        (figure, period, how_over(indicator))
        for indicator in indicators
        for period in periods_within(months)
        if (figure := figure_over(indicator, period.months, of[indicator.id])) is not None
    ]
    table = tidy([figure for figure, _, _ in rows])
    return table.assign(period=[period.title for _, period, _ in rows], how_counted=[how for _, _, how in rows])


def definitions(indicators: Sequence[Indicator]) -> pandas.DataFrame:
    """Lay definitions out with all that each says for itself, and its SQL, one row for each."""
    return pandas.DataFrame(
        [
            {
                "indicator": indicator.id,
                "service": indicator.service,
                "title": indicator.title,
                "counted": indicator.argument.numerator,
                "out_of": indicator.argument.denominator,
                "unit": indicator.unit,
                "good": indicator.argument.good,
                "why": indicator.argument.why,
                "source": indicator.argument.source,
                "national": indicator.argument.national,
                "ofsted": indicator.argument.ofsted,
                "differs": indicator.argument.differs,
                "made_from": made_from(indicator),
                "ties": ties(indicator),
                "read_beside": "; ".join(beside.title for beside in read_beside(indicator.id)),
                "must_never_be": indicator.argument.never,
                "limit": indicator.argument.limit,
                "owner": indicator.argument.owner,
                "review_by": pandas.Timestamp(indicator.argument.review_by),
                "sql": indicator.sql_in_full,
            }
            for indicator in indicators
        ]
    )
