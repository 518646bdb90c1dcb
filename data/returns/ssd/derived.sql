-- What several extracts are made with.

-- A dataset six years deep tells of people who have grown up since: of whoever is 27 or older nothing is made.
create table grown as
select pers_person_id as child
from person
where pers_dob_day <= month_end() - interval 27 years;

delete from contacts where cont_person_id in (select child from grown);
delete from early_help_episodes where earl_person_id in (select child from grown);
delete from cin_episodes where cine_person_id in (select child from grown);
delete from cin_assessments where cina_person_id in (select child from grown);
delete from s47_enquiry where s47e_person_id in (select child from grown);
delete from initial_cp_conference where icpc_person_id in (select child from grown);
delete from cin_plans where cinp_person_id in (select child from grown);
delete from cp_plans where cppl_person_id in (select child from grown);
delete from cp_reviews where cppr_person_id in (select child from grown);
delete from cin_visits where cinv_person_id in (select child from grown);
delete from cp_visits where cppv_person_id in (select child from grown);
delete from cla_visits where clav_person_id in (select child from grown);
delete from cla_episodes where clae_person_id in (select child from grown);
delete from cla_placement where clap_person_id in (select child from grown);
delete from legal_status where lega_person_id in (select child from grown);
delete from cla_reviews where clar_cla_person_id in (select child from grown);
delete from cla_health where clah_person_id in (select child from grown);
delete from cla_immunisations where clai_person_id in (select child from grown);
delete from sdq_scores where csdq_person_id in (select child from grown);
delete from cla_substance_misuse where clas_person_id in (select child from grown);
delete from cla_convictions where clac_person_id in (select child from grown);
delete from missing where miss_person_id in (select child from grown);
delete from care_leavers where clea_person_id in (select child from grown);
delete from permanence where perm_person_id in (select child from grown);
delete from involvements where invo_person_id in (select child from grown);
delete from person where pers_person_id in (select child from grown);

-- SSD_PH is how the dataset says that a system cannot give something.
create macro given(written) as nullif(nullif(trim(written), 'SSD_PH'), '');

-- Whether an outcome has a flag that is set, as one system writes them, or words, as another does.
create macro outcome_says(outcome, flag, words) as
    regexp_matches(outcome, '"' || flag || '": *"?(Y|1|T|true)', 'i')
    or (not starts_with(trim(outcome), '{') and regexp_matches(outcome, words, 'i'));

-- The source as a code of the census where the column holds one, else in words: some systems number sources themselves.
create macro source_of(code, words) as
    case
        when regexp_full_match(upper(trim(code)), '([1-9]|10)[A-F]?') then upper(trim(code))
        else coalesce(given(words), given(code))
    end;

-- Who holds a case, of all who are involved with a child.
create macro holds_the_case(role) as
    upper(trim(role)) in ('CW', 'CASE')
    or regexp_matches(role, 'allocated|case ?(holder|worker)|lead (worker|practitioner)|^social worker', 'i')
    and not regexp_matches(role, 'second|co-?work|support', 'i');

-- A team by its name, where the column holds its number in ssd_department, as a program may write that.
create macro team_number(written) as regexp_replace(trim(written), '[.]0+$', '');

create table teams as
select team_number(dept_team_id) as id, min(given(dept_team_name)) as name
from department
where dept_team_id is not null
group by team_number(dept_team_id);

create macro team_named(written) as
    coalesce((select name from teams where id = team_number(written)), nullif(given(written), '-1'));

-- Of those who held a child's case, who holds it at the month end, or did so last.
create table held_by as
select
    origin,
    invo_person_id as child,
    team_named(invo_professional_team) as invo_professional_team,
    invo_professional_id
from involvements
where holds_the_case(invo_professional_role_id) and invo_involvement_start_date_day <= month_end()
qualify row_number() over (
    partition by invo_person_id
    order by
        invo_involvement_end_date_day is null or invo_involvement_end_date_day > month_end() desc,
        invo_involvement_start_date_day desc,
        invo_involvement_end_date_day desc nulls first,
        invo_involvements_id desc
) = 1;

