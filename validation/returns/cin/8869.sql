/*
at       = ["assessments.factors"]
name     = "none_and_others"
sentence = "21 says that there were no factors, and stands beside others: {factors}. Take one or the other away."
*/
select origin as row, factors
from assessments
where list_contains(parts(factors), '21')
    and len(parts(factors)) > 1
