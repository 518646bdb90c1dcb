/*
at          = ["ad1.foster_care"]
name        = "code"
of_the_year = true
sentence    = "{foster_care} does not say whether a former foster carer adopted. Give 1 or 0."
*/
select origin as row, foster_care
from ad1
where foster_care not in ('Y', 'N')
