"""The workforce: who holds cases, and whether that can be.

A worker who is not known, or who has left, still holding cases is a query and sets no row aside: the case is there, and
that nobody holds it is what a manager must see.
"""

from validation.rules.question import Between
from validation.rules.severity import INFO, QUERY

RULES = (
    Between(
        id="training.course.no_known_safeguarding",
        severity=QUERY,
        sentence="{course} is mandatory and speaks of safeguarding, yet it is none of the names by which safeguarding "
        "training is counted. Call it Safeguarding children, at its level, or say why it is none.",
        sql="""
select row_number as row, course
from training
where mandatory = 'Y' and contains(lower(course), 'safeguarding') and not safeguarding_course(course)
""",
    ),
    Between(
        id="case_allocations.worker_id.not_among_workers",
        severity=QUERY,
        sentence="{worker_id} is not in {where[social_workers]}. Add the worker there, or correct the identifier.",
        sql="""
select row_number as row, worker_id
from case_allocations
where worker_id is not null and worker_id not in (select worker_id from social_workers where worker_id is not null)
""",
    ),
    Between(
        id="case_allocations.worker_id.left",
        severity=QUERY,
        sentence="{worker_id} left on {left_on}, yet still holds this case. Give it an {heading_of[end_date]}, or "
        "correct the leaving date.",
        sql="""
select cases.row_number as row, cases.worker_id, workers.end_date as left_on
from case_allocations as cases
join social_workers as workers on cases.worker_id = workers.worker_id
where workers.end_date <= month_end() and open_on(cases.start_date, cases.end_date, month_end())
""",
    ),
    Between(
        id="case_allocations.worker_id.too_many_cases",
        severity=QUERY,
        sentence="{worker_id} holds {cases} cases at the month end, more than 40. Check that it is one person.",
        sql="""
select min(row_number) as row, worker_id, count(*) as cases
from case_allocations
where open_on(start_date, end_date, month_end()) and worker_id is not null
group by worker_id
having count(*) > 40
""",
    ),
    Between(
        id="social_workers.fte.none_with_cases",
        severity=QUERY,
        sentence="{worker_id} has 0 full-time equivalent and holds {cases} at the month end. Check both.",
        sql="""
select
    workers.row_number as row,
    workers.worker_id,
    case when count(*) = 1 then '1 case' else count(*) || ' cases' end as cases
from social_workers as workers
join case_allocations as cases on workers.worker_id = cases.worker_id
where workers.fte = 0 and open_on(cases.start_date, cases.end_date, month_end())
group by workers.row_number, workers.worker_id
""",
    ),
    Between(
        id="agency_assignments.worker_id.employed",
        severity=QUERY,
        sentence="{worker_id} has an agency assignment in force at the month end, and is no agency worker in "
        "{where[social_workers]}. Correct that there, or give the assignment an {heading_of[end_date]}.",
        sql="""
select assignments.row_number as row, assignments.worker_id
from agency_assignments as assignments
join social_workers as workers on assignments.worker_id = workers.worker_id
where workers.agency = 'N'
    and open_on(assignments.start_date, assignments.end_date, month_end())
    and open_on(workers.start_date, workers.end_date, month_end())
""",
    ),
    Between(
        id="looked_after_children.child_id.no_social_worker",
        severity=QUERY,
        sentence="{child_id} is looked after at the month end and has no social worker in the social worker episodes. "
        "Record who holds the case, or say why nobody does.",
        sql="""
select max(row_number) as row, child_id
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
    and child_id not in (
        select child_id
        from social_worker_episodes
        where child_id is not null and open_on(start_date, end_date, month_end())
    )
group by child_id
""",
    ),
    # A pseudonym of one's own is welcome here; DfE's return will want the number of Social Work England.
    Between(
        id="social_worker_episodes.worker_id.not_as_registered",
        severity=INFO,
        dfe_rule="SW02",
        sentence="{workers} of {all_workers} workers are not named by their registration, such as SW12345, or by XX "
        "and a number of one's own. It is well here; the SSDA903 return asks for it.",
        sql="""
select
    null as row,
    count(distinct worker_id) filter (not registered) as workers,
    count(distinct worker_id) as all_workers
from (
    select worker_id, regexp_full_match(worker_id, '(SW|XX)[A-Za-z0-9]+') as registered
    from social_worker_episodes
    where worker_id is not null
)
having workers > 0
""",
    ),
)
