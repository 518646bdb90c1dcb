/*
at       = ["assessments.factors"]
name     = "code_twice"
sentence = "a factor is told twice: {factors}. Take one away."
*/
select origin as row, factors
from assessments
where len(parts(factors)) > len(list_distinct(parts(factors)))
