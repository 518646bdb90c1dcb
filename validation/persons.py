"""Rules on who the children are, and on how many cases a worker can hold: questions in SQL like those in `between`."""

from validation.question import Between
from validation.rules import BLOCK, QUERY

RULES = (
    Between(
        id="children.date_of_birth.after_month_end",
        severity=BLOCK,
        sentence="{date_of_birth} is after the month end, and sex is {sex}. Correct the date; for an unborn child give "
        "U for sex.",
        sql="""
select row_number as row, date_of_birth, sex
from children
where date_of_birth > {month_end} and sex <> 'U'
""",
    ),
    Between(
        id="children.date_of_birth.too_far_ahead",
        severity=BLOCK,
        sentence="{date_of_birth} is more than 42 weeks after the month end, too far for an expected date of birth. "
        "Correct it.",
        sql="""
select row_number as row, date_of_birth
from children
where date_of_birth > {month_end} + interval 294 days and sex = 'U'
""",
    ),
    Between(
        id="children.date_of_birth.too_old",
        severity=BLOCK,
        sentence="{date_of_birth} makes the young person {age} at the month end; nobody older than 25 within the "
        "window belongs here. Correct the date or take the row out.",
        sql="""
select row_number as row, date_of_birth, cast(date_sub('year', date_of_birth, {month_end}) as varchar) as age
from children
where date_of_birth <= {month_end} - interval 27 years
""",
    ),
    Between(
        id="children.child_id.two_spellings",
        severity=QUERY,
        sentence="{child_id} and {other} on row {other_row} differ only in noughts, hyphens or capitals, and have one "
        "date of birth. Check whether they are one child; they are not joined here.",
        sql="""
with spelled as (
    select row_number, child_id, date_of_birth, ltrim(replace(lower(child_id), '-', ''), '0') as plain
    from children
)
select
    mine.row_number as row,
    mine.child_id,
    arg_min(other.child_id, other.row_number) as other,
    cast(min(other.row_number) as varchar) as other_row
from spelled as mine
join spelled as other
    on mine.plain = other.plain
    and mine.child_id <> other.child_id
    and mine.date_of_birth = other.date_of_birth
group by mine.row_number, mine.child_id
""",
    ),
    Between(
        id="case_allocations.worker_id.too_many_cases",
        severity=QUERY,
        sentence="{worker_id} holds {cases} cases at the month end, more than 60. Check that it is one person.",
        sql="""
select min(row_number) as row, worker_id, cast(count(*) as varchar) as cases
from case_allocations
where start_date <= {month_end} and (end_date is null or end_date > {month_end}) and worker_id is not null
group by worker_id
having count(*) > 60
""",
    ),
)
