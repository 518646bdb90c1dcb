/*
at       = ["episodes.urn"]
name     = "form"
sentence = "{urn} is not of the form of a number that Ofsted gives: SC and six digits, or six or seven digits; XXXXXXX stands for an agency that has none. Correct it."
*/
select origin as row, urn
from episodes
where not regexp_full_match(urn, 'SC[0-9]{6}|[0-9]{6,7}|XXXXXXX')
