/*
at          = ["uasc.child", "oc3.child"]
name        = "uasc_and_care_leaver"
reads       = ["uasc.child", "oc3.in_touch", "episodes.decom", "episodes.dec"]
of_the_year = true
sentence    = "{child} was not looked after in the year, so is not to be in both UASC and OC3. Take the row of UASC out, or correct the episodes."
*/
with out_of_care as (
    select child
    from episodes
    group by child
    having not bool_or(
        coalesce(decom_day <= year_ends(), false) and coalesce(dec_day >= year_begins(), dec is null)
    )
)
select unnest([uasc.origin, oc3.origin]) as row, uasc.child
from uasc
join oc3 on oc3.child = uasc.child
semi join out_of_care on out_of_care.child = uasc.child
where coalesce(oc3.in_touch, oc3.activ, oc3.accom) is not null
