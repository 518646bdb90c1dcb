/*
at       = ["episodes.rec"]
name     = "episodes_after_the_last"
sentence = "{rec} is the last that is known of a child, yet another episode began on {decom_after}. Correct the reason, or take the later episodes out."
*/
select origin as row, rec, decom_after
from chain
where rec in ('E2', 'E15')
    and decom_after is not null
