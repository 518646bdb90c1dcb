/*
title       = "Applications to court without the offer of a family meeting that the law asks for"
numerator   = "Children of these for whom a court was asked from the day of the law on, and whose family had been offered no meeting of family group decision making in a letter before"
denominator = "Children for whom a court was asked for a care or supervision order in the 12 months to month end"
unit        = "percent"
good        = "low"
why         = "The law will have every family asked before a court is: it may know a plan that nobody else sees."
source      = "Children's Wellbeing and Schools Act 2026 (c. 21), section 1, from a day that regulations under section 78(5) appoint"
national    = "family_network"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
never       = "An application for a care or supervision order whose family was not offered a family group decision-making meeting"
limit       = "statutory"
never_from  = 9999-12-31         # Regulations appoint the day, and none could be read by November 2026: write it here and below.
looks_back  = 12
beside      = ["family_meetings_offered"]
differs     = "The Act was passed on 29 April 2026, and by its section 78(5) this duty comes into force on a day that the Secretary of State appoints by regulations. Such regulations were looked for at legislation.gov.uk in November 2026, and none were found. Until they appoint the day no application is against the law, so that 0% says nothing of offers: the measure beside this one tells them. An offer that was made otherwise than in the letter before proceedings is not told. The law lets an authority leave it out where a meeting is not in the child's best interests; that is not told either."
adds_up     = ["denominator = court_applications_rate.numerator"]
*/
select
    pre_proceedings_id as subject,
    child_id,
    team,
    application_date >= date '9999-12-31'  -- the day from which the law demands it
    and not coalesce(meeting_offered = 'Y' and letter_date <= application_date, false) as numerator,
    true as denominator
from pre_proceedings
where in_months_to(application_date, 12, month_end())
