/*
title       = "Kinship carers and special guardians supported"
numerator   = "Households of kinship carers and special guardians whom the authority supports at month end"
unit        = "count"
good        = "none"
why         = "Who takes in a grandchild often gives up work and room to live. Support keeps a child in the family and out of care."
source      = "Special Guardianship Regulations 2005, part 2; Kinship care: statutory guidance for local authorities 2024; no figure is published"
national    = "family_network"
ofsted      = "help_and_protection"
owner       = "Head of fostering"
review_by   = 2027-04-01
subjects    = "households"
beside      = ["kinship_support_plans_current"]
differs     = "Relatives and friends who are foster carers are among the foster households instead."
*/
select distinct
    household_id as subject,
    true as numerator,
    true as denominator
from kinship_support
where open_on(start_date, end_date, month_end())
