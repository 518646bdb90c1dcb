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
    and section_47.start_day between another.start_day and coalesce(another.conference_day, year_ends())
where coalesce(section_47.not_required, 'N') = 'N' and coalesce(another.not_required, 'N') = 'N'
group by section_47.origin, section_47.start_day
