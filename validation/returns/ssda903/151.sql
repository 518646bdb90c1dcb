/*
at          = ["ad1.date_int"]
name        = "partly_filled"
reads       = ["ad1.date_match", "ad1.foster_care", "ad1.nb_adoptr", "ad1.sex_adoptr", "ad1.ls_adoptr"]
of_the_year = true
sentence    = "some of what is asked of an adoption is blank: {blank}. Fill in all of it, or none."
*/
with filled as (
    select
        origin,
        list_filter(
            [
                if(date_int is null, 'DATE_INT', null), if(date_match is null, 'DATE_MATCH', null),
                if(foster_care is null, 'FOSTER_CARE', null), if(nb_adoptr is null, 'NB_ADOPTR', null),
                if(sex_adoptr is null, 'SEX_ADOPTR', null), if(ls_adoptr is null, 'LS_ADOPTR', null)
            ],
            lambda name: name is not null
        ) as blank
    from ad1
)
select origin as row, array_to_string(blank, ', ') as blank
from filled
where len(blank) between 1 and 5
