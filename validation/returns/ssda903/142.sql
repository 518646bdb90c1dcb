/*
at       = ["episodes.dec"]
name     = "not_ended"
reads    = ["episodes.rec"]
sentence = "the next episode began on {decom_after}, yet this one has no {what}. Give its end and why it ended."
*/
select
    origin as row,
    decom_after,
    case when dec is null then 'end date' else 'reason ended' end as what
from chain
where decom_after is not null
    and (dec is null or rec is null)
