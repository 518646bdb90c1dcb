/*
at          = ["oc3.accom"]
name        = "as_dfe_takes_it"
severity    = "info"
of_the_year = true
sentence    = "{what}: DfE takes accommodation as a code and never blank. Write it so."
*/
select origin as row, coalesce(accom_written || ' is read as ' || accom, 'it is blank') as what
from oc3
where accom is null
    or accom <> accom_written
