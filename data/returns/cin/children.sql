/*
whole = "always"
needs = ["children"]
loses = "Of several disabilities the first is taken, since the census does not say which is the main one; that a child came alone, it says only among the factors of assessments."

[held_in]
disability = ["children.disabilities"]
*/
with known as (
    select *, row_number() over (partition by child order by origin desc) as turn
    from children
)
select
    list(origin order by turn) as origin,
    known.child as child_id,
    arg_min(coalesce(birth, expected), turn) filter (where coalesce(birth, expected) is not null) as date_of_birth,
    arg_min(sex, turn) filter (where sex is not null) as sex,
    arg_min(ethnicity, turn) filter (where ethnicity is not null) as ethnicity,
    trim(split_part(arg_min(disabilities, turn) filter (where disabilities is not null), ',', 1)) as disability
from known
group by known.child
order by min(origin)
