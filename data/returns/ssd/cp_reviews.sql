/*
whole = "72 months"
needs = ["cp_reviews"]
loses = "Whether parents took part is not in the dataset."
*/
select
    made_of(cp_reviews.origin, cp_plans.origin) as origin,
    cppr_cp_review_id as review_id,
    cppr_cp_plan_id as plan_id,
    coalesce(cppr_person_id, cppl_person_id) as child_id,
    cppr_cp_review_due as due_date,
    cppr_cp_review_date as held_date,
    cppr_cp_review_quorate as quorate,
    given(cppr_cp_review_participation) as child_participation,
    cppr_cp_review_outcome_continue_cp as plan_continues
from cp_reviews
left join cp_plans on cppl_cp_plan_id = cppr_cp_plan_id
where coalesce(cppr_person_id, cppl_person_id) is not null
