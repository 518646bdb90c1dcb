/*
at          = ["children.upn_unknown"]
name        = "number_wanted"
reads       = ["children.upn", "cin_details.nfa"]
of_the_year = true
sentence    = "the child is of school age and a child in need, and there is neither a unique pupil number nor a valid reason why not. Give one of them, or say why."
*/
select distinct children.origin as row
from children
join cin_details on cin_details.child = children.child and cin_details.nfa = 'N'
where children.birth_day <= make_date(year(year_ends()) - 6, 8, 31)
    and children.upn is null
    and coalesce(upper(children.upn_unknown) not in ('UN2', 'UN3', 'UN4', 'UN5', 'UN6', 'UN7', 'UN8', 'UN9', 'UN10'), true)
