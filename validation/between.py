"""Rules across rows and between extracts: each a question in SQL, its answer the rows that break it.

Every question returns `row`, the number of the row to put right, and the columns that its sentence names. An extract
that is not among the files is asked for as published; where there is none the question is not asked, and that is said.
"""

from collections.abc import Mapping
from datetime import date

import pandas

from data.extract import Declared, all_extracts
from data.frames import ask_frames
from data.frames import can_be_asked as frames_can_answer
from validation.persons import RULES as ON_PERSONS
from validation.question import Between
from validation.rules import BLOCK, QUERY
from validation.sentences import listed, shown

OVERLAP_NUMBERS = {
    "child_protection_plans": "8935",
    "cin_plans": "4014",
    "looked_after_children": "501",
    "missing_episodes": "574",
    "referrals": "8815",
    "social_worker_episodes": "SW10",
}

# Open on a day: it began on or before that day, and has no end or ended after it. So two periods overlap where each
# begins before the other ends, and a period that begins and ends on one day is open on none.
OVERLAP = """
with periods as (
    select row_number, {key}, {start} as start_date, coalesce({end}, date '9999-12-31') as ended
    from {extract}
    where {start} < coalesce({end}, date '9999-12-31'){unless}
)
select
    mine.row_number as row,
    mine.{key},
    list_sort(list(other.row_number)) as others,
    strftime(arg_min(other.start_date, other.row_number), '%d/%m/%Y') as other_start
from periods as mine
join periods as other
    on mine.{key} = other.{key}
    and mine.row_number <> other.row_number
    and mine.start_date < other.ended
    and other.start_date < mine.ended
group by mine.row_number, mine.{key}
"""

NOT_AMONG_CHILDREN = """
select row_number as row, child_id
from {extract}
where child_id is not null and child_id not in (select child_id from children where child_id is not null)
"""

RULES = (
    Between(
        id="child_protection_plans.start_date.before_birth",
        severity=BLOCK,
        dfe_rule="8606",
        sentence="{start_date} is more than 40 weeks before the child's date of birth, {date_of_birth}. Check both.",
        sql="""
select plans.row_number as row, plans.start_date, children.date_of_birth
from child_protection_plans as plans
join children on plans.child_id = children.child_id
where plans.start_date < children.date_of_birth - interval 280 days
""",
    ),
    Between(
        id="looked_after_children.start_date.before_birth",
        severity=BLOCK,
        dfe_rule="302",
        sentence="{start_date} is before the child's date of birth, {date_of_birth}. Check both.",
        sql="""
select episodes.row_number as row, episodes.start_date, children.date_of_birth
from looked_after_children as episodes
join children on episodes.child_id = children.child_id
where episodes.start_date < children.date_of_birth
""",
    ),
    Between(
        id="looked_after_children.reason_ended.without_end",
        severity=BLOCK,
        dfe_rule="148",
        sentence="{reason_ended} is given, yet end_date is blank. Give the date, or take the reason away.",
        sql="""
select row_number as row, reason_ended
from looked_after_children
where reason_ended is not null and end_date is null and "unreadable:end_date" is null
""",
    ),
    Between(
        id="looked_after_children.end_date.without_reason",
        severity=BLOCK,
        dfe_rule="148",
        sentence="the episode ended on {end_date}, yet reason_ended is blank. Give the reason, or take the date away.",
        sql="""
select row_number as row, end_date
from looked_after_children
where end_date is not null and reason_ended is null
""",
    ),
    Between(
        id="referrals.close_date.without_reason",
        severity=BLOCK,
        dfe_rule="8805",
        sentence="the case was closed on {close_date}, yet close_reason is blank. Give the reason, or take the date "
        "away.",
        sql="""
select row_number as row, close_date
from referrals
where close_date is not null and close_reason is null and coalesce(no_further_action, 'N') = 'N'
""",
    ),
    Between(
        id="referrals.close_reason.without_date",
        severity=BLOCK,
        dfe_rule="8810",
        sentence="{close_reason} is given, yet close_date is blank. Give the date, or take the reason away.",
        sql="""
select row_number as row, close_reason
from referrals
where close_reason is not null and close_date is null and "unreadable:close_date" is null
""",
    ),
    Between(
        id="school_attendance.unauthorised_absence.more_than_possible",
        severity=BLOCK,
        sentence="{authorised_absence} authorised and {unauthorised_absence} unauthorised make {missed} sessions "
        "missed, more than the {possible_sessions} possible. Correct these figures.",
        sql="""
select
    row_number as row,
    authorised_absence,
    unauthorised_absence,
    authorised_absence + unauthorised_absence as missed,
    possible_sessions
from school_attendance
where authorised_absence + unauthorised_absence > possible_sessions
    and authorised_absence <= possible_sessions
    and unauthorised_absence <= possible_sessions
""",
    ),
    Between(
        id="case_allocations.worker_id.not_among_workers",
        severity=QUERY,
        sentence="{worker_id} is not in the social workers extract. Add the worker there, or correct the identifier.",
        sql="""
select row_number as row, worker_id
from case_allocations
where worker_id is not null and worker_id not in (select worker_id from social_workers where worker_id is not null)
""",
    ),
    Between(
        id="case_allocations.worker_id.left",
        severity=QUERY,
        sentence="{worker_id} left on {left_on}, yet still holds this case. Give it an end_date, or correct "
        "the leaving date.",
        sql="""
select cases.row_number as row, cases.worker_id, workers.end_date as left_on
from case_allocations as cases
join social_workers as workers on cases.worker_id = workers.worker_id
where workers.end_date <= {month_end} and cases.start_date <= {month_end}
    and (cases.end_date is null or cases.end_date > {month_end})
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
where workers.fte = 0 and cases.start_date <= {month_end}
    and (cases.end_date is null or cases.end_date > {month_end})
group by workers.row_number, workers.worker_id
""",
    ),
)


