"""Every child protection plan followed from its start to its end, put together from all the months published.

One month's file holds the plans open in its last 12 months. A plan that ended before that is known from the latest
file that held it. Before the first of those files the picture is not whole: a short plan that began and ended earlier
is in none of them, while a long one is. `since` is the first day from which no plan is missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from data.access import Act, Reader
from data.ledger.clock import end_of
from data.months import months_before
from data.store.store import Store
from indicators.figures.measured_figures import let_in

WINDOW = 12
"""How many months up to its month end a file of plans is whole for."""
SOON = 31
"""So many days after its end, what a plan ended with is still told by what followed."""
CARE, ADULT, IN_NEED, OTHERWISE = "Became looked after", "Turned 18", "Stepped down to child in need", "Closed"
STEPPED_DOWN_OR_CLOSED = "Stepped down or closed"
"""Where no child in need plans were published, a step down cannot be told from a case that closed."""
UNKNOWN = "Not known"


@dataclass(frozen=True)
class Followed:
    """Hold the plans as known at a month end: plan_id, family, start_date, end_date (blank while open), ending."""

    plans: pd.DataFrame
    since: date
    month: date


def follow(store: Store, reader: Reader, authority: str, month: date) -> Followed | None:
    """Follow every plan of an authority up to a month end; None where that month's plans were not published."""
    reader.must(Act.ROWS)
    let_in(reader, authority)
    parameters = {"authority": authority, "month": month, "moment": end_of(None)}
    months = store.ask(reader, f"{KNOWN} select month, whole_from from held order by month desc", **parameters)
    if months.empty or months["month"].iloc[0].date() != month:
        return None
    since = whole_since(_days(row) for row in months.to_dict("records"))
    plans = store.ask(reader, f"{KNOWN} {PLANS}", **parameters)
    ended_before = plans["end_date"] < pd.Timestamp(since)
    return Followed(plans.loc[~ended_before].reset_index(drop=True), since, month)


def whole_since(months: Iterable[tuple[date, date | None]]) -> date:
    """Return the first day from which no plan is missing; months come latest first, with where each is whole from.

    A gap of a year between two files would hide the plans that began and ended in it, so nothing before it counts.
    """
    since = date.max
    for month, whole_from in months:
        if since != date.max and month < since - timedelta(days=1):
            break
        since = min(since, whole_from or months_before(month, WINDOW) + timedelta(days=1))
    return since


def _days(row: dict) -> tuple[date, date | None]:
    """Return a month end and from when its file is whole, as days."""
    return row["month"].date(), None if pd.isna(row["whole_from"]) else row["whole_from"].date()


KNOWN = """
    with known as (
        select load, month, extract, whole_from
        from loads_known($moment)
        where authority = $authority and month <= $month
    ),
    held as (
        select
            month, load, whole_from,
            lead(month) over (order by month) as next_month,
            lead(whole_from) over (order by month) as next_whole_from
        from known
        where extract = 'child_protection_plans'
    )
"""
PLANS = f""",
    latest as (
        select plans.*, held.month, held.next_month, held.next_whole_from
        from held
        join uploaded.child_protection_plans as plans on plans.load = held.load
        where plans.start_date <= held.month
        qualify row_number() over (partition by plans.plan_id order by held.month desc) = 1
    ),
    in_care as (
        select distinct latest.plan_id
        from latest
        join known on known.extract = 'looked_after_children' and known.month = latest.month
        join uploaded.looked_after_children as care
            on care.load = known.load and care.child_id = latest.child_id
        where care.start_date <= latest.end_date + {SOON} and open_on(latest.end_date, care.end_date, latest.end_date)
            and not_short_break(care.legal_status)
    ),
    in_need as (
        select distinct latest.plan_id
        from latest
        join known on known.extract = 'cin_plans' and known.month = latest.month
        join uploaded.cin_plans as need on need.load = known.load and need.child_id = latest.child_id
        where need.start_date <= latest.end_date + {SOON} and open_on(latest.end_date, need.end_date, latest.end_date)
    )
    select
        latest.plan_id,
        -- Brothers and sisters; where the family is not known, plans made on one day in one team.
        coalesce(latest.family_id, latest.start_date::varchar || ' ' || coalesce(latest.team, '')) as family,
        latest.start_date,
        case when latest.end_date <= $month then latest.end_date end as end_date,
        case
            when latest.end_date is null or latest.end_date > $month then null
            when in_care.plan_id is not null then '{CARE}'
            when age_on(children.date_of_birth, latest.end_date + {SOON}) >= 18 then '{ADULT}'
            when in_need.plan_id is not null then '{IN_NEED}'
            when care_load.load is null or children_load.load is null then '{UNKNOWN}'
            when need_load.load is null then '{STEPPED_DOWN_OR_CLOSED}'
            else '{OTHERWISE}'
        end as ending
    from latest
    left join in_care on in_care.plan_id = latest.plan_id
    left join in_need on in_need.plan_id = latest.plan_id
    left join known as care_load on care_load.extract = 'looked_after_children' and care_load.month = latest.month
    left join known as need_load on need_load.extract = 'cin_plans' and need_load.month = latest.month
    left join known as children_load on children_load.extract = 'children' and children_load.month = latest.month
    left join uploaded.children as children
        on children.load = children_load.load and children.child_id = latest.child_id
    where coalesce(latest.other_authority, 'N') = 'N'
        -- What a later file ought to hold and does not was taken out as a mistake.
        and (
            latest.next_month is null
            or latest.end_date < coalesce(
                latest.next_whole_from, (months_before(latest.next_month, {WINDOW}) + interval 1 day)::date)
        )
    order by latest.start_date, latest.plan_id
"""
