/*
whole = "month end"
loses = "Eligibility, its beginning, pathway plans and teams are not in the return, and being in touch is told as of the birthday."
*/
select
    origin,
    child as child_id,
    in_touch as in_touch,
    activ as activity,
    accom as accommodation
from oc3
