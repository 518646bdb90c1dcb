/*
at       = ["episodes.decom"]
name     = "after_gap"
reads    = ["episodes.rne", "episodes.dec"]
sentence = "the episode goes on from another ({rne}) and began on {decom_day}, yet the one before it {what}. Correct a date, or the reason if the child came back into care."
*/
select
    origin as row,
    rne,
    decom_day,
    case when dec_before is null then 'has no end' else 'ended on ' || strftime(dec_before, '%d/%m/%Y') end as what
from chain
where upper(rne) in ('P', 'L', 'T', 'U', 'B')
    and before is not null
    and dec_before is distinct from decom_day
