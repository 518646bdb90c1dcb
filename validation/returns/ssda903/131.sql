/*
at          = ["oc3.in_touch"]
name        = "as_dfe_takes_it"
severity    = "info"
of_the_year = true
sentence    = "{what}: DfE takes being in touch as a code and never blank. Write it so."
*/
select origin as row, coalesce(in_touch_written || ' is read as ' || in_touch, 'it is blank') as what
from oc3
where in_touch is null
    or in_touch <> in_touch_written
