"""Family Help: its one history of levels beside the records it sums up, and who may lead at which level.

All are queries. Where two records of a child do not agree, either may be the true one; and a child on a plan whom no
social worker leads is there, and is what a manager must see. What it says of a level that is over is not asked.
"""

from collections.abc import Iterator

from validation.rules.question import Between
from validation.rules.severity import QUERY

HELPED_NOW = "open_on(helped.start_date, helped.end_date, month_end())"
OPEN_NOW = "open_on(records.start_date, records.end_date, month_end())"
IN_NEED = "open_on(records.referral_date, records.close_date, month_end()) and records.no_further_action = 'N'"
ON_A_PLAN = f"{OPEN_NOW} and coalesce(records.other_authority, 'N') = 'N'"
IN_CARE = f"{OPEN_NOW} and not_short_break(records.legal_status)"
SUMMED_UP = (
    ("EH", "early_help", OPEN_NOW, "early help of the child"),
    ("CIN", "referrals", IN_NEED, "case of the child"),
    ("CP", "child_protection_plans", ON_A_PLAN, "child protection plan"),
    ("CLA", "looked_after_children", IN_CARE, "episode of care"),
)
"""Each level with the extract that holds what is open there, and what that is called."""
ABOVE = (
    ("plan", "child_protection_plans", ON_A_PLAN, "a child protection plan"),
    ("care", "looked_after_children", IN_CARE, "an episode of care"),
)
"""What a level of early help or of a child in need must not stand beside."""


def _without_what_it_sums_up() -> Iterator[Between]:
    """Yield a rule for each level: it is open, and nothing is that makes it one."""
    for level, extract, is_open, called in SUMMED_UP:
        yield Between(
            id=f"family_help.level.{level.lower()}_alone",
            severity=QUERY,
            sentence=f"it is {level} since {{start_date}}, and no {called} is open in {{where[{extract}]}}. Record it "
            "there, or end the level.",
            sql=f"""
select helped.row_number as row, helped.start_date
from family_help as helped
where helped.level = '{level}'
    and {HELPED_NOW}
    and helped.child_id not in (select records.child_id from {extract} as records where {is_open})
""",
        )


def _below_what_is_open() -> Iterator[Between]:
    """Yield the rules on a level that is lower than what is open of the child."""
    for name, extract, is_open, called in ABOVE:
        yield Between(
            id=f"family_help.level.below_{name}",
            severity=QUERY,
            sentence=f"it is {{level}} since {{start_date}}, beside {called} that is open since {{since}} in "
            f"{{where[{extract}]}}. There a social worker must lead. Change the level, or end what is over.",
            sql=f"""
select helped.row_number as row, helped.level, helped.start_date, min(records.start_date) as since
from family_help as helped
join {extract} as records on records.child_id = helped.child_id
where helped.level in ('EH', 'CIN')
    and {HELPED_NOW}
    and {is_open}
group by helped.row_number, helped.level, helped.start_date
""",
        )


RULES = (
    *_without_what_it_sums_up(),
    *_below_what_is_open(),
    Between(
        id="family_help.lead_profession.no_social_worker",
        severity=QUERY,
        sentence="it is {lead_profession}, and the level is {level} since {start_date}. Of a child on a protection "
        "plan or in care a social worker must lead (SW). Correct it, or hand the case over.",
        sql=f"""
select helped.row_number as row, helped.level, helped.lead_profession, helped.start_date
from family_help as helped
where helped.level in ('CP', 'CLA')
    and helped.lead_profession <> 'SW'
    and {HELPED_NOW}
""",
    ),
    Between(
        id="family_help.lead_left_date.before_start",
        severity=QUERY,
        sentence="the practitioner left on {lead_left_date}, before the lead began on {start_date}. Correct one of the "
        "two, or name who leads.",
        sql="""
select row_number as row, lead_left_date, start_date
from family_help
where lead_left_date < start_date
""",
    ),
    Between(
        id="family_help.lead_left_date.nobody",
        severity=QUERY,
        sentence="a practitioner left on {lead_left_date}, and no {heading_of[lead_id]} says who that is. Name the "
        "practitioner, or take the day away.",
        sql="""
select row_number as row, lead_left_date
from family_help
where lead_left_date is not null and lead_id is null
""",
    ),
    Between(
        id="family_help.lead_id.two_professions",
        severity=QUERY,
        sentence="{lead_id} is {lead_profession} here and {another} in row {other_row}. Correct the profession, or the "
        "identifier of one of the two.",
        sql="""
select
    helped.row_number as row,
    helped.lead_id,
    helped.lead_profession,
    first_row.lead_profession as another,
    first_row.row_number as other_row
from family_help as helped
join (
    select lead_id, arg_min(lead_profession, row_number) as lead_profession, min(row_number) as row_number
    from family_help
    where lead_id is not null and lead_profession is not null
    group by lead_id
) as first_row on first_row.lead_id = helped.lead_id
where helped.lead_profession <> first_row.lead_profession
""",
    ),
)
