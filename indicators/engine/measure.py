"""The engine: a definition written for one month is measured for any months, and its rows are kept.

Every extract a definition names is bound to the rows as uploaded for that month, and `month_end()` to its last day.
Many months run as one query with a lateral join over them; the few definitions that DuckDB cannot run so are
measured month by month. The answer is the same either way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

from data.ledger.clock import FOR_EVER, now
from data.ledger.numbers import next_number
from data.store.attachment import Cursor
from data.store.rehearsal import Readable
from data.store.tables import gathered_for, rows_at_hand
from indicators.engine.binding import EXACT, month_query, numbered, runs_set_wise, set_wise_query
from indicators.engine.declaration import Indicator
from indicators.engine.shared_populations import Measurement, let_go, work_out
from indicators.engine.too_few_rows import why_too_few


def _inputs(known: str, moment: str = "") -> str:
    """Write the question for the loads that indicators are made of, of those that are known."""
    return f"""
    select
        needs.indicator,
        needs.definition,
        known.authority,
        known.month,
        {moment}
        coalesce(list(known.load order by needs.place) filter (where known.load is not null), []) as loads,
        coalesce(list(known.extract order by needs.place) filter (where known.load is not null), []) as extracts,
        coalesce(
            list({{'extract': known.extract, 'whole_from': known.whole_from, 'lacking': known.lacking}}
                order by needs.place)
                filter (where known.whole_from is not null or len(known.lacking) > 0),
            []
        ) as in_part,
        max(known.load) as load,
        count(known.load) filter (where needs.place <= needs.how_many) = any_value(needs.how_many) as complete
    from (
        select
            unnest($indicators) as indicator,
            unnest($definitions) as definition,
            unnest($extracts) as extract,
            unnest($places) as place,
            unnest($how_many) as how_many
    ) as needs
    join {known} as known on known.extract = needs.extract
    group by {moment} needs.indicator, needs.definition, known.authority, known.month
"""


FEW = 2
"""So few months of an indicator are asked for one by one: DuckDB plans a day that is known sooner than many at once."""
BY_DAY, AT_ONCE = 30, 10
"""So many questions are asked in one statement, of one month and of many: one by one costs half as much again."""
UNION = "\nunion all\n"
KNOWN_INPUTS = _inputs("loads_known($moment)")
"""For each indicator, authority and month, the loads it would be measured from, as known at a moment.

`in_part` holds those that are not whole: from which day they are, and which columns they lack.
"""
INPUTS_EACH_TIME = _inputs("loads_known_each_time($authority)", "known.moment,")
"""The same just after each moment at which something of a month was published, hidden or brought back."""


ASKED = "inputs.complete and inputs.authority = $authority and list_contains($months, inputs.month)"
MISSING = f"""
        from ({KNOWN_INPUTS}) as inputs
        anti join store.measured.measurements as done
            on done.indicator = inputs.indicator and (done.definition = inputs.definition or $past)
            and done.authority = inputs.authority and done.month = inputs.month and done.loads = inputs.loads
        where {ASKED} and not list_contains($too_few, [inputs.indicator, inputs.month::varchar])
"""
"""What was not measured yet and can be. Of a past moment nothing is missing that was ever measured, however worded."""


def needs_of(indicators: Iterable[Indicator]) -> dict[str, list]:
    """Write which extracts each indicator is made of, in the parameters of KNOWN_INPUTS; a dispensable one is last."""
    pairs = [(indicator, extract) for indicator in indicators for extract in indicator.extracts]
    return {
        "indicators": [indicator.id for indicator, _ in pairs],
        "definitions": [indicator.definition for indicator, _ in pairs],
        "extracts": [extract for _, extract in pairs],
        "places": [indicator.extracts.index(extract) + 1 for indicator, extract in pairs],
        "how_many": [len(indicator.needed) for indicator, _ in pairs],
    }


def measure_on_demand(
    store: Readable,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    moment: datetime = FOR_EVER,
) -> int:
    """Measure what nobody has asked for yet, such as a past day's view or a new definition; return how much that was.

    Where all was measured before, nobody waits for a writer.
    """
    with store.reading() as cursor:
        given = _given(cursor, indicators, authority, months, moment)
        if not cursor.execute(f"select 1 {MISSING} limit 1", given).fetchall():
            return 0
    with store.change(is_acknowledged=False) as cursor:
        return measure_missing(cursor, indicators, authority, months, moment)


def measure_missing(
    cursor: Cursor,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    moment: datetime = FOR_EVER,
    set_wise: bool = True,
) -> int:
    """Measure what has not been measured yet from the loads known at a moment; return how many month figures that was.

    Runs inside the caller's transaction, so that a publish and its figures are kept together or not at all.
    """
    first = _number_missing(cursor, indicators, authority, months, moment)
    new = cursor.execute(
        "select indicator, measurement, month, loads from store.measured.measurements where measurement >= ?", [first]
    ).fetchall()
    numbers = {name: [row[1:] for row in rows] for name, rows in groupby(sorted(new), key=itemgetter(0))}
    wanted = {indicator: numbers[indicator.id] for indicator in indicators if indicator.id in numbers}
    at_once = {each for each in wanted if len(wanted[each]) > FEW and set_wise and runs_set_wise(each)}
    by_day = [each for each in wanted if each not in at_once]
    sharing = {each: wanted[each] for each in wanted if set_wise and (each in at_once or len(wanted[each]) <= FEW)}
    tables = rows_at_hand(cursor, _loads_of_extracts(wanted))
    worked_out = work_out(cursor, sharing, FEW, tables)
    cursor.execute(f"set variable first_measurement = {first}")
    shared = {each: worked_out if each in sharing else {} for each in by_day}
    of_days = [
        month_query(each, *asked, worked_out=shared[each], tables=tables) for each in by_day for asked in wanted[each]
    ]
    with gathered_for(cursor, "store.measured.rows") as table:
        _keep(cursor, table, [set_wise_query(each, worked_out, tables) for each in wanted if each in at_once], AT_ONCE)
        _keep(cursor, table, of_days, BY_DAY)
    let_go(cursor, worked_out)
    _add_up(cursor, first)
    return len(new)


def _loads_of_extracts(wanted: Mapping[Indicator, Sequence[Measurement]]) -> dict[str, set[str]]:
    """Return the loads that measurements are made of, by extract."""
    loads: dict[str, set[str]] = defaultdict(set)
    for indicator, measurements in wanted.items():
        for _, _, numbers in measurements:
            for extract, load in numbered(indicator, numbers).items():
                loads[extract].add(load)
    return loads


def _keep(cursor: Cursor, table: str, queries: Sequence[str], together: int) -> None:
    """Keep in a table the rows that queries give, of some together in one statement.

    They are gathered first: rows that come by many ways are written twice, each way's by itself.
    """
    for few in batched(queries, together):
        gathered = UNION.join(f"({query})" for query in few)
        cursor.execute(f"insert into {table}\nwith gathered as materialized (\n{gathered}\n)\nfrom gathered")


def batched(queries: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield queries a few at a time."""
    for place in range(0, len(queries), size):
        yield queries[place : place + size]


