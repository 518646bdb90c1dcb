/*
at       = ["dolo.dolo_end"]
name     = "not_after_start"
severity = "block"
reads    = ["dolo.dolo_start"]
sentence = "the order ended on {dolo_end}, not after {dolo_start}, when it began. Correct one of the two."
*/
select origin as row, dolo_end, dolo_start
from dolo
where dolo_end_day <= dolo_start_day
