/*
at       = ["pre_proceedings.facilitated"]
name     = "missing"
reads    = ["pre_proceedings.offered"]
since    = 2026-04-01
sentence = "a meeting was offered, and it is not said whether it came about. Say so, or say why it is not known."
*/
select origin as row
from pre_proceedings
where offered = 'Y' and facilitated is null
