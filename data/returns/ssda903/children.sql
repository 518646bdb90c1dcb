/*
whole = "always"
needs = ["header"]
loses = "Disabilities are not in the return."

[held_in]
unaccompanied = ["uasc.duc"]
*/
select
    made_of(header.origin, uasc.origin, prev_perm.origin) as origin,
    header.child as child_id,
    header.dob as date_of_birth,
    header.sex as sex,
    header.ethnic as ethnicity,
    case when uasc.child is not null and coalesce(uasc.duc_day > month_end(), uasc.duc is null) then 'Y' else 'N' end as unaccompanied,
    prev_perm.prev_perm as previous_permanence,
    prev_perm.date_perm as previous_permanence_date
from header
left join uasc on uasc.child = header.child
left join prev_perm on prev_perm.child = header.child
