/*
title       = "Children in Family Help whom no practitioner in post leads"
numerator   = "Children of these whose lead practitioner at month end has left, or who have none"
denominator = "Children whom Family Help helps at any level at month end"
unit        = "percent"
good        = "low"
why         = "A family whose practitioner has left is helped by nobody, whatever its plan says."
source      = "Working Together to Safeguard Children (2023), the lead practitioner; no national figure is published"
national    = "workforce"
ofsted      = "help_and_protection"
owner       = "Principal social worker"
review_by   = 2027-04-01
never       = "A child in Family Help without any lead practitioner in post"
limit       = "local"
adds_up     = ["denominator = family_help_children_in_need.numerator + family_help_at_early_help.numerator"]
beside      = ["cases_without_a_social_worker"]
without     = ["social_workers"]
differs     = "Of which profession the practitioner is does not count here. One who is among the social workers has left when that file says so, too; where it is not sent, the day of leaving that Family Help gives decides alone."
*/
with left_post as (
    select worker_id
    from social_workers
    group by worker_id
    having not bool_or(open_on(start_date, end_date, month_end()))
)
select
    helped.child_id as subject,
    helped.child_id,
    helped.team,
    helped.lead_id is null or left_post.worker_id is not null as numerator,
    true as denominator
from in_family_help(month_end()) as helped
left join left_post on left_post.worker_id = helped.lead_id
