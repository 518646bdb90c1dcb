/*
at       = ["cin_details.conference"]
name     = "told_twice"
reads    = ["section_47.conference"]
sentence = "a conference of {conference_day} is told of at the case and at an enquiry of it. It belongs to one of them."
*/
select distinct cin_details.origin as row, cin_details.conference_day
from cin_details
join section_47
    on section_47.child = cin_details.child
    and section_47.case_number = cin_details.case_number
    and section_47.conference_day = cin_details.conference_day
