/*
at       = ["children.sex"]
name     = "of_an_unborn"
reads    = ["children.expected"]
sentence = "sex is {sex} of a child who is not yet born. It is U until then."
*/
select origin as row, sex
from children
where birth is null and expected is not null and sex <> 'U'
