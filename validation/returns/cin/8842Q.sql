/*
at       = ["reviews.held"]
name     = "no_day"
sentence = "no day is given on which the review was held. Give it, or say why there is none."
*/
select origin as row
from reviews
where held is null
