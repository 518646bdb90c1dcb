/*
at       = ["episodes.rne"]
name     = "legal_status_only"
reads    = ["episodes.ls", "episodes.place", "episodes.pl_post", "episodes.urn", "episodes.place_provider"]
sentence = "L says that the legal status alone changed on {decom_day}, yet {what}. Correct the reason, or what did or did not change."
*/
select
    origin as row,
    decom_day,
    case when ls = ls_before then 'it is ' || ls || ' as before'
        else 'the placement, its postcode, number or provider is another' end as what
from chain
where rne = 'L'
    and before is not null
    and (ls = ls_before or [place, pl_post, urn, place_provider] is distinct from placement_before)
