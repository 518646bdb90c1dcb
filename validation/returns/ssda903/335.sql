/*
at          = ["ad1.foster_care", "episodes.place"]
name        = "adopted_by_carers"
reads       = ["ad1.foster_care", "episodes.place", "episodes.rec"]
of_the_year = true
sentence    = "AD1 gives {foster_care} for adoption by former foster carers, and the last placement is {place}: {what}. Correct one of the two."
*/
select
    unnest([ad1.origin, episodes.origin]) as row,
    ad1.foster_care,
    episodes.place,
    if(ad1.foster_care = 'N', 'with the present foster carer', 'not with the present foster carer') as what
from ad1
join episodes on episodes.child = ad1.child
where episodes.rec in ('E1', 'E11', 'E12')
    and (
        (episodes.place in ('A2', 'A3', 'A5') and ad1.foster_care = 'N')
        or (episodes.place in ('A1', 'A4', 'A6') and ad1.foster_care = 'Y')
    )
