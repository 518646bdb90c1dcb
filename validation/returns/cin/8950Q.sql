/*
at       = ["assessments.factors"]
name     = "code_19a"
since    = 2024-04-01
sentence = "19A is no code of this year any more: 19B and 19C say who did it. Correct it, or say why it stands."
*/
select origin as row
from assessments
where list_contains(parts(factors), '19A')