create table families as
select fami_person_id as child, min(fami_family_id) as fami_family_id, arg_min(origin, fami_family_id) as origin
from family
group by fami_person_id;

-- Every visit that a table has, as whom, when and whether the child was seen.
create table statutory_visits as
select origin, cppv_person_id as person, cppv_cp_visit_date_day as day, cppv_cp_visit_seen as seen
from cp_visits
union all
select origin, clav_person_id, clav_cla_visit_date_day, clav_cla_visit_seen
from cla_visits;

create table visited as
select origin, person, day, seen
from statutory_visits
union all
select origin, cinv_person_id, cinv_cin_visit_date_day, cinv_cin_visit_seen
from cin_visits;

-- Why early help began or ended: as one of our reasons, or not at all where words of an authority's own do not tell.
create macro early_help_begun(reason) as
    case
        when given(reason) is null then null
        when regexp_matches(reason, 'step.?down', 'i') then 'STEPDOWN'
        when regexp_matches(reason, '^(NEW|CONTACT|TRANSFER|OTHER)$', 'i') then upper(reason)
        when regexp_matches(reason, 'after (a )?contact|contact outcome', 'i') then 'CONTACT'
    end;

create macro early_help_ended(reason) as
    case
        when given(reason) is null then null
        when regexp_matches(reason, 'step.?up|social care', 'i') then 'STEPUP'
        when regexp_matches(reason, '^(MET|UNIVERSAL|DECLINED|MOVED|OTHER)$', 'i') then upper(reason)
        when regexp_matches(reason, '^other', 'i') then 'OTHER'
        when regexp_matches(reason, '(needs|outcomes) met', 'i') then 'MET'
        when regexp_matches(reason, 'universal', 'i') then 'UNIVERSAL'
        when regexp_matches(reason, 'declin|engage|consent', 'i') then 'DECLINED'
        when regexp_matches(reason, 'moved', 'i') then 'MOVED'
    end;

-- The accommodation as the return's code, whose last letter says whether it is suitable.
create macro accommodation_of(kind, suitable) as
    case
        when regexp_full_match(upper(trim(kind)), '[A-Z][12]') then upper(trim(kind))
        when given(kind) is not null and regexp_matches(trim(suitable), '^(suitable|y|1)', 'i') then left(upper(trim(kind)), 1) || '1'
        when given(kind) is not null and regexp_matches(trim(suitable), '^(unsuitable|not suitable|n|2|0)', 'i')
            then left(upper(trim(kind)), 1) || '2'
    end;

create macro order_of(written) as
    case
        when regexp_matches(written, 'adopt', 'i') then 'ADOPTION'
        when regexp_matches(written, 'guardian|SGO', 'i') then 'SGO'
        when regexp_matches(written, 'arrangement|residence|CAO', 'i') then 'CAO'
        else given(written)
    end;

-- What kind of case a child is at the month end, by what is open: in care before protected before in need.
create table case_types as
select child, arg_min(kind, place) as kind
from (
    select clae_person_id as child, 'CLA' as kind, 1 as place
    from cla_episodes
    where clae_cla_episode_start_date_day <= month_end()
        and coalesce(clae_cla_episode_ceased_date_day > month_end(), true)
    union all
    select cppl_person_id, 'CP', 2
    from cp_plans
    where cppl_cp_plan_start_date_day <= month_end() and coalesce(cppl_cp_plan_end_date_day > month_end(), true)
    union all
    select clea_person_id, 'CL', 3
    from care_leavers
    union all
    select cinp_person_id, 'CIN', 4
    from cin_plans
    where cinp_cin_plan_start_date_day <= month_end() and coalesce(cinp_cin_plan_end_date_day > month_end(), true)
    union all
    select cina_person_id, 'ASS', 5
    from cin_assessments
    where cina_assessment_start_date_day <= month_end() and coalesce(cina_assessment_auth_date_day > month_end(), true)
    union all
    select cine_person_id, 'CIN', 6
    from cin_episodes
    where cine_referral_date_day <= month_end() and coalesce(cine_close_date_day > month_end(), true)
)
group by child;
