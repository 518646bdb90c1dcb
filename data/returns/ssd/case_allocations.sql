/*
whole = "72 months"
needs = ["involvements"]
may_be_blank = ["case_type"]
loses = "What kind of case it is is told by the other tables as they stand at the month end."

[held_in]
allocated_as = ["involvements.invo_professional_role_id"]
case_type = ["involvements.invo_person_id"]
*/
select
    made_of(involvements.origin, families.origin) as origin,
    invo_involvements_id as allocation_id,
    invo_person_id as child_id,
    invo_professional_id as worker_id,
    case when holds_the_case(invo_professional_role_id) then 'CASE' else 'SECOND' end as allocated_as,
    case_types.kind as case_type,
    invo_involvement_start_date as start_date,
    invo_involvement_end_date as end_date,
    invo_worker_change_reason as change_reason,
    fami_family_id as family_id
from involvements
left join case_types on case_types.child = invo_person_id
left join families on families.child = invo_person_id
where invo_professional_id is not null
    and (
        holds_the_case(invo_professional_role_id)
        or regexp_matches(invo_professional_role_id, 'second|co-?work|support', 'i')
    )
