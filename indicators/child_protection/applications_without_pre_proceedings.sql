/*
title       = "Applications to court without pre-proceedings"
numerator   = "Children of these whose family was in no pre-proceedings before"
denominator = "Children for whom a court was asked for a care or supervision order in the 12 months to month end"
unit        = "percent"
good        = "low"
why         = "Some children cannot wait. Where many families meet the court unprepared, the last chance came too late to be one."
source      = "Public Law Outline, Practice Direction 12A; Public Law Working Group, best practice guidance (2021)"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = 12
adds_up     = ["denominator = court_applications_rate.numerator"]
differs     = "The census holds those alone that pre-proceedings came before, so of it the figure is none."
*/
select
    pre_proceedings_id as subject,
    child_id,
    team,
    start_date is null as numerator,
    true as denominator
from pre_proceedings
where in_months_to(application_date, 12, month_end())
