/*
title       = "Pre-proceedings that stepped down"
numerator   = "Children of these for whom no court was asked by month end"
denominator = "Children whose pre-proceedings were decided in the 12 months to month end"
unit        = "percent"
good        = "none"
why         = "Those who step down stay with their family; for the others a court is asked. Neither is right for all: it shows what pre-proceedings lead to."
source      = "DfE, children in need census 2026/27, module 5, N00833 and N00834"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = 12
beside      = ["pre_proceedings_step_down_held"]
differs     = "Told by whether there is an application, since the meaning of the outcomes A, B and C could not be read at DfE's. A court may be asked some days after the decision: until then the child counts as stepped down."
*/
select
    pre_proceedings_id as subject,
    child_id,
    team,
    not coalesce(application_date <= month_end(), false) as numerator,
    true as denominator
from pre_proceedings
where in_months_to(decision_date, 12, month_end())
    and start_date is not null
