/*
at       = ["children.disabilities"]
name     = "none_and_others"
sentence = "NONE stands beside other disabilities: {disabilities}. Take one or the other away."
*/
select origin as row, disabilities
from children
where list_contains(parts(disabilities), 'NONE')
    and len(parts(disabilities)) > 1
