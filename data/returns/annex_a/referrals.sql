/*
whole = "6 months"
may_be_blank = ["source", "no_further_action"]
loses = "Who made the referral is known only of those in List 3; cases begun earlier come from List 6."

[held_in]
no_further_action = ["list_3.nfa", "list_6.start"]
*/
with cases as (
    select *
    from list_6
    -- Of several that began on one day the one that was open longest, whatever the order of the rows.
    qualify row_number() over (
        partition by child, coalesce(start_day::varchar, start)
        order by closure_day desc nulls first, seen_day desc nulls last, need, reason, team, origin
    ) = 1
)
select
    made_of(list_3.origin, cases.origin) as origin,
    named_after(coalesce(list_3.child, cases.child), coalesce(list_3.referral, cases.start)) as referral_id,
    coalesce(list_3.child, cases.child) as child_id,
    coalesce(list_3.referral, cases.start) as referral_date,
    list_3.source as source,
    -- A case that began on the day of the referral is what became of it.
    coalesce(list_3.nfa, case when cases.child is not null then 'N' end) as no_further_action,
    cases.need as primary_need,
    cases.closure as close_date,
    cases.reason as close_reason,
    cases.seen as last_seen,
    coalesce(cases.team, list_3.team) as team
from list_3
full join cases on cases.child = list_3.child and cases.start_day = list_3.referral_day
