/*
at       = ["children.death"]
name     = "before_birth"
reads    = ["children.birth"]
sentence = "it is {death_day}, before the day of birth, {birth_day}. Correct one of the two, or say why."
*/
select origin as row, birth_day, death_day
from children
where death_day < birth_day
