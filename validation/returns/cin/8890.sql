/*
at       = ["section_47.start"]
name     = "while_another_goes_on"
reads    = ["section_47.conference", "section_47.not_required"]
sentence = "it is {start_day}, while another enquiry of the case goes on, begun on {other}. Correct the days."
*/
select section_47.origin as row, section_47.start_day, min(another.start_day) as other
from section_47
join section_47 as another
    on another.child = section_47.child
    and another.case_number = section_47.case_number
    and another.origin <> section_47.origin
    and section_47.start_day >= another.start_day
    and section_47.start_day <= coalesce(
        another.conference_day,
        case when coalesce(another.not_required, 'N') = 'N' then year_ends() end
    )
group by section_47.origin, section_47.start_day
