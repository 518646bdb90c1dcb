/*
at          = ["oc2.health_assessment", "episodes.child"]
name        = "health_missing"
reads       = ["episodes.decom", "episodes.dec", "episodes.rec", "oc2.teeth_check"]
of_the_year = true
sentence    = "the child was looked after for all of the last 12 months, and {what}. Answer 1 or 0."
*/
select oc2.origin as row, 'a question on health is not answered in OC2' as what
from oc2
semi join all_year on all_year.child = oc2.child
where immunisations is null
    or teeth_check is null
    or health_assessment is null
    or substance_misuse is null
union all
select min_by(chain.origin, (chain.decom_day, chain.origin)), 'is not in OC2'
from chain
semi join all_year on all_year.child = chain.child
anti join oc2 on oc2.child = chain.child
group by chain.child
