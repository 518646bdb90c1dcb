/*
whole = "1 April"
needs = ["pre_proceedings"]
loses = "Families, teams and workers are not in the census, nor an application that no pre-proceedings came before."
*/
select
    origin,
    named_after(child, coalesce(start, application, referral)) || again(row_number() over (partition by child, coalesce(start, application, referral) order by decision_day nulls last, origin)) as pre_proceedings_id,
    named_after(child, referral) as referral_id,
    child as child_id,
    start as start_date,
    letter as letter_date,
    offered as meeting_offered,
    facilitated as meeting_held,
    first_meeting as first_meeting_date,
    review_meetings as review_meetings,
    decision as decision_date,
    outcome as outcome,
    application as application_date,
    letter_to_court as court_letter_date
from pre_proceedings
order by origin
