/*
at       = ["pre_proceedings.offered"]
name     = "missing"
reads    = ["pre_proceedings.letter"]
since    = 2026-04-01
sentence = "a letter was sent, and it is not said whether it offered a meeting of family group decision making. Say so."
*/
select origin as row
from pre_proceedings
where letter is not null and offered is null
