"""A figure by group: by team, by service, or by the children's sex, age, ethnicity or disability."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.access import Reader
from data.codes import ETHNICITY_GROUP, SEX
from data.errors import Mendable
from data.ledger.clock import end_of
from data.store.rehearsal import Readable
from indicators.engine.declaration import Indicator
from indicators.engine.measure import ADDED_UP, KNOWN_INPUTS
from indicators.figures.aggregates import given_rows
from indicators.figures.figure import AGGREGATES, Figure, figure_of
from indicators.figures.measured_figures import exact_figures, given_for, let_in, measured
from indicators.figures.verdicts import told_to

NOT_KNOWN = "Not known"


def _in_words(value: str, words: dict[str, str]) -> str:
    """Write SQL that says a code in words; a code that is missing or strange is not known."""
    branches = " ".join(f"when '{code}' then '{meaning}'" for code, meaning in words.items())
    return f"case {value} {branches} else '{NOT_KNOWN}' end"


GROUPS = {
    "team": f"coalesce(rows.team, '{NOT_KNOWN}')",
    "service": f"coalesce(teams.service, '{NOT_KNOWN}')",
    "sex": _in_words("children.sex", dict(SEX.meanings)),
    "age_band": f"""case
        when children.date_of_birth is null then '{NOT_KNOWN}'
        when children.date_of_birth > inputs.month then 'Unborn'
        when age_on(children.date_of_birth, inputs.month) < 1 then 'Under 1'
        when age_on(children.date_of_birth, inputs.month) < 5 then '1 to 4'
        when age_on(children.date_of_birth, inputs.month) < 10 then '5 to 9'
        when age_on(children.date_of_birth, inputs.month) < 16 then '10 to 15'
        when age_on(children.date_of_birth, inputs.month) < 18 then '16 and 17'
        else '18 and over' end""",
    "ethnicity": _in_words("children.ethnicity", ETHNICITY_GROUP),
    "disability": f"""case
        when children.disability is null then '{NOT_KNOWN}'
        when children.disability = 'NONE' then 'Not disabled'
        else 'Disabled' end""",
}
"""By what a figure can be broken down, each as SQL over a measured row and its child."""

OF_A_TEAM = ("team", "service")
"""Breakdowns by who holds the case. A team belongs to the service that most of its workers of the month belong to, and
of several with as many to the first by name."""
EVERYONE = "All"
"""The one group of a figure that is refused for all."""

TEAMS = """
    select known.authority, known.month, workers.team, mode(workers.service order by workers.service) as service
    from loads_known($moment) as known
    join uploaded.social_workers as workers on workers.load = known.load
    where known.extract = 'social_workers' and workers.service is not null
    group by known.authority, known.month, workers.team
"""


def breakdown(
    store: Readable,
    reader: Reader,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    by: str,
    known_on: date | None = None,
) -> list[Figure]:
    """Return a figure for each indicator, month and group there is, by one of GROUPS, as the reader may see it.

    Raises:
        Mendable: where there is no such breakdown, or an indicator counts something other than children.
    """
    exact = exact_breakdown(store, reader, indicators, authority, months, by, known_on)
    return told_to(store, reader, exact, by_parts=True, known_on=known_on)


def exact_breakdown(
    store: Readable,
    reader: Reader,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    by: str,
    known_on: date | None = None,
) -> list[Figure]:
    """Return the same figures with every small number, for the other questions on figures.

    Raises:
        Mendable: as `breakdown` does.
    """
    let_in(reader, authority)
    if by not in GROUPS:
        raise Mendable(f'There is no breakdown by "{by}". Use {", ".join(GROUPS)}.')
    for indicator in indicators:
        if not can_be_broken_down(indicator, by):
            raise Mendable(
                f"{indicator.title} counts {indicator.argument.subjects}, so it has no breakdown by {by}. Use team."
            )
    whole = exact_figures(store, reader, indicators, authority, months, known_on)
    answer = store.ask(
        reader,
        f"""
        select
            inputs.indicator, inputs.month, max(inputs.load) as load, true as complete,
            any_value(inputs.in_part) as in_part,
            {GROUPS[by]} as grouping,
            {ADDED_UP}
        from ({KNOWN_INPUTS}) as inputs
        {measured(known_on)}
        join measured.rows as rows on rows.measurement = measurements.measurement
        left join loads_known($moment) as child_load
            on child_load.extract = 'children' and child_load.authority = inputs.authority
            and child_load.month = inputs.month
        left join uploaded.children as children
            on children.load = child_load.load and children.child_id = rows.child_id
        left join ({TEAMS}) as teams
            on teams.authority = inputs.authority and teams.month = inputs.month and teams.team = rows.team
        where inputs.authority = $authority and list_contains($months, inputs.month)
        group by inputs.indicator, inputs.month, grouping
        order by inputs.month, grouping, inputs.indicator
        """,
        **given_for(indicators, authority, months, known_on),
    )
    by_id = {indicator.id: indicator for indicator in indicators}
    rows = [{**row, "month": row["month"].date()} for row in answer.to_dict("records")]
    already = {(figure.indicator, figure.month) for figure in whole if figure.counted_from == AGGREGATES}
    if already:
        aggregate_rows = given_rows(store, reader, indicators, authority, months, known_on, by)
        rows += [row for row in aggregate_rows if (row["indicator"], row["month"]) in already]
        rows.sort(key=lambda row: (row["month"], row["grouping"], row["indicator"]))
    parts = [figure_of(by_id[row["indicator"]], authority, row["month"], row, by, row["grouping"]) for row in rows]
    return parts + [replace(figure, by=by, group=EVERYONE) for figure in whole if figure.refused]


def can_be_broken_down(indicator: Indicator, by: str) -> bool:
    """Tell whether an indicator has a figure for each group: what counts no children is told by team and service."""
    return by in OF_A_TEAM or "child_id" in indicator.columns


def services_of_teams(store: Readable, reader: Reader, authority: str, month: date) -> dict[str, str]:
    """Return the service of each team, as known now."""
    rows = store.ask(
        reader,
        f"select team, service from ({TEAMS}) where authority = $authority and month = $month",
        authority=authority,
        month=month,
        moment=end_of(None),
    )
    return dict(zip(rows["team"], rows["service"], strict=True))
