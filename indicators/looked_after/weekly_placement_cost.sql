/*
title       = "Average weekly cost of a placement"
numerator   = "Pounds paid in the month for placements of which the weeks are known"
denominator = "Weeks of care that these pounds bought"
unit        = "average"
good        = "none"
why         = "A move from a foster home to a children's home costs a child a family, and the authority ten times as much. The list says what each kind costs."
source      = "Local; section 251 outturn is of a whole year. No monthly figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Head of finance, children's services"
review_by   = 2027-04-01
subjects    = "kinds of cost"
halves      = ["pounds", "weeks"]
beside      = ["lac_in_private_provision", "lac_in_childrens_homes"]
differs     = "It is pooled: all pounds over all weeks, of all kinds of placement. A kind without weeks is in neither number. Placements that nobody pays for by the week, as with parents, are in none."
*/
select
    kind as subject,
    cost as numerator,
    weeks as denominator
from costs
where kind not in ('STAFF', 'AGENCY')
    and period = last_day(month_end())
    and weeks > 0
