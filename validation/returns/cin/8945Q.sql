/*
at       = ["assessments.factors"]
name     = "code_18a"
since    = 2024-04-01
sentence = "18A is no code of this year any more: 18B and 18C say who did it. Correct it, or say why it stands."
*/
select origin as row
from assessments
where list_contains(parts(factors), '18A')
