/*
at          = ["oc3.dob"]
name        = "still_in_care"
reads       = ["episodes.decom", "episodes.dec", "oc3.in_touch"]
of_the_year = true
sentence    = "the young person was still looked after on the birthday in the year, {birthday}, and is told of as a care leaver. Take the row out, or correct the episodes."
*/
with birthdays as (
    select
        *,
        case when birthday(dob_day, age_on(dob_day, year_ends())) <= year_ends()
            then birthday(dob_day, age_on(dob_day, year_ends())) end as in_year
    from oc3
    where age_on(dob_day, year_ends()) in (17, 18)
)
select distinct birthdays.origin as row, birthdays.in_year as birthday
from birthdays
join episodes on episodes.child = birthdays.child
where episodes.decom_day <= birthdays.in_year
    and episodes.dec_day > birthdays.in_year
    and coalesce(birthdays.in_touch, birthdays.activ, birthdays.accom) is not null
