/*
at       = ["section_47.conference"]
name     = "two_open"
reads    = ["section_47.not_required"]
sentence = "two enquiries of the case or more are open. Say what became of one."
*/
select origin as row
from section_47
where conference is null and coalesce(not_required, 'N') = 'N'
qualify count(*) over (partition by child, case_number) > 1
