"""Leaving care: what is said of a young person must fit together, and fit what was said before."""

from validation.rules.question import Between
from validation.rules.severity import INFO, QUERY

RULES = (
    Between(
        id="care_leavers.activity.in_touch_not_known",
        severity=QUERY,
        dfe_rule="345",
        sentence="{what} is 0, not known, yet the authority is in touch. Record it.",
        sql="""
select
    row_number as row,
    case when accommodation is distinct from '0' then 'activity'
        when activity is distinct from '0' then 'accommodation'
        else 'activity, like accommodation,' end as what
from care_leavers
where in_touch = 'YES' and (activity = '0' or accommodation = '0')
""",
    ),
    Between(
        id="care_leavers.in_touch.died_before",
        severity=QUERY,
        dfe_rule="348",
        sentence="{child_id} was said to have died, the month before; now {in_touch} is given. Correct it.",
        sql="""
select here.row_number as row, here.child_id, coalesce(here.in_touch, 'nothing') as in_touch
from care_leavers as here
join before.care_leavers as earlier on here.child_id = earlier.child_id
where earlier.in_touch = 'DIED' and here.in_touch is distinct from 'DIED'
""",
    ),
    Between(
        id="care_leavers.in_touch.still_looked_after",
        severity=QUERY,
        dfe_rule="1007",
        sentence="{child_id} is looked after at the month end, when contact, home and activity are not asked for. "
        "Leave them blank, or end the episode of care.",
        sql="""
select distinct leavers.row_number as row, leavers.child_id
from care_leavers as leavers
join looked_after_children as episodes on leavers.child_id = episodes.child_id
where coalesce(leavers.in_touch, leavers.accommodation, leavers.activity) is not null
    and not_short_break(episodes.legal_status)
    and open_on(episodes.start_date, episodes.end_date, month_end())
""",
    ),
    # Due three months after eligibility begins: at 16 and a quarter for whoever was in care before 16. It is told
    # and not queried: it is what the indicator of pathway plans measures, and its list names the young people.
    Between(
        id="care_leavers.plan_date.overdue",
        severity=INFO,
        sentence="it is blank, more than three months after {eligible_from}, when the young person became eligible. "
        "Give the date of the pathway plan, if there is one.",
        sql="""
select row_number as row, eligible_from
from care_leavers
where plan_date is null
    and "unreadable:plan_date" is null
    and eligibility <> 'QUALIFYING'
    and open_on(eligible_from, support_ended, month_end())
    and eligible_from + interval 3 months < month_end()
    and (select count(plan_date) from care_leavers) > 0
""",
    ),
)
