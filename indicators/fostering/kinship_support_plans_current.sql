/*
title       = "Kinship support plans that are current"
numerator   = "Households of these whose plan was made or reviewed in the last 12 months"
denominator = "Households of kinship carers and special guardians whom the authority supports at month end"
unit        = "percent"
good        = "high"
why         = "A child of two is fourteen one day. A plan that nobody looks at again helps the child who was."
source      = "Special Guardianship Regulations 2005, regulations 14, 17 and 18: a plan, reviewed at least annually; for other kinship care local. No figure is published"
national    = "family_network"
ofsted      = "help_and_protection"
owner       = "Head of fostering"
review_by   = 2027-04-01
subjects    = "households"
differs     = "Where support has no plan, it is not current, whatever the age of the support. Of several rows of a household the plan that is oldest decides."
adds_up     = ["denominator = kinship_households_supported.numerator"]
*/
with supported as (
    select
        household_id,
        count(coalesce(reviewed_date, plan_date)) = count(*) as planned,
        (min(coalesce(reviewed_date, plan_date)) + to_months(12))::date as due_on
    from kinship_support
    where open_on(start_date, end_date, month_end())
    group by household_id
)
select
    household_id as subject,
    planned and due_on >= month_end() as numerator,
    true as denominator,
    due_on
from supported
