"""Child protection: enquiries lead to conferences, conferences to plans, plans to reviews."""

from validation.rules.question import Between
from validation.rules.severity import BLOCK, QUERY

# Plans begun here, by the conference of an enquiry in the same 12 months; another authority's are its own affair.
OUR_NEW_PLANS = "coalesce(other_authority, 'N') = 'N' and in_months_to(start_date, 12, month_end())"

RULES = (
    Between(
        id="section_47_enquiries.conference_date.over_15_days",
        severity=QUERY,
        dfe_rule="8675Q",
        sentence="it is blank, more than 15 working days after the enquiry began on {start_date}, and the conference "
        "is not said to be unnecessary. Give the date, mark it as not required, or say why it is late.",
        sql="""
select row_number as row, start_date
from section_47_enquiries
where conference_date is null
    and "unreadable:conference_date" is null
    and coalesce(conference_not_required, 'N') = 'N'
    and working_days_between(start_date, month_end()) > 15
""",
    ),
    Between(
        id="section_47_enquiries.conference_date.case_closed",
        severity=QUERY,
        dfe_rule="8868",
        sentence="it is blank and the conference is not said to be unnecessary, yet the case was closed on "
        "{close_date}. Say what came of the enquiry.",
        sql="""
select enquiries.row_number as row, referrals.close_date
from section_47_enquiries as enquiries
join referrals on enquiries.referral_id = referrals.referral_id
where enquiries.conference_date is null
    and enquiries."unreadable:conference_date" is null
    and coalesce(enquiries.conference_not_required, 'N') = 'N'
    and referrals.close_date is not null
""",
    ),
    Between(
        id="section_47_enquiries.conference_date.at_weekend",
        severity=QUERY,
        dfe_rule="8875",
        sentence="{conference_date} is a {weekday}. Check the day of the conference.",
        sql="""
select row_number as row, conference_date, dayname(conference_date) as weekday
from section_47_enquiries
where isodow(conference_date) > 5
""",
    ),
    Between(
        id="section_47_enquiries.conference_target.at_weekend",
        severity=QUERY,
        dfe_rule="8870Q",
        sentence="{conference_target} is a {weekday}, on which no conference is held. Check the day by which it should "
        "be.",
        sql="""
select row_number as row, conference_target, dayname(conference_target) as weekday
from section_47_enquiries
where isodow(conference_target) > 5
""",
    ),
    Between(
        id="cp_reviews.held_date.no_date",
        severity=QUERY,
        dfe_rule="8842Q",
        sentence="it is blank, and so is the day by which the review should be held. Give one of the two.",
        sql="""
select row_number as row
from cp_reviews
where held_date is null
    and due_date is null
    and "unreadable:held_date" is null
    and "unreadable:due_date" is null
""",
    ),
    Between(
        id="child_protection_plans.start_date.more_than_conferences",
        severity=QUERY,
        dfe_rule="2883",
        sentence="{plans} plans began in the 12 months, and {conferences} initial conferences were held. Look for "
        "conferences that were not recorded.",
        sql=f"""
select null as row, plans, conferences
from (select count(*) as plans from child_protection_plans where {OUR_NEW_PLANS}) as made,
    (
        select count(conference_date) as conferences
        from section_47_enquiries
        where in_months_to(conference_date, 12, month_end())
    ) as held
where plans > conferences
""",
    ),
    Between(
        id="child_protection_plans.start_date.no_conference",
        severity=QUERY,
        dfe_rule="2885",
        sentence="the plan began on {start_date}, and no enquiry about the child has its initial conference on that "
        "day. Correct one of the two, or say why.",
        sql=f"""
select plans.row_number as row, plans.start_date
from (select * from child_protection_plans where {OUR_NEW_PLANS}) as plans
left join section_47_enquiries as enquiries
    on plans.child_id = enquiries.child_id
    and plans.start_date = enquiries.conference_date
where enquiries.child_id is null
""",
    ),
    Between(
        id="child_protection_plans.end_date.same_day",
        severity=QUERY,
        dfe_rule="8840",
        sentence="the plan began and ended on {start_date}. Correct a date, or take the row out if no plan was made.",
        sql="""
select row_number as row, start_date
from child_protection_plans
where end_date = start_date
""",
    ),
    Between(
        id="child_protection_plans.last_review.on_first_day",
        severity=BLOCK,
        dfe_rule="8841",
        sentence="the latest review is of {last_review}, the day the plan began: that was the initial conference. Give "
        "a later day, or leave it blank.",
        sql="""
select row_number as row, last_review
from child_protection_plans
where last_review = start_date
""",
    ),
    Between(
        id="cp_reviews.held_date.not_after_start",
        severity=BLOCK,
        dfe_rule="8841",
        sentence="the review was held on {held_date}, and the plan began on {start_date}. A review comes later: "
        "correct one of the two.",
        sql="""
select reviews.row_number as row, reviews.held_date, plans.start_date
from cp_reviews as reviews
join child_protection_plans as plans on reviews.plan_id = plans.plan_id
where reviews.held_date <= plans.start_date
""",
    ),
    Between(
        id="cin_plans.start_date.during_protection",
        severity=BLOCK,
        dfe_rule="4016",
        sentence="the plan from {start_date} runs beside a child protection plan from {protected_from}. End the one "
        "where the other begins.",
        sql="""
select plans.row_number as row, plans.start_date, min(protection.start_date) as protected_from
from cin_plans as plans
join child_protection_plans as protection
    on plans.child_id = protection.child_id
    and plans.start_date < coalesce(protection.end_date, date '9999-12-31')
    and protection.start_date < coalesce(plans.end_date, date '9999-12-31')
where plans.start_date is distinct from plans.end_date
    and protection.start_date is distinct from protection.end_date
    and coalesce(protection.other_authority, 'N') = 'N'
group by plans.row_number, plans.start_date
""",
    ),
)
