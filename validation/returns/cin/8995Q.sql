/*
at          = ["cin_details.child"]
name        = "without_module_5"
of_the_year = true
since       = 2026-04-01
sentence    = "nothing is told of pre-proceedings of any child. Add the module, or say why there is nothing in it."
*/
select min(origin) as row
from cin_details
where not exists (select 1 from pre_proceedings)
having count(*) > 0
