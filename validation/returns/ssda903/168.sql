/*
at       = ["header.upn"]
name     = "form"
sentence = "{upn} is no unique pupil number: a letter and 12 digits, the last of which may be a letter, or UN1 to UN5. Correct it."
*/
select origin as row, upn
from header
where not regexp_full_match(upn, '[A-HJ-NP-RT-Z]([0-9]{12}|[0-9]{11}[A-Z])|UN[1-5]')
