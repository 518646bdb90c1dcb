"""Figures to read, for any indicators and months, as known now or on a past day, and the rows behind them."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from data.access import EVERY, Act, Reader
from data.errors import Mendable
from data.ledger.clock import end_of
from data.ledger.history import authorities_held
from data.store.rehearsal import Readable
from data.store.store import Store
from indicators.engine.declaration import Indicator
from indicators.engine.measure import KNOWN_INPUTS, is_past, measure_on_demand, needs_of
from indicators.engine.population import POPULATION
from indicators.engine.too_few_rows import why_too_few
from indicators.figures.aggregates import given_rows
from indicators.figures.figure import AGGREGATES, Figure, figure_of
from indicators.figures.verdicts import told_to

MEASURED = """
        left join measured.measurements as measurements
            on measurements.indicator = inputs.indicator and measurements.definition = inputs.definition
            and measurements.authority = inputs.authority and measurements.month = inputs.month
            and measurements.loads = inputs.loads
"""
MEASURED_THEN = """
        left join (
            select * from measured.measurements
            where authority = $authority and list_contains($months, month)
            qualify row_number() over (
                partition by indicator, month, loads
                order by
                    measured_at < $moment desc nulls last,
                    case when measured_at < $moment then -measurement else measurement end
            ) = 1
        ) as measurements
            on measurements.indicator = inputs.indicator and measurements.month = inputs.month
            and measurements.loads = inputs.loads
"""
"""The wording of a past moment: the last that measured these loads by then, or else the first that ever did."""


def measured(known_on: date | None) -> str:
    """Write the join of inputs to their measurements: by today's definitions, or by those that held on a past day."""
    return MEASURED_THEN if is_past(end_of(known_on)) else MEASURED


def figures(
    store: Readable,
    reader: Reader,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    known_on: date | None = None,
) -> list[Figure]:
    """Return a figure for each indicator and month, in that order, as the reader may see it; or why there is none."""
    exact = exact_figures(store, reader, indicators, authority, months, known_on)
    return told_to(store, reader, exact, known_on=known_on)


def exact_figures(
    store: Readable,
    reader: Reader,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    known_on: date | None = None,
) -> list[Figure]:
    """Return the same figures with every small number, for the other questions of this room.

    A figure is counted from records; where those were not published, it is the one given already counted, if any.
    """
    let_in(reader, authority)
    measure_on_demand(store, indicators, authority, months, end_of(known_on))
    answer = store.ask(
        reader,
        f"""
        select inputs.*, figures.* exclude (measurement, counted_twice), {POPULATION} as children_0_17
        from ({KNOWN_INPUTS}) as inputs
        {measured(known_on)}
        left join measured.figures as figures on figures.measurement = measurements.measurement
        where inputs.authority = $authority and list_contains($months, inputs.month)
        """,
        **given_for(indicators, authority, months, known_on),
    )
    rows = {(row["indicator"], row["month"].date()): row for row in answer.to_dict("records")}
    counted = {place for place, row in rows.items() if row["complete"]}
    if len(counted) < len(indicators) * len(months):  # records win, so most pages need not ask for more
        aggregate_rows = given_rows(store, reader, indicators, authority, months, known_on)
        rows |= {place: row for row in aggregate_rows if (place := (row["indicator"], row["month"])) not in counted}
    return [
        figure_of(indicator, authority, month, rows.get((indicator.id, month)))
        for indicator in indicators
        for month in months
    ]


def rows_behind(
    store: Store,
    reader: Reader,
    indicator: Indicator,
    authority: str,
    month: date,
    team: str | None = None,
    known_on: date | None = None,
) -> pd.DataFrame:
    """Return the rows behind a figure: subject, child_id, team, numerator, denominator, due_on, one row a subject.

    Whoever may see lists of some teams is given the rows of these.

    Raises:
        Mendable: where there is no list behind the figure, its rows are too few for it, or the reader may see no lists.
    """
    teams = reader.must_of_some_team(Act.LISTS, indicator.service)
    (figure,) = exact_figures(store, reader, [indicator], authority, [month], known_on)
    if figure.counted_from == AGGREGATES:
        name = authorities_held(store, reader)[authority]
        raise Mendable(f"{name} gave this figure already counted; there is no list behind it.")
    if figure.refused:
        raise Mendable(figure.reason)
    rows = store.ask(
        reader,
        f"""
        select rows.subject, rows.child_id, rows.team, rows.numerator, rows.denominator, rows.due_on
        from ({KNOWN_INPUTS}) as inputs
        {measured(known_on)}
        join measured.rows as rows on rows.measurement = measurements.measurement
        where inputs.authority = $authority and list_contains($months, inputs.month)
            and ($of_every or list_contains($teams, rows.team))
        order by rows.team, rows.subject
        """,
        **given_for([indicator], authority, [month], known_on),
        of_every=EVERY in teams,
        teams=list(teams),
    )
    return rows if team is None else rows.loc[rows["team"] == team].reset_index(drop=True)


def whole_inputs(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> list[tuple[Indicator, list[int]]]:
    """Return those indicators that have all they are made of for a month, with the loads that they are made of."""
    let_in(reader, authority)
    if not indicators:
        return []
    inputs = store.ask(
        reader,
        f"""
        select inputs.indicator, inputs.loads, inputs.in_part
        from ({KNOWN_INPUTS}) as inputs
        where inputs.complete and inputs.authority = $authority and list_contains($months, inputs.month)
        """,
        **given_for(indicators, authority, [month], None),
    )
    by_indicator = {row["indicator"]: row for row in inputs.to_dict("records")}
    return [
        (indicator, list(by_indicator[indicator.id]["loads"]))
        for indicator in indicators
        if indicator.id in by_indicator and not why_too_few(indicator, month, by_indicator[indicator.id]["in_part"])
    ]


def given_for(indicators: Sequence[Indicator], authority: str, months: Sequence[date], known_on: date | None) -> dict:
    """Gather the parameters every question about figures takes."""
    return needs_of(indicators) | {"authority": authority, "months": list(months), "moment": end_of(known_on)}


def let_in(reader: Reader, authority: str) -> None:
    """Refuse a reader who may see no figure, and an authority that is not the reader's."""
    reader.must(Act.AGGREGATES)
    reader.must_see_authority(authority)
