/*
at          = ["oc3.in_touch"]
name        = "partly_filled"
reads       = ["oc3.activ", "oc3.accom"]
of_the_year = true
sentence    = "being in touch, activity and accommodation are told together, and one is blank. Fill in all three."
*/
select origin as row
from oc3
where coalesce(in_touch, activ, accom) is not null
    and (in_touch is null or activ is null or accom is null)
