/*
whole = "72 months"
needs = ["s47_enquiry"]
may_be_blank = ["team"]

[held_in]
enquiry_id = ["s47_enquiry.s47e_s47_enquiry_id", "initial_cp_conference.icpc_icpc_id"]
referral_id = ["s47_enquiry.s47e_referral_id", "initial_cp_conference.icpc_referral_id"]
child_id = ["s47_enquiry.s47e_person_id", "initial_cp_conference.icpc_person_id"]
start_date = ["s47_enquiry.s47e_s47_start_date", "initial_cp_conference.icpc_icpc_date"]
*/
with first_conference as (
    select *
    from initial_cp_conference
    where coalesce(icpc_icpc_transfer_in, 'N') = 'N' and icpc_s47_enquiry_id is not null
    -- Of several of one enquiry the first that was held.
    qualify row_number() over (
        partition by icpc_s47_enquiry_id
        order by icpc_icpc_date_day nulls last, icpc_icpc_target_date_day nulls last, icpc_icpc_id
    ) = 1
),
begun as (
    select
        made_of(s47_enquiry.origin, first_conference.origin) as origins,
        s47e_s47_enquiry_id as enquiry,
        s47e_referral_id as referral,
        s47e_person_id as child,
        s47e_s47_start_date as start,
        s47e_s47_end_date,
        s47e_s47_outcome_json,
        s47e_s47_nfa,
        s47e_s47_completed_by_team as led_by,
        icpc_icpc_id,
        icpc_icpc_transfer_in,
        icpc_icpc_target_date,
        icpc_icpc_date,
        icpc_icpc_outcome_cp_flag
    from s47_enquiry
    left join first_conference on icpc_s47_enquiry_id = s47e_s47_enquiry_id
    union all
    -- A child who moved here on another authority's plan has a conference and no enquiry of ours.
    select
        made_of(origin),
        icpc_icpc_id || '-ICPC',
        icpc_referral_id,
        icpc_person_id,
        icpc_icpc_date,
        null,
        null,
        null,
        icpc_icpc_team,
        icpc_icpc_id,
        'Y',
        icpc_icpc_target_date,
        icpc_icpc_date,
        icpc_icpc_outcome_cp_flag
    from initial_cp_conference
    where icpc_icpc_transfer_in = 'Y'
)
select
    origins || made_of(held_by.origin) as origin,
    enquiry as enquiry_id,
    referral as referral_id,
    begun.child as child_id,
    start as start_date,
    s47e_s47_end_date as end_date,
    case
        when s47e_s47_end_date is null then null
        when icpc_icpc_id is not null or outcome_says(s47e_s47_outcome_json, 'CP_CONFERENCE_FLAG', 'conference') then 'N'
        when s47e_s47_outcome_json is not null or s47e_s47_nfa is not null then 'Y'
    end as conference_not_required,
    icpc_icpc_target_date as conference_target,
    icpc_icpc_date as conference_date,
    icpc_icpc_transfer_in as transfer_in,
    icpc_icpc_outcome_cp_flag as plan_made,
    coalesce(team_named(led_by), invo_professional_team) /* s47e_s47_completed_by_team */ as team
from begun
left join held_by on held_by.child = begun.child
