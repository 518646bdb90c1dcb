/*
at       = ["children.former_upn"]
name     = "form"
sentence = "a former number has a letter, eleven digits and a digit or a letter. Correct it, or say why it stands."
*/
select origin as row
from children
where not regexp_full_match(upper(former_upn), '[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]')
