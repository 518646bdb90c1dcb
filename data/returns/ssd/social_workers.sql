/*
whole = "month end"
needs = ["professionals"]
may_be_blank = ["team", "role", "fte", "agency", "start_date"]
loses = "When a worker began and left, posts, absence and sickness are not in the dataset."
*/
select
    origin,
    prof_professional_id as worker_id,
    given(prof_professional_department) as team,
    case
        when regexp_matches(prof_professional_job_title, 'director|head of', 'i') then '1'
        when regexp_matches(prof_professional_job_title, 'service manager', 'i') then '2'
        when regexp_matches(prof_professional_job_title, 'team (manager|leader)|practice (manager|leader)', 'i') then '3'
        when regexp_matches(prof_professional_job_title, 'senior|advanced|consultant', 'i') then '4'
        else '5'
    end as role,
    prof_full_time_equivalency as fte,
    prof_agency_worker_flag as agency
from professionals
where regexp_matches(prof_professional_job_title, 'social work|director|head of|service manager|team (manager|leader)|practice (manager|leader)|senior practitioner', 'i')
