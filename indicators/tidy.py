"""Figures as a tidy table, one row for each."""

from collections.abc import Sequence

import pandas

from indicators.catalogue import all_indicators
from indicators.figure import Figure
from indicators.layout import COLUMNS, LAYOUT


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
