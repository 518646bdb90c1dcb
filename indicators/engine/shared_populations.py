"""Populations worked out once: what several definitions call is made before any of them is measured, for all months.

A population is kept for as long as its measurements take, with the month end as a column, in place of the word. A word
that one definition alone calls is left to it, and so is whatever cannot be asked of many months at once: it is measured
the slow way, with the same answer.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from data.store.attachment import Cursor
from data.vocabulary.populations import Call, calls_beneath, extracts_of
from indicators.engine.binding import BASE, bind, numbered
from indicators.engine.declaration import Indicator

Measurement = tuple[int, date, Sequence[int]]
"""A measurement by its number, its month, and the loads it is made of in the order of the indicator's extracts."""
SEVERAL = 2


def work_out(
    cursor: Cursor, wanted: Mapping[Indicator, Sequence[Measurement]], few: int, tables: str = BASE
) -> dict[str, str]:
    """Work out the populations that several of these indicators call; return the SQL that stands for each call.

    Of up to `few` months each is asked for by its day, which DuckDB plans sooner; of more all at once. `tables` says
    where the rows are.
    """
    calls = {call.text: call for indicator in wanted for call in calls_beneath(indicator.sql)}
    callers = Counter(call for indicator in wanted for call in {call.text for call in calls_beneath(indicator.sql)})
    worked_out: dict[str, str] = {}
    for text, call in calls.items():
        if callers[text] >= SEVERAL and _is_smaller(call):
            loads = _loads(call, wanted)
            ask = _by_day if len(loads) <= few else _at_once
            name = f"temp.main.population_{len(worked_out)}"
            cursor.execute(f"create or replace temp table {name} as\n{ask(call, loads, worked_out, tables)}")
            worked_out[text] = f"select * exclude (month_end) from {name} as kept where kept.month_end = month_end()"
    return worked_out


def let_go(cursor: Cursor, worked_out: Mapping[str, str]) -> None:
    """Let what was worked out go."""
    for place in range(len(worked_out)):
        cursor.execute(f"drop table temp.main.population_{place}")


def _is_smaller(call: Call) -> bool:
    """Tell whether a population is smaller than the extract it is made of, and so worth keeping."""
    return bool(call.day) or "group by" in call.population.sql


def _loads(call: Call, wanted: Mapping[Indicator, Sequence[Measurement]]) -> dict[date, dict[str, str]]:
    """Return the loads that a population is made of in each month: an extract has one, whichever indicator asks."""
    extracts = sorted(extracts_of(call))
    months: dict[date, dict[str, str]] = {}
    for indicator, measurements in wanted.items():
        if any(beneath.text == call.text for beneath in calls_beneath(indicator.sql)):
            for _, month, loads in measurements:
                of_extract = numbered(indicator, loads)
                months[month] = {extract: of_extract[extract] for extract in extracts}
    return months


def _by_day(call: Call, months: Mapping[date, Mapping[str, str]], worked_out: Mapping[str, str], tables: str) -> str:
    """Write the query for a population of a few months, one after another."""
    return "\nunion all\n".join(
        f"select date '{month}' as month_end, counted.* from (\n"
        + bind(f"from {call.text}", f"date '{month}'", loads, tables, worked_out=worked_out)
        + "\n) as counted"
        for month, loads in months.items()
    )


def _at_once(call: Call, months: Mapping[date, Mapping[str, str]], worked_out: Mapping[str, str], tables: str) -> str:
    """Write the query for a population of many months at once."""
    extracts = list(next(iter(months.values())))
    periods = ", ".join(f"(date '{month}', {', '.join(loads.values())})" for month, loads in months.items())
    loads = {extract: f"period.{extract}" for extract in extracts}
    bound = bind(f"from {call.text}", "period.month_end", loads, tables, worked_out=worked_out)
    return (
        f"select period.month_end, counted.*\nfrom (values {periods}) as period (month_end, {', '.join(extracts)}),\n"
        f"lateral (\n{bound}\n) as counted"
    )
