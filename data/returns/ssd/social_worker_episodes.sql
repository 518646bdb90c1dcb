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
where invo_professional_id is not null
    and holds_the_case(invo_professional_role_id)
    and invo_person_id in (
        select clae_person_id
        from cla_episodes
        where clae_cla_episode_ceased_date_day is null or clae_cla_episode_ceased_date_day > invo_involvement_start_date_day
    )
