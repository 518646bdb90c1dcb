/*
whole = "1 April"
needs = ["section_47"]
loses = "When an enquiry was concluded is not in the census. A conference made a plan where a plan began on its day; one that no enquiry led to is that of a child who moved here on another authority's plan."

[held_in]
start_date = ["section_47.start", "cin_details.conference"]
conference_date = ["section_47.conference", "cin_details.conference"]
transfer_in = ["cin_details.conference"]
plan_made = ["section_47.conference", "cin_details.conference", "child_protection_plans.start"]
*/
with moved_in as (
    select cin_details.*
    from cin_details
    left join section_47 on section_47.child = cin_details.child and section_47.conference_day = cin_details.conference_day
    where cin_details.conference is not null
        and section_47.child is null
),
enquiries as (
    select origin, child, referral, start, start_day, not_required, target, conference, conference_day, null as moved
    from section_47
    union all
    select origin, child, referral, conference, conference_day, null, null, conference, conference_day, 'Y'
    from moved_in
),
plans as (
    select child, start_day, min(origin) as plan_origin
    from child_protection_plans
    where start_day is not null
    group by child, start_day
)
select
    made_of(enquiries.origin, plans.plan_origin) as origin,
    named_after(enquiries.child, enquiries.start)
    || again(row_number() over (partition by enquiries.child, enquiries.start order by enquiries.moved nulls first, enquiries.conference_day nulls last, enquiries.origin)) as enquiry_id,
    named_after(enquiries.child, enquiries.referral) as referral_id,
    enquiries.child as child_id,
    enquiries.start as start_date,
    enquiries.not_required as conference_not_required,
    enquiries.target as conference_target,
    enquiries.conference as conference_date,
    enquiries.moved as transfer_in,
    case
        when enquiries.conference is null then null
        when plans.child is not null then 'Y'
        else 'N'
    end as plan_made
from enquiries
left join plans on plans.child = enquiries.child and plans.start_day = enquiries.conference_day
order by enquiries.origin
