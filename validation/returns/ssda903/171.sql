/*
at       = ["header.mc_dob"]
name     = "no_day"
sentence = "{mc_dob} is no day. Write it as dd/mm/yyyy."
*/
select origin as row, mc_dob
from header
where mc_dob is not null
    and mc_dob_day is null
