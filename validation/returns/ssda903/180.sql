/*
at          = ["oc2.sdq_score"]
name        = "not_0_to_40"
of_the_year = true
sentence    = "{sdq_score} is no score: it goes from 0 to 40. Correct it."
*/
select origin as row, sdq_score
from oc2
where sdq_score is not null
    and coalesce(try_cast(sdq_score as double) not between 0 and 40, true)
