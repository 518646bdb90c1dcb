"""What a figure was stated to be, each time that its month was published, undone or brought back.

Only months that did not stay as they were first published are looked at, and figures measured by more than one wording.
A figure is read as it was measured then; what was not measured then is measured once, when it is first asked for.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

import pandas as pd

from data.access import Reader
from data.store.store import Store
from indicators.engine.declaration import Indicator
from indicators.engine.measure import INPUTS_EACH_TIME, measure_on_demand, needs_of
from indicators.engine.population import POPULATION
from indicators.engine.too_few_rows import why_too_few
from indicators.figures.aggregates import given_rows
from indicators.figures.figure import Figure, figure_of

JUST_AFTER = timedelta(microseconds=1)
STATED = f"""
    select
        inputs.* exclude (definition), {POPULATION} as children_0_17,
        measurements.measurement, measurements.definition, measurements.measured_at,
        figures.* exclude (measurement, counted_twice)
    from ({INPUTS_EACH_TIME}) as inputs
    left join measured.measurements as measurements
        on inputs.complete and measurements.indicator = inputs.indicator
        and measurements.authority = inputs.authority and measurements.month = inputs.month
        and measurements.loads = inputs.loads
    left join measured.figures as figures on figures.measurement = measurements.measurement
    left join months_not_as_first($authority) as restated on restated.month = inputs.month
    left join (
        select distinct indicator, month
        from measured.measurements
        where authority = $authority
        group by indicator, month, loads
        having count(*) > 1
    ) as reworded on reworded.indicator = inputs.indicator and reworded.month = inputs.month
    where (restated.month is not null or reworded.month is not null)
        and inputs.authority = $authority and list_contains($months, inputs.month)
    order by inputs.indicator, inputs.month, inputs.moment, measurements.measurement
"""


@dataclass(frozen=True)
class Stated:
    """Hold a figure as it was stated from a moment (UTC) on: the measurement, its wording, and the load by extract.

    One that was given already counted has no measurement.
    """

    at: datetime
    figure: Figure
    measurement: int | None
    wording: str
    loads: dict[str, int]


def stated_each_time(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> list[list[Stated]]:
    """Return what each figure was stated to be, oldest first; a list for each indicator and month that was restated."""
    counted = _counted(store, reader, indicators, authority, months)
    with_rows = {
        (statements[0].figure.indicator, statements[0].figure.month) for statements in counted if _has_rows(statements)
    }
    aggregates = _given(store, reader, indicators, authority, months)
    return [*counted, *(statements for place, statements in aggregates.items() if place not in with_rows)]


def _has_rows(statements: Sequence[Stated]) -> bool:
    """Tell whether a figure was counted from records at any time: then what was given for it does not stand."""
    return any(stated.measurement is not None for stated in statements)


def _counted(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> list[list[Stated]]:
    """Return what was stated of figures counted from records, having measured what never was."""
    rows = _ask(store, reader, indicators, authority, months)
    if not rows:
        return []
    by_id = {indicator.id: indicator for indicator in indicators}
    new = measure_on_demand(store, indicators, authority, sorted({row["month"].date() for row in rows}))
    for moment, of in _never_measured(by_id, rows).items():
        new += measure_on_demand(store, indicators, authority, sorted(of), moment + JUST_AFTER)
    rows = _ask(store, reader, indicators, authority, months) if new else rows
    figures = groupby(rows, key=lambda row: (row["indicator"], row["month"]))
    return [list(_stated(by_id[name], authority, list(rows))) for (name, _), rows in figures]


def _given(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> dict[tuple[str, date], list[Stated]]:
    """Return what was stated of figures that were given already counted."""
    moments = store.ask(
        reader,
        """
        select known.moment, known.month
        from loads_known_each_time($authority) as known
        join months_not_as_first($authority) as restated on restated.month = known.month
        where known.extract = 'aggregates' and list_contains($months, known.month)
        order by known.moment
        """,
        authority=authority,
        months=list(months),
    )
    by_figure: dict[tuple[str, date], list[Stated]] = defaultdict(list)
    for moment, month in moments.itertuples(index=False, name=None):
        at, of = moment.to_pydatetime(), month.date()
        aggregate_rows = given_rows(store, reader, indicators, authority, [of], at + JUST_AFTER)
        rows = {row["indicator"]: row for row in aggregate_rows}
        for indicator in indicators:
            if indicator.id in rows or (indicator.id, of) in by_figure:
                row = rows.get(indicator.id)
                loads = {"aggregates": int(row["load"])} if row else {}
                by_figure[indicator.id, of].append(
                    Stated(at, figure_of(indicator, authority, of, row), None, "", loads)
                )
    return by_figure


def _ask(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> list[dict]:
    """Return a row for each figure, moment and measurement from the loads that stood just after it."""
    parameters = needs_of(indicators) | {"authority": authority, "months": list(months)}
    return store.ask(reader, STATED, **parameters).to_dict("records")


def _never_measured(named: Mapping[str, Indicator], rows: Sequence[dict]) -> dict[datetime, set[date]]:
    """Return the months, by moment, of which a figure has all it is made of and was not measured yet."""
    missing: dict[datetime, set[date]] = defaultdict(set)
    for row in rows:
        month = row["month"].date()
        whole = row["complete"] and not why_too_few(named[row["indicator"]], month, row["in_part"])
        if whole and pd.isna(row["measurement"]):
            missing[row["moment"].to_pydatetime()].add(month)
    return missing


def _stated(indicator: Indicator, authority: str, rows: list[dict]) -> Iterator[Stated]:
    """Yield what one figure was stated to be, each time its loads were others or its wording was another."""
    times = [list(group) for _, group in groupby(rows, key=lambda row: row["moment"])]
    times = [group for place, group in enumerate(times) if not place or _made_of(group) != _made_of(times[place - 1])]
    for measured, then in zip(times, [*times[1:], None], strict=True):
        first, *anew = measured
        yield _one(indicator, authority, first, first["moment"])
        wording = first["definition"]
        for row in anew:
            if then is None or row["measured_at"] < then[0]["moment"]:
                yield _one(indicator, authority, row, row["measured_at"])
                wording = row["definition"]
        # What follows may be by a wording that these loads were measured by, too: the two causes are told apart.
        goes_on = indicator.definition if then is None else then[0]["definition"]
        for row in measured:
            if row["definition"] == goes_on != wording:
                yield _one(indicator, authority, row, row["measured_at"] if then is None else then[0]["moment"])


def _made_of(rows: list[dict]) -> list[int]:
    """Return the loads that a figure was made of at a moment."""
    return list(rows[0]["loads"])


def _one(indicator: Indicator, authority: str, row: dict, at: pd.Timestamp) -> Stated:
    """Make what was stated of a row."""
    figure = figure_of(indicator, authority, row["month"].date(), row)
    loads = dict(zip(row["extracts"], (int(load) for load in row["loads"]), strict=True))
    measured = not pd.isna(row["measurement"])
    number = int(row["measurement"]) if measured else None
    return Stated(at.to_pydatetime(), figure, number, row["definition"] if measured else "", loads)
