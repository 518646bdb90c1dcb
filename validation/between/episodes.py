"""Episodes of care in their order: each says why it is new, and that must be what changed since the one before.

DfE corrects these with the authority; here they are queries, as most come from a correction made in one episode only.
"""

from validation.rules.question import Between
from validation.rules.severity import QUERY

EPISODES = """
with episodes as (
    select
        *,
        lag(end_date) over in_order as ended_before,
        lag(legal_status) over in_order as status_before,
        lag([placement, placement_provider, urn, placement_district]) over in_order as place_before,
        [placement, placement_provider, urn, placement_district] as place,
        lead(reason_started) over in_order as next_started,
        lead(placement) over in_order as next_placement
    from looked_after_children
    where not_short_break(legal_status)
    window in_order as (partition by child_id order by start_date)
)
"""

RULES = (
    Between(
        id="looked_after_children.start_date.after_gap",
        severity=QUERY,
        dfe_rule="433",
        sentence="the episode goes on from another ({reason_started}) and began on {start_date}, yet the one before it "
        "ended on {ended_before}. Correct a date, or the reason if the child came back into care.",
        sql=f"""{EPISODES}
select row_number as row, reason_started, start_date, ended_before
from episodes
where reason_started <> 'S' and ended_before < start_date
""",
    ),
    Between(
        id="looked_after_children.reason_started.legal_status_only",
        severity=QUERY,
        dfe_rule="434",
        sentence="L says that the legal status alone changed on {start_date}, yet {found}. Correct the reason, or what "
        "did or did not change.",
        sql=f"""{EPISODES}
select
    row_number as row,
    start_date,
    case when legal_status = status_before then 'it is ' || legal_status || ' as before'
        else 'the placement is ' || placement || ', not ' || place_before[1] || ' as before' end as found
from episodes
where reason_started = 'L' and (legal_status = status_before or placement <> place_before[1])
""",
    ),
    # Two foster homes of one agency look alike unless their districts are given, so only what is told apart counts.
    Between(
        id="looked_after_children.reason_started.placement_only",
        severity=QUERY,
        dfe_rule="435",
        sentence="{reason_started} says that the placement alone changed on {start_date}, yet {found}. Correct the "
        "reason, or what did or did not change.",
        sql=f"""{EPISODES}
select
    row_number as row,
    reason_started,
    start_date,
    case when legal_status <> status_before then 'the legal status is ' || legal_status || ', not ' || status_before
        else 'it is the same placement' end as found
from episodes
where reason_started in ('P', 'T')
    and (
        legal_status <> status_before
        or (place = place_before and urn is not null and placement_district is not null)
    )
""",
    ),
    Between(
        id="looked_after_children.reason_started.both",
        severity=QUERY,
        dfe_rule="436",
        sentence="{reason_started} says that legal status and placement changed on {start_date}, yet the legal status "
        "is {legal_status} as before. Correct the reason, or the status.",
        sql=f"""{EPISODES}
select row_number as row, reason_started, start_date, legal_status
from episodes
where reason_started in ('B', 'U') and legal_status = status_before
""",
    ),
    Between(
        id="looked_after_children.place_change_reason.missing",
        severity=QUERY,
        dfe_rule="225",
        sentence="it is blank, yet the child moved when the episode ended on {end_date}. Record why.",
        sql=f"""{EPISODES}
select row_number as row, end_date
from episodes
where place_change_reason is null
    and reason_ended = 'X1'
    and next_started in ('P', 'T', 'B', 'U')
    and not (placement in ('T0', 'T1', 'T2', 'T3', 'T4') or next_placement in ('T0', 'T1', 'T2', 'T3', 'T4'))
    and (select count(place_change_reason) from looked_after_children) > 0
""",
    ),
    Between(
        id="looked_after_children.placement.starts_temporary",
        severity=QUERY,
        dfe_rule="380",
        sentence="a period of care began on {start_date} in {placement}, a temporary placement. Give the placement "
        "that the child is away from.",
        sql="""
select row_number as row, start_date, placement
from looked_after_children
where reason_started = 'S' and placement in ('T0', 'T1', 'T2', 'T3', 'T4')
""",
    ),
    Between(
        id="looked_after_children.placement.ends_temporary",
        severity=QUERY,
        dfe_rule="381",
        sentence="a period of care ended on {end_date} in {placement}, a temporary placement. Give the placement that "
        "the child was away from.",
        sql="""
select row_number as row, end_date, placement
from looked_after_children
where reason_ended <> 'X1' and end_date is not null and placement in ('T0', 'T1', 'T2', 'T3', 'T4')
""",
    ),
    Between(
        id="looked_after_children.urn.missing",
        severity=QUERY,
        dfe_rule="218",
        sentence="it is blank, and Ofsted inspects the provider of a placement {placement}. Record its number.",
        sql="""
select row_number as row, placement
from looked_after_children
where urn is null
    and placement in ('K1', 'K2', 'K3', 'R3', 'S1', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')
    and (end_date is null or in_months_to(end_date, 12, month_end()))
    and (select count(urn) from looked_after_children) > 0
""",
    ),
)
