/*
at       = ["pre_proceedings.outcome"]
name     = "unknown"
reads    = ["pre_proceedings.decision"]
since    = 2026-04-01
sentence = "the outcome is none of the codes A, B and C. Give one of them."
*/
select origin as row
from pre_proceedings
where decision is not null and coalesce(outcome not in ('A', 'B', 'C'), true)
