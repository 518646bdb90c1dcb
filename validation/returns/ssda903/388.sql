/*
at       = ["episodes.rec"]
name     = "next_episode"
reads    = ["episodes.dec"]
sentence = "{rec} on {dec_day}, yet {what}. Correct the reason, or the dates of the episodes."
*/
select
    origin as row,
    rec,
    dec_day,
    case
        when rec <> 'X1' then 'the next episode begins on that day, as X1 would say'
        when decom_after is null then 'there is no next episode'
        else 'the next episode begins on ' || strftime(decom_after, '%d/%m/%Y')
    end as what
from chain
where (rec = 'X1' and dec_day is distinct from decom_after and dec_day is not null)
    or (rec <> 'X1' and dec_day = decom_after)
