/*
whole = "always"
loses = "Which disability a child has is not in the lists, only whether there is one."
*/
with said as (
    select origin, child, dob, dob_day, sex, ethnicity, disability, uasc, 'List 8' as list, 1 as place from list_8
    union all
    select origin, child, dob, dob_day, sex, ethnicity, disability, null, 'List 7', 2 from list_7
    union all
    select origin, child, dob, dob_day, sex, ethnicity, disability, uasc, 'List 9', 3 from list_9
    union all
    select origin, child, dob, dob_day, sex, ethnicity, disability, null, 'List 6', 4 from list_6
    union all
    select origin, child, dob, dob_day, sex, ethnicity, disability, null, 'List 5', 5 from list_5
    union all
    select origin, child, dob, dob_day, sex, ethnicity, disability, null, 'List 4', 6 from list_4
    union all
    select origin, child, dob, dob_day, sex, ethnicity, null, null, 'List 3', 7 from list_3
    union all
    select origin, child, dob, dob_day, sex, ethnicity, disability, null, 'List 10', 8 from list_10
    union all
    select origin, child, dob, dob_day, sex, ethnicity, null, null, 'List 2', 9 from list_2
    union all
    select origin, child, dob, dob_day, sex, ethnicity, null, null, 'List 1', 10 from list_1
),
ranked as (
    select *, row_number() over (
        partition by child
        order by place, dob_day, dob, sex, ethnicity, disability, uasc, origin
    ) as turn
    from said
),
births as (
    select child, strftime(dob_day, '%d/%m/%Y') || ' in ' || arg_min(list, turn) as birth, min(turn) as turn
    from ranked
    where dob_day is not null
    group by child, dob_day
),
differing as (
    select child, string_agg(birth, ', ' order by turn) as births
    from births
    group by child
    having count(*) > 1
)
select
    list(origin order by turn) as origin,
    ranked.child as child_id,
    arg_min(dob, turn) filter (where dob is not null) as date_of_birth,
    arg_min(sex, turn) filter (where sex is not null) as sex,
    arg_min(ethnicity, turn) filter (where ethnicity is not null) as ethnicity,
    case when bool_and(disability = 'N') then 'NONE' end as disability,
    arg_min(uasc, turn) filter (where uasc is not null) as unaccompanied,
    'the lists give different days of birth: ' || any_value(differing.births)
    || '. The first is taken: correct the other, or say why both stand.' as differs
from ranked
left join differing on differing.child = ranked.child
group by ranked.child
order by min(origin)
