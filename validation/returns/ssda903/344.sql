/*
at          = ["oc3.activ"]
name        = "not_in_touch_but_told"
reads       = ["oc3.in_touch", "oc3.accom"]
of_the_year = true
sentence    = "the care leaver has died or gone home ({in_touch}), yet activity is {activ} and accommodation {accom}. Give 0 for both, or correct whether in touch."
*/
select origin as row, in_touch, coalesce(activ, 'blank') as activ, coalesce(accom, 'blank') as accom
from oc3
where in_touch in ('DIED', 'RHOM')
    and (activ is distinct from '0' or accom is distinct from '0')
