"""While a child is looked after: reviews, health, and going missing."""

from validation.rules.question import Between
from validation.rules.severity import BLOCK, QUERY

RULES = (
    Between(
        id="lac_reviews.participation.young_at_4",
        severity=BLOCK,
        dfe_rule="440",
        sentence="PN0 is for children under 4; the child was {age} at the review of {review_date}. Say how the child "
        "took part.",
        sql="""
select reviews.row_number as row, reviews.review_date, age_on(children.date_of_birth, reviews.review_date) as age
from lac_reviews as reviews
join children on reviews.child_id = children.child_id
where reviews.participation = 'PN0' and age_on(children.date_of_birth, reviews.review_date) >= 4
""",
    ),
    Between(
        id="lac_reviews.participation.under_4",
        severity=BLOCK,
        dfe_rule="441",
        sentence="{participation} is for children of 4 and over; the child was {age} at the review of {review_date}. "
        "Give PN0.",
        sql="""
select
    reviews.row_number as row,
    reviews.participation,
    reviews.review_date,
    age_on(children.date_of_birth, reviews.review_date) as age
from lac_reviews as reviews
join children on reviews.child_id = children.child_id
where reviews.participation <> 'PN0'
    and children.date_of_birth <= reviews.review_date
    and age_on(children.date_of_birth, reviews.review_date) < 4
""",
    ),
    # The first review falls due 20 working days after care began; the extract holds those of the last 12 months.
    Between(
        id="looked_after_children.child_id.never_reviewed",
        severity=QUERY,
        sentence="{child_id} has been looked after for more than 20 working days and had no review in the 12 months. "
        "Record the review, or say why there was none.",
        sql="""
with looked_after as (
    select child_id, max(row_number) as row
    from looked_after_children
    where not_short_break(legal_status) and open_on(start_date, end_date, month_end())
    group by child_id
),
began as (
    select child_id, max(start_date) as began
    from looked_after_children
    where not_short_break(legal_status) and reason_started = 'S'
    group by child_id
),
reviewed as (
    select child_id, max(review_date) as latest
    from lac_reviews
    group by child_id
)
select looked_after.row, looked_after.child_id
from looked_after
left join began on looked_after.child_id = began.child_id
left join reviewed on looked_after.child_id = reviewed.child_id
where (began.began is null or working_days_between(began.began, month_end()) > 20)
    and (
        reviewed.latest is null
        or reviewed.latest < began.began
        or reviewed.latest <= months_before(month_end(), 12)
    )
""",
    ),
    # DfE asks for the questionnaire of those who are 4 by the end of the collection year and not 17 when it begins.
    Between(
        id="lac_health.kind.questionnaire_under_4",
        severity=BLOCK,
        dfe_rule="188",
        sentence="the questionnaire of {done_date} is for children who are 4 by {year_ends}; the child was born on "
        "{date_of_birth}. Correct one, or take the row out.",
        sql="""
select events.row_number as row, events.done_date, children.date_of_birth, year_ends
from (
    select *, make_date(year(done_date) + (month(done_date) > 3)::integer, 3, 31) as year_ends
    from lac_health
) as events
join children on events.child_id = children.child_id
where events.kind = 'SDQ' and age_on(children.date_of_birth, year_ends) < 4
""",
    ),
    Between(
        id="lac_health.kind.questionnaire_at_17",
        severity=BLOCK,
        dfe_rule="189",
        sentence="the questionnaire of {done_date} is for those not yet 17 on {year_begins}; the young person was born "
        "on {date_of_birth}. Correct one, or take the row out.",
        sql="""
select events.row_number as row, events.done_date, children.date_of_birth, year_begins
from (
    select *, make_date(year(done_date) - (month(done_date) < 4)::integer, 4, 1) as year_begins
    from lac_health
) as events
join children on events.child_id = children.child_id
where events.kind = 'SDQ' and age_on(children.date_of_birth, year_begins) >= 17
""",
    ),
    # DfE asks about 12 months in care; but the first review assessment of a child under 5 falls due after six.
    Between(
        id="lac_health.kind.reviewed_too_soon",
        severity=QUERY,
        sentence="a review health assessment was done on {done_date}, less than 5 months after care began on {began}. "
        "Check whether it was the initial one.",
        sql="""
select events.row_number as row, events.done_date, max(episodes.start_date) as began
from lac_health as events
join looked_after_children as episodes
    on events.child_id = episodes.child_id
    and episodes.reason_started = 'S'
    and not_short_break(episodes.legal_status)
    and episodes.start_date <= events.done_date
where events.kind = 'RHA'
group by events.row_number, events.done_date
having began > months_before(events.done_date, 5)
""",
    ),
    Between(
        id="missing_episodes.end_date.after_care",
        severity=BLOCK,
        dfe_rule="577",
        sentence="it is blank, yet {child_id} ceased to be looked after on {ceased}. Give the day the child was found "
        "or left care.",
        sql="""
select missing.row_number as row, missing.child_id, max(episodes.end_date) as ceased
from missing_episodes as missing
join looked_after_children as episodes on missing.child_id = episodes.child_id
where missing.end_date is null and missing."unreadable:end_date" is null
group by missing.row_number, missing.child_id
having bool_and(coalesce(episodes.end_date <= month_end(), false))
""",
    ),
)
