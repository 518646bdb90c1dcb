/*
at       = ["children.birth"]
name     = "or_expected"
reads    = ["children.expected"]
sentence = "give the day of birth, or the day that is expected of an unborn child, and not both: {which}."
*/
select origin as row, case when birth is null then 'neither is there' else 'both are' end as which
from children
where (birth is null) = (expected is null)
