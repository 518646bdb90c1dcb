"""What falls due after a month end, and what figures will read by then if nothing more is recorded.

Neither is an approximation: the definition itself is asked of the same published rows for each day to come. Whoever
counts against the figure for the first time on one of those days is who falls due until then.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from data.access import EVERY, Act, Reader
from data.months import months_before
from data.store.store import Store
from indicators.engine.binding import days_query
from indicators.engine.declaration import Indicator
from indicators.engine.measure import ADDED_UP
from indicators.figures.breakdown import NOT_KNOWN
from indicators.figures.figure import Figure, figure_of
from indicators.figures.measured_figures import whole_inputs
from indicators.figures.verdicts import told_to

HORIZONS = (30, 60, 90)
"""Days after the month end."""
MONTHS_ON = 3
MOST_LEFT_UNDONE = 0.25
"""Where more than this part of all counted falls due by a day, nobody does nothing until then: it is no forecast."""
MISSED = {"low": "numerator > 0"}
"""How a row counts against its figure; where less is better, by being counted, and else by not being counted."""


@dataclass(frozen=True)
class Due:
    """Hold one subject that falls due, or that is late already at the month end."""

    indicator: str
    authority: str
    month: date
    subject: str
    child_id: str | None
    team: str | None
    due_on: date
    late: bool

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        return asdict(self) | {"month": f"{self.month:%Y-%m}", "due_on": f"{self.due_on:%Y-%m-%d}"}


def with_a_day(indicators: Sequence[Indicator]) -> list[Indicator]:
    """Return those indicators whose rows say by when somebody must act; what became of somebody is nobody's duty."""
    return [indicator for indicator in indicators if "due_on" in indicator.columns and not indicator.argument.outcome]


def falling_due(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date, within: int
) -> list[Due]:
    """Return who is late at a month end, or will be after so many days more unless something is recorded.

    They come indicator by indicator, each in the order of their days. An indicator without a figure gives nobody.
    Whoever may see lists of some teams is told of the children of these.

    Raises:
        Mendable: where the reader may not see lists of children.
    """
    reader.must_somewhere(Act.LISTS)
    due = []
    listed = [one for one in with_a_day(indicators) if reader.teams_with(Act.LISTS, one.service)]
    for indicator, loads in whole_inputs(store, reader, listed, authority, month):
        teams = reader.teams_with(Act.LISTS, indicator.service)
        # One day more: what is due on the last day is late on the day after it.
        days = [month + timedelta(days=number) for number in range(within + 2)]
        rows = store.ask(
            reader,
            f"""
            select subject, child_id, team, due_on, day = $month as late
            from ({days_query(indicator, days, loads)}) as counted
            where denominator > 0 and {MISSED.get(indicator.argument.good, "numerator < denominator")}
                and due_on <= $until
                and ($of_every or list_contains($teams, team))
            qualify row_number() over (partition by subject order by day) = 1
            order by due_on, team, subject
            """,
            month=month,
            until=month + timedelta(days=within),
            of_every=EVERY in teams,
            teams=list(teams),
        )
        rows = rows.astype(object).where(rows.notna(), None)
        due += [
            Due(
                indicator.id,
                authority,
                month,
                row["subject"],
                row["child_id"],
                row["team"],
                row["due_on"].date(),
                row["late"],
            )
            for row in rows.to_dict("records")
        ]
    return due


def if_nothing_is_done(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> list[Figure]:
    """Return what each indicator will read at the next month ends if nothing more is recorded: as a whole and by team.

    A figure's month is the later one; the load is the one that its rows are of today.
    """
    figures = []
    for indicator, loads in whole_inputs(store, reader, with_a_day(indicators), authority, month):
        ends = [months_before(month, -number) for number in range(1, MONTHS_ON + 1)]
        rows = store.ask(
            reader,
            f"""
            select rows.day, grouping(rows.team) = 1 as whole, coalesce(rows.team, $not_known) as of_team, {ADDED_UP}
            from ({days_query(indicator, ends, loads)}) as rows
            group by grouping sets ((rows.day), (rows.day, rows.team))
            order by whole desc, of_team, rows.day
            """,
            not_known=NOT_KNOWN,
        )
        for row in rows.to_dict("records"):
            completed = row | {"complete": True, "load": max(loads), "in_part": (), "children_0_17": None}
            part = ("", "") if row["whole"] else ("team", row["of_team"])
            figures.append(figure_of(indicator, authority, row["day"].date(), completed, *part))
    return told_to(store, reader, figures, by_parts=True)


def while_doing_nothing_is_a_case(today: Figure, later: Sequence[Figure]) -> list[Figure]:
    """Return those of the later figures of an indicator that are a real case, as a whole and by team.

    They end with the month before the one in which more than a quarter of all counted would have fallen due: what is
    done every few weeks, such as a visit, reads nought where nothing is done, and that tells nobody anything. A count
    without a denominator is taken as it is, and so is what there is no figure of.
    """
    ends = sorted({figure.month for figure in later if not figure.by and not _is_a_case(today, figure)})
    return [figure for figure in later if not ends or figure.month < ends[0]]


def _is_a_case(today: Figure, then: Figure) -> bool:
    """Say whether so much stays as it is until then that nothing may have been done."""
    if None in (today.numerator, then.numerator) or not today.denominator or not then.denominator:
        return True
    counted = max(today.denominator, then.denominator)
    return abs(then.numerator - today.numerator) <= MOST_LEFT_UNDONE * counted  # type: ignore[operator] - both are there
