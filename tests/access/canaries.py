"""What is looked for in all that leaves: small figures of numbers that stand nowhere else, and who the children are."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from data.access import EVERY, LOCAL_USER, Act, Reader
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.figures.breakdown import GROUPS, breakdown
from indicators.figures.disclosure import is_small, sees_exactly
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from tests.access.two_boroughs import MARK, OCTOBER, OURS, SEPTEMBER

FROM = 900_000
"""Above this lies no number of the borough's own."""
NUMBER = re.compile(rb"(?<!\d)9\d\d,?\d\d\d(?!\d)")
IDENTIFIER = re.compile(rb"[A-Z]{1,3}\d{4,}")
SMALL_SHARES = """
    select measurements.indicator, measurements.measurement, min(rows.subject)
    from store.measured.measurements as measurements
    join store.measured.figures as figures using (measurement)
    join store.measured.rows as rows using (measurement)
    where measurements.authority = ? and measurements.month = ? and figures.numerator between 1 and 5
        and figures.denominator >= 10 and rows.denominator > 0
    group by all
    order by measurements.indicator
"""


def plant(store: Store) -> None:
    """Give one row behind a small share of each service a weight that stands nowhere else."""
    months: list[date] = [SEPTEMBER, OCTOBER]
    figures(store, LOCAL_USER, list(all_indicators().values()), OURS, months)
    with store.change() as cursor:
        small = cursor.execute(SMALL_SHARES, [OURS, OCTOBER]).fetchall()
        shares = [row for row in small if all_indicators()[row[0]].unit == "percent"]
        of_service = {all_indicators()[name].service: (number, subject) for name, number, subject in shares}
        for place, (number, subject) in enumerate(of_service.values(), 1):
            weight = FROM + 1234 * place
            cursor.execute(
                "update store.measured.rows set denominator = ? where measurement = ? and subject = ?",
                [weight, number, subject],
            )
            cursor.execute(
                "update store.measured.figures set denominator = denominator + ? where measurement = ?",
                [weight - 1, number],
            )


def small_figures(store: Store) -> list[Figure]:
    """Return every small figure whose numbers stand nowhere else: as a whole and by each group."""
    wholes = figures(store, LOCAL_USER, list(all_indicators().values()), OURS, [OCTOBER])
    planted = [all_indicators()[figure.indicator] for figure in wholes if (figure.denominator or 0) > FROM]
    parts = []
    for by in GROUPS:
        fitting = [one for one in planted if by in ("team", "service") or "child_id" in one.columns]
        parts += breakdown(store, LOCAL_USER, fitting, OURS, [OCTOBER], by)
    return [figure for figure in (*wholes, *parts) if (figure.denominator or 0) > FROM and is_small(figure)]


def names_of(store: Store, where: str = "") -> set[bytes]:
    """Return the identifiers of children and records behind figures."""
    both = " union ".join(
        f"select {each}::varchar as name from measured.rows {where}" for each in ("subject", "child_id")
    )
    names = store.ask(
        LOCAL_USER, f"select name from ({both}) where regexp_full_match(name, '{IDENTIFIER.pattern.decode()}')"
    )
    return {name.encode() for name in names["name"]}


ACTIONS = "'action_plan_overdue', 'action_plan_on_track', 'action_plan_done_in_time', 'action_plan_evidenced'"
"""Measures whose records are actions of the plan, which everybody may read, and nobody's."""


def unlisted(store: Store, reader: Reader) -> set[bytes]:
    """Return the identifiers that stand in no list that a reader may see."""
    may = [name for name, indicator in all_indicators().items() if reader.may_of(Act.LISTS, indicator.service)]
    teams = [team for team in reader.teams if reader.may_somewhere(Act.LISTS) and not reader.may(Act.LISTS)]
    quoted = [", ".join(f"'{name}'" for name in names) or "''" for names in (may, teams)]
    of_theirs = "measurement in (select measurement from measured.measurements where indicator in ({}))"
    listed = f"team in ({quoted[1]}) or {of_theirs.format(quoted[0])} or {of_theirs.format(ACTIONS)}"
    return names_of(store) - names_of(store, f"where {listed}")


def leaks(reader: Reader, sent: bytes, small: list[Figure], names: set[bytes]) -> Iterator[str]:
    """Yield what a reader was sent and may not see: numbers, identifiers other than `names` allow, another's."""
    seen = {form for figure in small if _may_see(reader, figure) for form in _forms(figure.denominator or 0)}
    kept = {form for figure in small if not _may_see(reader, figure) for form in _forms(figure.denominator or 0)}
    yield from (f"the number {number.decode()}" for number in set(NUMBER.findall(sent)) & (kept - seen))
    yield from (f"the identifier {name.decode()}" for name in sorted(set(IDENTIFIER.findall(sent)) & names)[:3])
    if MARK.encode() in sent:
        yield "something of another authority"


def _may_see(reader: Reader, figure: Figure) -> bool:
    return sees_exactly(reader, figure.indicator, figure.group if figure.by == "team" else EVERY)


@cache
def _forms(number: float) -> frozenset[bytes]:
    """Return how a number may be written."""
    whole = int(number)
    return frozenset({f"{whole}".encode(), f"{whole:,}".encode()})
