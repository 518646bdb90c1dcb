/*
at          = ["prev_perm.prev_perm"]
name        = "missing"
reads       = ["prev_perm.date_perm", "prev_perm.la_perm"]
of_the_year = true
sentence    = "it is blank, and the order's {what} is given. Say what it was."
*/
select origin as row, if(date_perm is null, 'authority', 'day') as what
from prev_perm
where prev_perm is null
    and coalesce(date_perm, la_perm) is not null
