/*
whole = "always"
needs = ["person"]
loses = "Of several disabilities of a child one is kept, and none is held of a child of whom the table has no row."

[held_in]
disability = ["disability.disa_disability_code"]
unaccompanied = ["immigration_status.immi_immigration_status"]
*/
with disabled as (
    select
        disa_person_id as child,
        arg_min(origin, (disa_disability_code = 'NONE', disa_disability_code)) as origin,
        min(disa_disability_code) filter (where disa_disability_code <> 'NONE') as first_one,
        min(disa_disability_code) as any_one
    from disability
    group by disa_person_id
),
alone as (
    select immi_person_id as child, min(origin) as origin
    from immigration_status
    where regexp_matches(immi_immigration_status, 'UASC|unaccompanied', 'i')
        and not regexp_matches(immi_immigration_status, '^(not|no|non) |^0$', 'i')
        and coalesce(immi_immigration_status_end_date_day > month_end(), immi_immigration_status_end_date is null)
    group by immi_person_id
),
before as (
    select
        lapp_person_id as child,
        arg_min(origin, lapp_previous_permanence_option) as origin,
        min(lapp_previous_permanence_option) as lapp_previous_permanence_option,
        arg_min(lapp_previous_permanence_order_date, lapp_previous_permanence_option) as ordered
    from cla_previous_permanence
    group by lapp_person_id
)
select
    made_of(person.origin, disabled.origin, immi_alone.origin) || made_of(before.origin) as origin,
    pers_person_id as child_id,
    coalesce(pers_dob, pers_expected_dob) as date_of_birth,
    case pers_sex when '1' then 'M' when '2' then 'F' when '0' then 'U' when '9' then 'U' else pers_sex end as sex,
    pers_ethnicity as ethnicity,
    coalesce(disabled.first_one, disabled.any_one) /* disa_disability_code */ as disability,
    case when immi_alone.child is null then 'N' else 'Y' end /* immi_immigration_status */ as unaccompanied,
    before.lapp_previous_permanence_option as previous_permanence,
    given(before.ordered) /* lapp_previous_permanence_order_date */ as previous_permanence_date
from person
left join disabled on disabled.child = pers_person_id
left join alone as immi_alone on immi_alone.child = pers_person_id
left join before on before.child = pers_person_id
