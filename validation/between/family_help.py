"""Family Help: its one history of levels beside the records it sums up, and who may lead at which level.

All are queries. Where two records of a child do not agree, either may be the true one; and a child on a plan whom no
social worker leads is there, and is what a manager must see. What it says of a level that is over is not asked. A time
of the history begins with a level or with a lead, so no sentence says since when a child is at a level.
"""

from collections.abc import Iterator

from data.vocabulary.populations import spelled_out
from validation.rules.question import Between
from validation.rules.severity import QUERY

HELPED_NOW = "open_on(helped.start_date, helped.end_date, month_end())"
HELPED_EARLY = "select child_id from early_help where open_on(start_date, end_date, month_end())"
SUMMED_UP = (
    ("EH", HELPED_EARLY, "early_help", "early help of the child"),
    ("CIN", "select child_id from in_need(month_end())", "referrals", "case of the child with further action"),
    ("CP", "select child_id from on_a_plan(month_end())", "child_protection_plans", "plan of this authority"),
    ("CLA", "select child_id from looked_after(month_end())", "looked_after_children", "care other than short breaks"),
)
"""Each level with the children who are at it, the extract that holds them, and what of them is open there."""
ABOVE = (
    ("plan", "on_a_plan", "child_protection_plans", "a child protection plan that is"),
    ("care", "looked_after", "looked_after_children", "an episode of care that is"),
)
"""What a level of early help or of a child in need must not stand beside."""


def _without_what_it_sums_up() -> Iterator[Between]:
    """Yield a rule for each level: it is open, and nothing is that makes it one."""
    for level, children, extract, called in SUMMED_UP:
        yield Between(
            id=f"family_help.level.{level.lower()}_alone",
            severity=QUERY,
            sentence=f"it is {level} in the time begun on {{start_date}}, and no {called} is open in "
            f"{{where[{extract}]}}. Record it there, correct the level, or end it.",
            sql=spelled_out(f"""
select helped.row_number as row, helped.start_date
from family_help as helped
where helped.level = '{level}'
    and {HELPED_NOW}
    and helped.child_id not in ({children})
"""),
        )


def _below_what_is_open() -> Iterator[Between]:
    """Yield the rules on a level that is lower than what is open of the child."""
    for name, population, extract, called in ABOVE:
        yield Between(
            id=f"family_help.level.below_{name}",
            severity=QUERY,
            sentence=f"it is {{level}} in the time begun on {{start_date}}, beside {called} open in "
            f"{{where[{extract}]}}. There a social worker must lead. Change the level, or end what is over.",
            sql=spelled_out(f"""
select helped.row_number as row, helped.level, helped.start_date
from family_help as helped
join {population}(month_end()) as {population} on {population}.child_id = helped.child_id
where helped.level in ('EH', 'CIN') and {HELPED_NOW}
"""),
        )


RULES = (
    *_without_what_it_sums_up(),
    *_below_what_is_open(),
    Between(
        id="family_help.lead_profession.no_social_worker",
        severity=QUERY,
        sentence="it is {lead_profession}, and the level is {level} in the time begun on {start_date}. Of a child on a "
        "protection plan or in care a social worker must lead (SW). Correct it, or hand the case over.",
        sql=f"""
select helped.row_number as row, helped.level, helped.lead_profession, helped.start_date
from family_help as helped
where helped.level in ('CP', 'CLA')
    and helped.lead_profession <> 'SW'
    and {HELPED_NOW}
""",
    ),
    # Where the level changes after a practitioner left, the case may stand in that name still.
    Between(
        id="family_help.lead_left_date.before_start",
        severity=QUERY,
        sentence="the practitioner left on {lead_left_date}, before this lead began on {start_date}. Correct one of "
        "the two, or name who leads.",
        sql="""
select helped.row_number as row, helped.lead_left_date, helped.start_date
from family_help as helped
where helped.lead_left_date < helped.start_date
    and helped.lead_id is not null
    and not exists (
        from family_help as earlier
        where earlier.child_id = helped.child_id
            and earlier.lead_id = helped.lead_id
            and earlier.end_date = helped.start_date
    )
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
where lead_left_date is not null and lead_id is null and "unreadable:lead_id" is null
""",
    ),
    Between(
        id="family_help.lead_id.two_professions",
        severity=QUERY,
        sentence="{lead_id} is {lead_profession} here and {another} in row {other_row}. Correct the profession, or the "
        "identifier of one of the two, or say why both are right.",
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
