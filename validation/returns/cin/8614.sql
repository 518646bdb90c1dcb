/*
at       = ["assessments.factors"]
name     = "before_the_end"
reads    = ["assessments.authorised"]
sentence = "factors are given and the assessment is not authorised. They are found at its end."
*/
select origin as row
from assessments
where factors is not null and authorised is null
