"""Who is counted in a month that was not in the month before, and who no longer is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Act, Reader
from data.months import month_end_before
from data.store.store import Store
from indicators.engine.declaration import Indicator
from indicators.engine.measure import KNOWN_INPUTS
from indicators.figures.measured_figures import MEASURED, given_for

COUNTED_NOW, NO_LONGER = "Newly counted", "No longer counted"
PERSIST = 0.5
"""Where this share of the subjects of the month before is there still, it tells something who is counted anew."""


@dataclass(frozen=True)
class Subject:
    """Name one subject that is counted anew, or no more, and why."""

    subject: str
    child_id: str | None
    team: str | None
    what: str


def counted_anew(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> dict[str, tuple[Subject, ...]]:
    """Return who is counted that was not and who no longer is; nobody where most are others than a month before."""
    reader.must(Act.ROWS)
    counted = f"""
        select
            inputs.indicator, rows.subject, rows.child_id, rows.team,
            rows.numerator > 0 and rows.denominator > 0 as counted
        from ({KNOWN_INPUTS}) as inputs
        {MEASURED}
        join measured.rows as rows on rows.measurement = measurements.measurement
        where inputs.authority = $authority
            and list_contains($months, inputs.month)
    """
    rows = store.ask(
        reader,
        f"""
        with was as ({counted} and inputs.month = $before),
        now as ({counted} and inputs.month = $month),
        side_by_side as (
            select
                coalesce(now.indicator, was.indicator) as indicator,
                coalesce(now.subject, was.subject) as subject,
                coalesce(now.child_id, was.child_id) as child_id,
                coalesce(now.team, was.team) as team,
                was.subject is not null as was_there,
                now.subject is not null as is_there,
                coalesce(was.counted, false) as was_counted,
                coalesce(now.counted, false) as is_counted
            from was
            full join now on now.indicator = was.indicator and now.subject = was.subject
        ),
        followed as (
            select *, count(*) filter (where was_there and is_there) over (partition by indicator)
                >= $persist * count(*) filter (where was_there) over (partition by indicator) as persists
            from side_by_side
        )
        select indicator, subject, child_id, team, is_counted
        from followed
        where persists and was_counted <> is_counted
        order by indicator, is_counted desc, team, subject
        """,
        **given_for(indicators, authority, [month_end_before(month), month], None),
        before=month_end_before(month),
        month=month,
        persist=PERSIST,
    )
    rows = rows.astype(object).where(rows.notna(), None)
    listed: dict[str, list[Subject]] = {indicator.id: [] for indicator in indicators}
    for row in rows.to_dict("records"):
        kind = COUNTED_NOW if row["is_counted"] else NO_LONGER
        listed[row["indicator"]].append(Subject(row["subject"], row["child_id"], row["team"], kind))
    return {name: tuple(subjects) for name, subjects in listed.items()}
