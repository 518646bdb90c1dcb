/*
at          = ["uasc.duc"]
name        = "no_day_of_the_year"
of_the_year = true
sentence    = "{duc} is no day of the collection year that began on {year_begins}. Write the day as dd/mm/yyyy; whoever was no longer unaccompanied before it is not in this list."
*/
select origin as row, duc, year_begins() as year_begins
from uasc
where duc is not null
    and coalesce(duc_day < year_begins(), true)
