"""Figures and definitions as tidy tables, one row for each."""

from collections.abc import Sequence

import pandas

from indicators.engine.catalogue import all_indicators, read_beside
from indicators.engine.declaration import Indicator
from indicators.engine.definition_words import made_from
from indicators.figures.exported_columns import COLUMNS, LAYOUT
from indicators.figures.figure import Figure


def tidy(figures: Sequence[Figure]) -> pandas.DataFrame:
    """Lay figures out under COLUMNS, one row for each, in their order."""
    known = all_indicators()
    rows = [
        {
            **{name: getattr(each, name) for name in COLUMNS if hasattr(each, name)},
            "layout": LAYOUT,
            "month": pandas.Timestamp(each.month),
            "service": known[each.indicator].service,
            "title": known[each.indicator].title,
            "good": known[each.indicator].argument.good,
            "reason": each.reason if each.value is None else "",
        }
        for each in figures
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
                "indicator": each.id,
                "service": each.service,
                "title": each.title,
                "counted": each.argument.numerator,
                "out_of": each.argument.denominator,
                "unit": each.unit,
                "good": each.argument.good,
                "why": each.argument.why,
                "source": each.argument.source,
                "differs": each.argument.differs,
                "made_from": made_from(each),
                "read_beside": "; ".join(beside.title for beside in read_beside(each.id)),
                "must_never_be": each.argument.never,
                "limit": each.argument.limit,
                "owner": each.argument.owner,
                "review_by": pandas.Timestamp(each.argument.review_by),
                "sql": each.sql,
            }
            for each in indicators
        ]
    )
