/*
title       = "Rate of applications to court"
numerator   = "Children for whom a court was asked for a care or supervision order in the 12 months to month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "How often a court is asked differs widely between places that are alike. It is to be seen beside what was tried before."
source      = "Cafcass, care demand, by application and not by child; ONS mid-year population estimates"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "applications"
beside      = ["applications_without_pre_proceedings"]
differs     = "Cafcass counts applications, one for brothers and sisters together; ours counts children. The census tells only of those that pre-proceedings came before."
*/
select
    pre_proceedings_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from pre_proceedings
where in_months_to(application_date, 12, month_end())
