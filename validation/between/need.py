"""Children in need: a referral, and the assessments, enquiries and plans that follow from it, in that order.

What DfE's census would not take blocks. What is late is a query: it may well be true, and then it is on the due list.
"""

from collections.abc import Iterator

from validation.rules.question import Between
from validation.rules.severity import BLOCK, QUERY

NOT_BEFORE_REFERRAL = (
    ("assessments", "start_date", "1103"),
    ("section_47_enquiries", "start_date", "2889"),
    ("section_47_enquiries", "conference_date", "1104"),
    ("child_protection_plans", "start_date", "1105"),
    ("cin_plans", "start_date", ""),
)
AFTER_NO_FURTHER_ACTION = (
    ("assessments", "8831"),
    ("section_47_enquiries", "8831"),
    ("child_protection_plans", "8832"),
    ("cin_plans", "4000"),
)
AFTER_NO_NEED = ("section_47_enquiries", "child_protection_plans", "cin_plans")

OF_REFERRAL = """
select records.row_number as row, records.{column} as happened, referrals.{of_referral} as found
from {extract} as records
join referrals on records.referral_id = referrals.referral_id
where {broken}
"""


def _from_referrals() -> Iterator[Between]:
    """Yield the rules that speak of what is recorded under a referral and of the referral."""
    for extract, column, number in NOT_BEFORE_REFERRAL:
        yield Between(
            f"{extract}.{column}.before_referral",
            BLOCK,
            "{happened} is before its referral, made on {found}. Correct one of the two dates.",
            _of_referral(extract, column, "referral_date", f"records.{column} < referrals.referral_date"),
            number,
        )
    for extract, number in AFTER_NO_FURTHER_ACTION:
        yield Between(
            f"{extract}.referral_id.no_further_action",
            QUERY,
            "referral {happened} led to no further action, by {where[referrals]}. Correct it there, or say why.",
            _of_referral(extract, "referral_id", "no_further_action", "referrals.no_further_action = 'Y'"),
            number,
        )
    for extract in AFTER_NO_NEED:
        yield Between(
            f"{extract}.referral_id.closed_after_assessment",
            QUERY,
            "referral {happened} was closed after assessment ({found}), when nothing but an assessment should follow "
            "it. Correct the reason for closure, or say why.",
            _of_referral(extract, "referral_id", "close_reason", "referrals.close_reason in ('RC8', 'RC9')"),
            "2990",
        )


def _of_referral(extract: str, column: str, of_referral: str, broken: str) -> str:
    return OF_REFERRAL.format(extract=extract, column=column, of_referral=of_referral, broken=broken)


RULES = (
    *_from_referrals(),
    Between(
        id="referrals.referral_date.over_25",
        severity=QUERY,
        dfe_rule="8775Q",
        sentence="the referral of {referral_date} is of somebody aged {age}, born on {date_of_birth}. Check both "
        "dates.",
        sql="""
select
    referrals.row_number as row,
    referrals.referral_date,
    children.date_of_birth,
    age_on(children.date_of_birth, referrals.referral_date) as age
from referrals
join children on referrals.child_id = children.child_id
where age_on(children.date_of_birth, referrals.referral_date) > 25
""",
    ),
    Between(
        id="referrals.primary_need.missing",
        severity=QUERY,
        dfe_rule="8610",
        sentence="it is blank, and the referral of {referral_date} led to further action. Record the primary need.",
        sql="""
select row_number as row, referral_date
from referrals
where primary_need is null
    and no_further_action = 'N'
    and (select count(primary_need) from referrals) > 0
""",
    ),
    Between(
        id="assessments.authorised_date.over_45_days",
        severity=QUERY,
        dfe_rule="8670Q",
        sentence="it is blank, more than 45 working days after the assessment began on {start_date}. Give the date, or "
        "say why the assessment is late.",
        sql="""
select row_number as row, start_date
from assessments
where authorised_date is null
    and "unreadable:authorised_date" is null
    and working_days_between(start_date, month_end()) > 45
""",
    ),
    Between(
        id="assessments.authorised_date.case_closed",
        severity=QUERY,
        dfe_rule="8867",
        sentence="it is blank, yet the case was closed on {close_date}. Give the date, or open the case again.",
        sql="""
select assessments.row_number as row, referrals.close_date
from assessments
join referrals on assessments.referral_id = referrals.referral_id
where assessments.authorised_date is null
    and assessments."unreadable:authorised_date" is null
    and referrals.close_date is not null
""",
    ),
    Between(
        id="assessments.factors.missing",
        severity=QUERY,
        dfe_rule="8897Q",
        sentence="it is blank, and the assessment was authorised on {authorised_date}. Record the factors; 21 says "
        "that there were none.",
        sql="""
select row_number as row, authorised_date
from assessments
where authorised_date is not null and factors is null and (select count(factors) from assessments) > 0
""",
    ),
)
