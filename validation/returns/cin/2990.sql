/*
at       = ["cin_details.reason"]
name     = "active_all_the_same"
reads    = ["cin_plan_dates.start"]
sentence = "{reason} says that nothing followed the assessment, and there is {what}. Correct one of the two."
*/
with followed as (
    select child, case_number, min(what) as what
    from active
    where what <> 'an assessment'
    group by child, case_number
)
select cin_details.origin as row, reason, coalesce(followed.what, 'a conference') as what
from cin_details
left join followed on followed.child = cin_details.child and followed.case_number = cin_details.case_number
where reason in ('RC8', 'RC9')
    and (followed.child is not null or conference is not null)
