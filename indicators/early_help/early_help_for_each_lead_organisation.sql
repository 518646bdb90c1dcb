/*
title       = "Children with early help for each organisation that leads it"
numerator   = "Children whose early help the organisation leads at month end"
denominator = "Organisations that lead the early help of at least one child"
unit        = "average"
good        = "none"
why         = "Whether partners carry early help, or the council alone. The list names each organisation with its children."
source      = "Ofsted, Annex A, list 2 (organisation completing the assessment); no national figure is published"
national    = "multi_agency"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
anew_at     = ["family_help"]
subjects    = "organisations"
halves      = ["children", "organisations"]
beside      = ["early_help_open"]
differs     = "An organisation is what the file calls it, capitals and spaces apart; two spellings are two. A child whom two organisations help counts with both."
*/
select
    min(trim(organisation)) as subject,
    count(distinct child_id) as numerator,
    true as denominator
from early_help
where open_on(start_date, end_date, month_end())
group by lower(trim(organisation))
