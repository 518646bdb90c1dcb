"""Rows of a month taken out for good, and figures that go on without them, in the shape of those already counted."""

from datetime import date
from pathlib import Path

import pandas as pd

from data.access import Act, Reader
from data.extracts import all_extracts
from data.store.store import Store
from data.upkeep.purging import Purged, purge, purge_on_lake
from indicators.engine.catalogue import all_indicators
from indicators.figures.breakdown import exact_breakdown
from indicators.figures.figure import RECORDS, Figure
from indicators.figures.measured_figures import exact_figures


def purge_keeping_figures(
    reader: Reader, place: Path | str, key: Path | None, pseudonym_key: Path | None, number: int
) -> Purged:
    """Have a purge done that another person asked for; figures of months without rows go on, exact and by team.

    `place` is the store's file, or where it lies on a lake.

    Raises:
        Mendable: where the reader may not have rows deleted, or asked for it themselves; as `purge` does.
        Held: where a process holds the store.
    """
    reader.must(Act.GOVERN)
    if isinstance(place, str):
        return purge_on_lake(reader, place, key, pseudonym_key, number, _as_counted)
    return purge(reader, place, key, pseudonym_key, number, _as_counted)


def _as_counted(store: Store, reader: Reader, authority: str, month: date) -> pd.DataFrame:
    """Return every figure that records of a month give, of all and by team, as rows of the aggregates extract."""
    indicators = list(all_indicators().values())
    of_all = exact_figures(store, reader, indicators, authority, [month])
    of_teams = exact_breakdown(store, reader, indicators, authority, [month], "team")
    counted = [figure for figure in (*of_all, *of_teams) if figure.numerator is not None]
    rows = [_row(figure) for figure in counted if figure.counted_from == RECORDS]
    return pd.DataFrame(rows, columns=all_extracts()["aggregates"].column_names, index=range(2, len(rows) + 2))


def _row(figure: Figure) -> dict:
    """Write a figure as one already counted."""
    return {
        "period": pd.Timestamp(figure.month),
        "team": figure.group or "All",
        "indicator": figure.indicator,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "breakdown": "ALL",
        "breakdown_value": "All",
    }
