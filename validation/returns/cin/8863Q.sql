/*
at       = ["assessments.start"]
name     = "while_another_goes_on"
reads    = ["assessments.authorised"]
sentence = "it is {start_day}, while another assessment of the case goes on, begun on {other}. Correct the days, or say why."
*/
select assessments.origin as row, assessments.start_day, min(another.start_day) as other
from assessments
join assessments as another
    on another.child = assessments.child
    and another.case_number = assessments.case_number
    and another.origin <> assessments.origin
    and assessments.start_day between another.start_day and coalesce(another.authorised_day, year_ends())
group by assessments.origin, assessments.start_day
