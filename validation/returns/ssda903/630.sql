/*
at          = ["episodes.rne"]
name        = "permanence_not_said"
reads       = ["episodes.decom", "prev_perm.prev_perm", "prev_perm.la_perm", "prev_perm.date_perm"]
of_the_year = true
sentence    = "care began on {decom_day}, and PrevPerm {what}. Say there whether the child had been adopted or under such an order before."
*/
select
    episodes.origin as row,
    episodes.decom_day,
    case
        when bool_or(prev_perm.child is null) then 'does not have the child'
        when bool_or(prev_perm.prev_perm is null) then 'does not say what it was'
        else 'lacks the day or the authority of the order'
    end as what
from episodes
left join prev_perm on prev_perm.child = episodes.child
where episodes.rne = 'S'
    and episodes.decom_day >= year_begins()
    and (
        prev_perm.child is null
        or prev_perm.prev_perm is null
        or (prev_perm.prev_perm <> 'Z1' and (prev_perm.la_perm is null or prev_perm.date_perm is null))
    )
group by episodes.origin, episodes.decom_day
