"""A definition bound to published rows: for one month, for many months at once, or for days to come.

Every extract a definition names is bound to the rows of a load, and `month_end()` to the day it is asked for.
"""

import threading
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import zip_longest
from types import MappingProxyType

from data.errors import Mendable
from data.extract import Number
from data.extracts import all_extracts
from data.store.trial import Trial
from data.vocabulary.populations import NOTHING, spelled_out
from indicators.engine.declaration import Indicator

NOT_FILLED: Mapping[str, Mapping[str, str]] = MappingProxyType({})
BASE, READABLE = "store.uploaded", "uploaded"
"""Where the rows are: for the engine as it measures, and for a question of a reader."""
EXACT = "decimal(18, 6)"
"""How a number that may be a fraction is added up, to a millionth: doubles come to another sum in another order."""
ONE_AT_A_TIME = threading.Lock()


def runs_set_wise(indicator: Indicator) -> bool:
    """Tell whether DuckDB can run a definition for many months at once: it is tried when that is first asked.

    A lambda that looks at the month end, for one, cannot be moved under a lateral join. DuckDB may then fail for good,
    so the store it was tried in is thrown away. Such an indicator is measured month by month, with the same answer.
    """
    with ONE_AT_A_TIME:
        return _tried(indicator)


def set_wise_query(indicator: Indicator, worked_out: Mapping[str, str] = NOTHING, tables: str = BASE) -> str:
    """Write the query that measures an indicator for every measurement from `first_measurement` on, all at once.

    `worked_out` holds the SQL of words that were worked out before, and `tables` says where the rows are.
    """
    loads = ", ".join(f"loads[{place}] as {extract}" for place, extract in enumerate(indicator.extracts, 1))
    loads_of = {extract: f"period.{extract}" for extract in indicator.extracts}
    bound = bind(indicator.sql, "period.month_end", loads_of, tables, worked_out=worked_out)
    return (
        f"select period.measurement, {_kept_columns(indicator)}\n"
        f"from (\n"
        f"    select measurement, month as month_end, {loads}\n"
        f"    from store.measured.measurements\n"
        f"    where indicator = '{indicator.id}' and measurement >= getvariable('first_measurement')\n"
        f") as period,\nlateral (\n{bound}\n) as counted"
    )


def month_query(
    indicator: Indicator,
    measurement: int,
    month: date,
    loads: Sequence[int],
    worked_out: Mapping[str, str] = NOTHING,
    tables: str = BASE,
) -> str:
    """Write the query that measures an indicator for one month; `worked_out` and `tables` as above."""
    bound = bind(indicator.sql, f"date '{month}'", numbered(indicator, loads), tables, worked_out=worked_out)
    return f"select {measurement} as measurement, {_kept_columns(indicator)}\nfrom (\n{bound}\n) as counted"


def days_query(indicator: Indicator, days: Sequence[date], loads: Sequence[int]) -> str:
    """Write the query that gives an indicator's rows for each of some days, all from the same loads."""
    if not runs_set_wise(indicator):
        return "\nunion all\n".join(_day_query(indicator, day, loads) for day in days)
    bound = bind(indicator.sql, "period.month_end", numbered(indicator, loads), READABLE)
    listed = ", ".join(f"date '{day}'" for day in days)
    return (
        f"select period.month_end as day, {_kept_columns(indicator)}\n"
        f"from (select unnest([{listed}]) as month_end) as period,\nlateral (\n{bound}\n) as counted"
    )


def filled_query(
    indicator: Indicator, month: date, loads: Sequence[int], filled: Mapping[str, Mapping[str, str]]
) -> str:
    """Write the query that gives a month's rows as if blank columns of its extracts were filled; `filled` says how."""
    bound = bind(indicator.sql, f"date '{month}'", numbered(indicator, loads), READABLE, filled)
    return f"select {_kept_columns(indicator)}\nfrom (\n{bound}\n) as counted"


def _day_query(indicator: Indicator, day: date, loads: Sequence[int]) -> str:
    """Write the query that gives an indicator's rows for one day."""
    bound = bind(indicator.sql, f"date '{day}'", numbered(indicator, loads), READABLE)
    return f"select date '{day}' as day, {_kept_columns(indicator)}\nfrom (\n{bound}\n) as counted"


def numbered(indicator: Indicator, loads: Sequence[int]) -> dict[str, str]:
    """Name the load of each extract; of one that is not there and can be done without, none, so that it has no row."""
    return {extract: str(load) for extract, load in zip_longest(indicator.extracts, loads, fillvalue="null")}


def bind(
    sql: str,
    month_end: str,
    loads: Mapping[str, str],
    tables: str,
    filled: Mapping[str, Mapping[str, str]] = NOT_FILLED,
    worked_out: Mapping[str, str] = NOTHING,
) -> str:
    """Bind SQL: each extract to the rows of its load, words to tables, `month_end()` to the month's last day."""
    extracts = {
        extract: f"select * exclude (load, row){_replacing(extract, filled.get(extract, {}))} "
        f"from {tables}.{extract} where load = {load}"
        for extract, load in loads.items()
    }
    return spelled_out(sql, extracts, worked_out).replace("month_end()", month_end)


def _replacing(extract: str, filled: Mapping[str, str]) -> str:
    """Write that numbers are exact, and that blank columns are filled."""
    values = {column: f"{column}::{EXACT}" for column in _fractions(extract)}
    values |= {column: f"coalesce({values.get(column, column)}, {filler})" for column, filler in filled.items()}
    replacements = ", ".join(f"{value} as {column}" for column, value in values.items())
    return f" replace ({replacements})" if replacements else ""


@cache
def _fractions(extract: str) -> tuple[str, ...]:
    """Return the columns of an extract that may hold fractions: full-time equivalents, miles, days of sickness."""
    return tuple(column.name for column in all_extracts()[extract].columns if type(column) is Number)


def _kept_columns(indicator: Indicator) -> str:
    """List the columns of a measured row, blank where the definition does not give one."""
    expressions = {name: f"counted.{name}" for name in indicator.columns}
    kinds = {"subject": "varchar", "child_id": "varchar", "team": "varchar", "due_on": "date"}
    columns = ("subject", "child_id", "team", "numerator", "denominator", "due_on")
    return ", ".join(
        f"cast({expressions.get(name, 'null')} as {kinds.get(name, 'double')}) as {name}" for name in columns
    )


@cache
def _tried(indicator: Indicator) -> bool:
    """Try a definition, without running it."""
    try:
        _trial().columns_of(set_wise_query(indicator))
    except Mendable:
        _trial().close()
        _trial.cache_clear()
        return False
    return True


@cache
def _trial() -> Trial:
    """Make an empty store to try definitions in."""
    return Trial.in_memory()
