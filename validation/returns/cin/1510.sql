/*
at       = ["children.upn"]
name     = "check_letter"
sentence = "its first letter does not agree with its digits: it may be mistyped. Compare it with the school's."
*/
with numbered as (
    select origin, upper(upn) as upn
    from children
    where regexp_full_match(upper(upn), '[A-Z][0-9]{11}[0-9A-Z]')
),
weighed as (
    select
        origin,
        upn,
        list_sum(list_transform(range(2, 14), lambda place: place * case
            when upn[place] between '0' and '9' then upn[place]::integer
            else strpos('ABCDEFGHJKLMNPQRTUVWXYZ', upn[place]) - 1
        end)) as total
    from numbered
)
select origin as row
from weighed
where upn[1] <> 'ABCDEFGHJKLMNPQRTUVWXYZ'[(total % 23)::bigint + 1]