def _unless(declared: Declared) -> str:
    """Write in SQL which rows may lawfully run beside another."""
    return "".join(
        f" and coalesce({column}, '') not in ({', '.join(repr(code) for code in codes)})"
        for column, codes in declared.one_open_unless.items()
    )


def _overlap(declared: Declared) -> str:
    """Write in SQL that two rows of the same child or plan are open at once."""
    start, end = declared.open_between
    return OVERLAP.format(
        extract=declared.name, key=declared.one_open_per, start=start, end=end, unless=_unless(declared)
    )


def all_rules() -> list[Between]:
    """Return the rules declared here, and those that every declaration of a period or a child brings with it."""
    rules = [*RULES, *ON_PERSONS]
    for name, declared in all_extracts().items():
        if key := declared.one_open_per:
            rules.append(
                Between(
                    f"{name}.{key}.one_open",
                    BLOCK,
                    f"{{{key}}} has another row open at the same time: row {{others}}, from {{other_start}}. End the "
                    "earlier one, or correct the dates.",
                    _overlap(declared),
                    OVERLAP_NUMBERS.get(name, ""),
                )
            )
        if name != "children" and "child_id" in declared.column_names:
            sentence = "{child_id} is not in the children extract. Add the child there, or correct the identifier."
            sql = NOT_AMONG_CHILDREN.format(extract=name)
            rules.append(Between(f"{name}.child_id.not_among_children", QUERY, sentence, sql))
    return rules


def can_be_asked(rule: Between, frames: Mapping[str, pandas.DataFrame], month_end: date) -> bool:
    """Tell whether every column is there that a rule reads."""
    return frames_can_answer(rule.sql.replace("{month_end}", f"date '{month_end}'"), frames)


def ask(rule: Between, frames: Mapping[str, pandas.DataFrame], month_end: date) -> list[tuple[int, str]]:
    """Return the row numbers that break a rule, in order, each with its sentence."""
    asked = {name: frames[name] for name in rule.needs}
    answers = ask_frames(rule.sql.replace("{month_end}", f"date '{month_end}'"), asked)
    sentences = [
        (answer["row"], rule.sentence.format_map({name: _in_words(value) for name, value in answer.items()}))
        for answer in answers
    ]
    return sorted(sentences)


def _in_words(value: object) -> str:
    return listed(value) if isinstance(value, list) else str(value) if isinstance(value, str) else shown(value)
