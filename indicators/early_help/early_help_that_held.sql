/*
title       = "Early help that held for a year, for each organisation that led it"
numerator   = "Spells of these whose child was not referred to social care within 12 months of the end"
denominator = "Spells of early help that ended with needs met or passed to universal services, and whose 12 months since then ended in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "Help that ends too early comes back as a referral. Beside how many children each organisation helps, the list says whose help held."
source      = "Local measure of the founding report's early help by lead organisation; no national figure is published"
national    = "multi_agency"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
anew_at     = ["family_help"]
outcome     = true
looks_back  = 24
subjects    = "organisations"
halves      = ["spells", "spells that ended"]
beside      = ["early_help_for_each_lead_organisation"]
differs     = "The organisation that led is what the file calls it, capitals and spaces apart. A referral with no further action counts as coming back, as in DfE's re-referrals, and one made on the day of the end belongs to the help that ended."
*/
with ended as (
    select *, (end_date + to_months(12))::date as due_on
    from early_help
    where in_months_to(end_date, 24, month_end())
        and reason_ended in ('MET', 'UNIVERSAL')
),
back as (
    select distinct ended.early_help_id
    from ended
    join referrals
        on referrals.child_id = ended.child_id
        and referrals.referral_date > ended.end_date
        and referrals.referral_date <= ended.due_on
)
select
    min(trim(ended.organisation)) as subject,
    count(*) filter (back.early_help_id is null) as numerator,
    count(*) as denominator
from ended
left join back on back.early_help_id = ended.early_help_id
where ended.due_on <= month_end()
group by lower(trim(ended.organisation))
