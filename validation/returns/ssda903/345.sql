/*
at          = ["oc3.activ"]
name        = "in_touch_not_known"
reads       = ["oc3.in_touch", "oc3.accom"]
of_the_year = true
sentence    = "activity is {activ} and accommodation {accom}, where 0 is not known, yet the authority is in touch. Record what the young person does, and where."
*/
select origin as row, coalesce(activ, 'blank') as activ, coalesce(accom, 'blank') as accom
from oc3
where in_touch = 'YES'
    and (activ = '0' or accom = '0')
