/*
at       = ["children.disabilities"]
name     = "missing_or_unknown"
reads    = ["cin_details.nfa"]
sentence = "{disabilities} is no answer by the code set of disabilities, for a child in need. Give the codes; NONE says that there is none."
*/
select distinct children.origin as row, coalesce('"' || children.disabilities || '"', 'Blank') as disabilities
from children
join cin_details on cin_details.child = children.child and cin_details.nfa = 'N'
where children.birth is not null
    and (
        children.disabilities is null
        or len(list_filter(parts(children.disabilities), lambda code: code not in ('NONE', 'MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS', 'BEH', 'CON', 'AUT', 'DDA'))) > 0
    )
