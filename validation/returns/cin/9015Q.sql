/*
at       = ["pre_proceedings.review_meetings"]
name     = "missing"
reads    = ["pre_proceedings.first_meeting"]
since    = 2026-04-01
sentence = "a first meeting was held, and it is not said how many reviews followed. Give the number, 0 where there were none, or say why it is not known."
*/
select origin as row
from pre_proceedings
where first_meeting is not null and review_meetings is null
