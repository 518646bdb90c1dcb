/*
at          = ["oc3.activ"]
name        = "as_dfe_takes_it"
severity    = "info"
of_the_year = true
sentence    = "{what}: DfE takes activity as a code and never blank. Write it so."
*/
select origin as row, coalesce(activ_written || ' is read as ' || activ, 'it is blank') as what
from oc3
where activ is null
    or activ <> activ_written
