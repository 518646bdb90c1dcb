/*
whole = "72 months"
needs = ["early_help_episodes"]
may_be_blank = ["organisation"]
loses = "Assessments, reviews and the team are not in the dataset; reasons in words of the authority's own are taken where they say step down, step up, or what one of our reasons does."
*/
select
    made_of(early_help_episodes.origin, families.origin) as origin,
    earl_episode_id as early_help_id,
    earl_person_id as child_id,
    fami_family_id as family_id,
    earl_episode_start_date as start_date,
    earl_episode_end_date as end_date,
    early_help_begun(earl_episode_reason) as reason,
    early_help_ended(earl_episode_end_reason) as reason_ended,
    given(earl_episode_organisation) as organisation
from early_help_episodes
left join families on families.child = earl_person_id
