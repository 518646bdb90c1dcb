"""Figures and definitions as tidy tables, one row for each."""

from collections.abc import Sequence

import pandas

from indicators.engine.catalogue import all_indicators, read_beside
from indicators.engine.declaration import Indicator
from indicators.engine.definition_words import made_from, ties
from indicators.figures.exported_columns import COLUMNS, LAYOUT
from indicators.figures.figure import Figure


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
        }
        for figure in figures
    ]
    kinds = dict.fromkeys(("value", "numerator", "denominator"), "float64") | {
        "load": "Int64",
        "not_yet_due": "Int64",
        "month": "datetime64[us]",
    }
    return pandas.DataFrame(rows, columns=list(COLUMNS)).astype(kinds)


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
