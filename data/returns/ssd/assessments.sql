/*
whole = "72 months"
needs = ["cin_assessments"]
may_be_blank = ["team"]
loses = "Whether the child was seen alone is not in the dataset."

[held_in]
factors = ["assessment_factors.cinf_assessment_factors_json"]
*/
with factors as (
    select
        cinf_assessment_id,
        list(origin order by origin) as origins,
        array_to_string(list_sort(list_distinct(flatten(list(
            regexp_extract_all(
                case when starts_with(trim(cinf_assessment_factors_json), '[') or starts_with(trim(cinf_assessment_factors_json), '{')
                    then cinf_assessment_factors_json
                    else '["' || replace(replace(cinf_assessment_factors_json, ' ', ''), ',', '","') || '"]'
                end,
                '"([0-9]{1,2}[A-Z]?[0-9]?)" *(?:,|\]|: *"?[Yy1Tt])',
                1
            )
        )))), ',') as found
    from assessment_factors
    group by cinf_assessment_id
)
select
    made_of(cin_assessments.origin, held_by.origin) || coalesce(factors.origins, []) as origin,
    cina_assessment_id as assessment_id,
    cina_referral_id as referral_id,
    cina_person_id as child_id,
    cina_assessment_start_date as start_date,
    cina_assessment_auth_date as authorised_date,
    cina_assessment_child_seen as child_seen,
    case
        when cina_assessment_auth_date is null then null
        when cina_assessment_outcome_nfa = 'Y' then 'N'
        when outcome_says(cina_assessment_outcome_json, 'REFERRAL_TO_OTHER_AGENCY_FLAG', 'early help|other agency')
            and not outcome_says(cina_assessment_outcome_json, '(PROV_OF_SERVICES|PROV_OF_SB_CARE|CLA_REQUEST|STRATEGY_DISCUSSION|LEGAL_ACTION)_FLAG', 'strategy|section|services') then 'N'
        when cina_assessment_outcome_nfa = 'N' then 'Y'
    end as support_required,
    nullif(factors.found, '') /* cinf_assessment_factors_json */ as factors,
    coalesce(team_named(cina_assessment_team), held_by.invo_professional_team) as team
from cin_assessments
left join factors on factors.cinf_assessment_id = cina_assessment_id
left join held_by on held_by.child = cina_person_id
