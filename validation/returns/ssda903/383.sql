/*
at       = ["episodes.place"]
name     = "not_returned"
reads    = ["episodes.rne", "episodes.pl_post"]
since    = 2025-04-01
sentence = "after a temporary placement the child comes back to the one before, yet {what}. Correct the placement, or give the temporary one as what it was."
*/
select
    origin as row,
    case
        when place is distinct from place_two_before
            then 'this is ' || coalesce(place, 'blank') || ', and that was ' || coalesce(place_two_before, 'blank')
        when pl_post is distinct from pl_post_two_before then 'the postcode is another'
        else 'the reason why it is new is ' || coalesce(rne, 'blank') || ', not P'
    end as what
from chain
where temporary(place_before)
    and before_two is not null
    and (
        rne is distinct from 'P'
        or place is distinct from place_two_before
        or pl_post is distinct from pl_post_two_before
    )
