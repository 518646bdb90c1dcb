/*
at       = ["oc2.sdq_reason"]
name     = "not_the_code"
severity = "info"
sentence = "{sdq_reason_written} is read as {sdq_reason}, and DfE takes the code alone. Write it so."
*/
select origin as row, sdq_reason_written, sdq_reason
from oc2
where sdq_reason_written is not null
    and sdq_reason is not null
    and sdq_reason <> sdq_reason_written
