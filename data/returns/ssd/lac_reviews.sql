/*
whole = "72 months"
needs = ["cla_reviews"]
may_be_blank = ["participation"]

[held_in]
child_id = ["cla_reviews.clar_cla_person_id", "cla_reviews.clar_cla_id"]
*/
with of_period as (
    select clae_cla_id as period, min(clae_person_id) as child
    from cla_episodes
    group by clae_cla_id
)
select
    origin,
    coalesce(clar_cla_person_id, of_period.child) as child_id,
    clar_cla_review_date as review_date,
    given(clar_cla_review_participation) as participation,
    clar_cla_review_due_date as due_date
from cla_reviews
left join of_period on of_period.period = clar_cla_id
where clar_cla_review_date is not null
    and coalesce(clar_cla_person_id, of_period.child) is not null
    and coalesce(clar_cla_review_cancelled, 'N') = 'N'
