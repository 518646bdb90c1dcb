/*
at       = ["episodes.rne"]
name     = "both"
reads    = ["episodes.ls", "episodes.place", "episodes.pl_post", "episodes.urn", "episodes.place_provider"]
sentence = "{rne} says that legal status and placement changed on {decom_day}, yet {what}. Correct the reason, or what did or did not change."
*/
select
    origin as row,
    rne,
    decom_day,
    case when ls is not distinct from ls_before then 'the legal status is as before' else 'it is the same placement' end as what
from chain
where rne in ('B', 'U')
    and before is not null
    and (
        ls is not distinct from ls_before
        or [place, pl_post, urn, place_provider] is not distinct from placement_before
    )
