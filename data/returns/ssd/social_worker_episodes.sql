/*
whole = "72 months"
needs = ["involvements", "cla_episodes"]
*/
select
    origin,
    invo_person_id as child_id,
    invo_professional_id as worker_id,
    invo_involvement_start_date as start_date,
    invo_involvement_end_date as end_date,
    invo_worker_change_reason as change_reason
from involvements
join (
    select clae_person_id as child, max(coalesce(clae_cla_episode_ceased_date_day, date '9999-12-31')) as until
    from cla_episodes
    group by clae_person_id
) as cared_for on cared_for.child = invo_person_id
where invo_professional_id is not null
    and holds_the_case(invo_professional_role_id)
    and coalesce(until > invo_involvement_start_date_day, until = date '9999-12-31')
