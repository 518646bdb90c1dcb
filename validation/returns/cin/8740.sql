/*
at          = ["section_47.start"]
name        = "begun_before_the_year"
reads       = ["section_47.conference", "section_47.not_required"]
of_the_year = true
sentence    = "it is {start_day}, outside the year of the census, and no conference was held or found not to be wanted. Say what became of the enquiry."
*/
select origin as row, start_day
from section_47
where conference is null and coalesce(not_required, 'N') = 'N' and not in_year(start_day)
