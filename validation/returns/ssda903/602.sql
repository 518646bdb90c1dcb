/*
at          = ["ad1.child"]
name        = "not_adopted"
reads       = ["episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "{child} was adopted by this list, and by no episode that ended in the year. Correct the reason why the last episode ended, or take the row out."
*/
select ad1.origin as row, ad1.child
from ad1
where coalesce(date_int, date_match, foster_care, nb_adoptr, sex_adoptr, ls_adoptr) is not null
    and not exists (
        select 1
        from episodes
        where episodes.child = ad1.child
            and episodes.rec in ('E11', 'E12')
            and episodes.dec_day between year_begins() and year_ends()
    )
