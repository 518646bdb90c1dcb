/*
whole = "72 months"
needs = ["missing"]
loses = "When a return home interview was held is not in the dataset."
*/
select
    origin,
    miss_person_id as child_id,
    miss_missing_episode_type as kind,
    miss_missing_episode_start_date as start_date,
    miss_missing_episode_end_date as end_date,
    miss_missing_rhi_offered as interview_offered,
    miss_missing_rhi_accepted as interview_accepted
from missing
