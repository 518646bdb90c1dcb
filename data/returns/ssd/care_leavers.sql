/*
whole = "month end"
needs = ["care_leavers"]
may_be_blank = ["team"]
loses = "The name of a personal adviser is not kept, only a sign that stands for it. When a young person became entitled, when support ended and when the first plan was made is not in the dataset."

[held_in]
personal_adviser_id = ["care_leavers.clea_care_leaver_personal_advisor"]
*/
with latest_row as (
    select *
    from care_leavers
    -- Of several rows of a young person the one last in touch.
    qualify row_number() over (
        partition by clea_person_id
        order by
            clea_care_leaver_latest_contact_day desc nulls last,
            clea_pathway_plan_review_date_day desc nulls last,
            clea_care_leaver_eligibility,
            clea_care_leaver_accommodation,
            clea_care_leaver_activity,
            origin
    ) = 1
)
select
    made_of(latest_row.origin, held_by.origin) as origin,
    clea_person_id as child_id,
    clea_care_leaver_eligibility as eligibility,
    clea_care_leaver_in_touch as in_touch,
    clea_care_leaver_latest_contact as last_contact,
    accommodation_of(clea_care_leaver_accommodation, clea_care_leaver_accom_suitable) as accommodation,
    clea_care_leaver_activity as activity,
    clea_pathway_plan_review_date as review_date,
    case
        when given(clea_care_leaver_personal_advisor) is not null
            then 'PA-' || left(md5(upper(clea_care_leaver_personal_advisor)), 12)
    end as personal_adviser_id,
    coalesce(team_named(clea_care_leaver_allocated_team), invo_professional_team) as team
from latest_row
left join held_by on held_by.child = clea_person_id
