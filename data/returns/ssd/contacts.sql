/*
whole = "72 months"
needs = ["contacts"]
may_be_blank = ["source"]
loses = "When it was decided what to do is not in the dataset."
*/
select
    origin,
    cont_contact_id as contact_id,
    cont_person_id as child_id,
    cont_contact_date as contact_date,
    source_of(cont_contact_source_code, cont_contact_source_desc) as source,
    case
        when outcome_says(cont_contact_outcome_json, 'NEW_REFERRAL_FLAG', 'refer.*(social care|CIN)|CIN referral|^referral|assessment')
            or outcome_says(cont_contact_outcome_json, 'CP_ENQUIRY_FLAG', 'strategy|section 47|s47') then 'REF'
        when outcome_says(cont_contact_outcome_json, 'EARLY_HELP_FLAG', 'early help|EH referral') then 'EH'
        when outcome_says(cont_contact_outcome_json, 'ADVICE_FLAG', 'advice|information') then 'INFO'
        when outcome_says(cont_contact_outcome_json, 'NFA_FLAG', 'no further action|NFA') then 'NFA'
    end as outcome
from contacts