def _number_missing(
    cursor: Cursor,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    moment: datetime,
) -> int:
    """Give a number to every measurement that is missing; return the first number given."""
    first = next_number(cursor, "measurement")
    cursor.execute(
        f"""
        insert into store.measured.measurements
        select
            $first - 1 + row_number() over (order by inputs.indicator, inputs.month) as measurement,
            inputs.authority, inputs.month, inputs.indicator, inputs.definition, inputs.loads, $now
        {MISSING}
        """,
        {**_given(cursor, indicators, authority, months, moment), "first": first, "now": now()},
    )
    return first


def _given(
    cursor: Cursor, indicators: Sequence[Indicator], authority: str, months: Sequence[date], moment: datetime
) -> dict:
    """Gather the parameters of MISSING."""
    given = needs_of(indicators) | {"authority": authority, "months": list(months), "moment": moment}
    return {**given, "too_few": _too_few(cursor, indicators, given), "past": is_past(moment)}


def is_past(moment: datetime) -> bool:
    """Tell a past moment, whose figures stay as they were then, from now, whose figures go by today's definitions."""
    return moment <= now()


def _too_few(cursor: Cursor, indicators: Sequence[Indicator], parameters: dict) -> list[list[str]]:
    """List the indicators and months for which the rows are too few, so that there is nothing to measure."""
    declared = {indicator.id: indicator for indicator in indicators}
    in_part = cursor.execute(
        f"select indicator, month, in_part from ({KNOWN_INPUTS}) as inputs where {ASKED} and len(in_part) > 0",
        parameters,
    ).fetchall()
    return [[name, f"{month}"] for name, month, parts in in_part if why_too_few(declared[name], month, parts)] or [[""]]


def _add_up(cursor: Cursor, first: int) -> None:
    """Add the new rows up to figures: the only place where a figure is made from rows.

    Raises:
        ValueError: where a definition counted a subject twice, which would make a wrong figure.
    """
    cursor.execute(
        f"""
        insert into store.measured.figures by name
        select measurements.measurement, {ADDED_UP}, count(rows.subject) - count(distinct rows.subject) as counted_twice
        from store.measured.measurements as measurements
        left join store.measured.rows as rows on rows.measurement = measurements.measurement
        where measurements.measurement >= $first
        group by measurements.measurement
        """,
        {"first": first},
    )
    twice = cursor.execute(
        """
        select distinct measurements.indicator
        from store.measured.figures as figures
        join store.measured.measurements as measurements on measurements.measurement = figures.measurement
        where figures.counted_twice > 0 and figures.measurement >= ?
        """,
        [first],
    ).fetchall()
    if twice:
        raise ValueError(f"{', '.join(row[0] for row in twice)}: a subject is counted twice")


ADDED_UP = f"""
    coalesce(sum(rows.numerator::{EXACT}) filter (where rows.denominator > 0), 0)::double as numerator,
    coalesce(sum(rows.denominator::{EXACT}), 0)::double as denominator,
    count(rows.subject)::integer as subjects,
    (count(rows.subject) filter (where rows.denominator = 0))::integer as not_yet_due,
    (count(rows.subject) filter (where rows.denominator > 0 and rows.numerator > 0))::integer as subjects_counted,
    (count(rows.subject) filter (where rows.numerator < rows.denominator))::integer as subjects_besides
"""
"""How rows add up, exactly: the numerator cannot escape the denominator, and what is not yet due is in neither."""
