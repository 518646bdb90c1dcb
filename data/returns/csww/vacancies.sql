/*
whole = "month end"
needs = ["posts"]
may_be_blank = ["team"]
loses = "It is one number for the whole authority and for the month of the census: vacancies by team are not in it."
*/
select
    origin,
    as_of as period,
    vacant as fte_vacant,
    covered as fte_covered_by_agency
from posts
