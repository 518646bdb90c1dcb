"""Who the children are: dates of birth that cannot be, two spellings of one child, too much left open."""

from validation.rules.question import Between
from validation.rules.severity import BLOCK, INFO, QUERY

RULES = (
    Between(
        id="children.date_of_birth.after_month_end",
        severity=BLOCK,
        sentence="{date_of_birth} is after the month end, and sex is {sex}. Correct the date; for an unborn child give "
        "U for sex.",
        sql="""
select row_number as row, date_of_birth, sex
from children
where date_of_birth > month_end() and sex <> 'U'
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
where date_of_birth > month_end() + 42 * 7 and sex = 'U'
""",
    ),
    Between(
        id="children.date_of_birth.too_old",
        severity=BLOCK,
        sentence="{date_of_birth} makes the young person {age} at the month end; nobody older than 25 within the "
        "window belongs here. Correct the date or take the row out.",
        sql="""
select row_number as row, date_of_birth, age_on(date_of_birth, month_end()) as age
from children
where date_of_birth <= month_end() - interval 27 years
""",
    ),
    Between(
        id="children.child_id.two_spellings",
        severity=QUERY,
        sentence="{child_id} and {other} on row {other_row} differ only in noughts or hyphens, and have one "
        "date of birth. Check whether they are one child; they are not joined here.",
        sql="""
with spelled as (
    select row_number, child_id, date_of_birth, ltrim(replace(child_id, '-', ''), '0') as plain
    from children
)
select
    mine.row_number as row,
    mine.child_id,
    arg_min(other.child_id, other.row_number) as other,
    min(other.row_number) as other_row
from spelled as mine
join spelled as other
    on mine.plain = other.plain
    and mine.child_id <> other.child_id
    and mine.date_of_birth = other.date_of_birth
group by mine.row_number, mine.child_id
""",
    ),
    Between(
        id="children.sex.often_unknown",
        severity=QUERY,
        dfe_rule="2886Q",
        sentence="sex is U for {unknown} of {born} children already born, more than 2%. Record it, or say why not.",
        sql="""
select null as row, count(*) filter (sex = 'U') as unknown, count(*) as born
from children
where date_of_birth <= month_end()
having born >= 50 and unknown > born * 0.02
""",
    ),
    # One disability of each child is asked for here, so DfE's query of several (2888Q) has no place.
    Between(
        id="children.disability.few_kinds",
        severity=INFO,
        dfe_rule="2887Q",
        sentence="only {kinds} kinds of disability are recorded among {disabled} disabled children; DfE would expect 8 "
        "or more. Check that the case system gives the kind, not only that there is one.",
        sql="""
select null as row, count(distinct disability) as kinds, count(*) as disabled
from children
where disability <> 'NONE'
having disabled >= 50 and kinds < 8
""",
    ),
    Between(
        id="children.ethnicity.less_known",
        severity=QUERY,
        sentence="ethnicity is refused or not obtained for {now} of children, {then} the month before. Obtain it, or "
        "say why it is rising.",
        sql="""
with shares as (
    select
        (select avg((ethnicity in ('REFU', 'NOBT'))::integer) from children having count(*) >= 50) as now,
        (select avg((ethnicity in ('REFU', 'NOBT'))::integer) from before.children having count(*) >= 50) as earlier
)
select null as row, format('{:.1f}%', now * 100) as now, format('{:.1f}%', earlier * 100) as then
from shares
where now > earlier + 0.01
""",
    ),
)
