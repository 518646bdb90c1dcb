"""The Standard Safeguarding Dataset: its tables make the extracts they can, in the habits of more than one system."""

import pytest

from data.extracts import all_extracts
from data.returns.declaration import all_returns
from tests.validation.files.test_returns import checked, csv, made, rows, said

PERSON = csv(
    "ssd_person.csv",
    "pers_legacy_id,pers_person_id,pers_upn,pers_forename,pers_surname,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob",
    "901,1,A123456789012,Ada,Example,F,WBRI,2012-06-01 00:00:00.000,NULL",
    "902,2,NULL,Ben,Example,1,BCRB,2014-03-02 00:00:00.000,NULL",
    "903,3,NULL,NULL,Example,U,NOBT,NULL,2026-04-20 00:00:00.000",
)
INVOLVED = csv(
    "ssd_involvements.csv",
    "invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,invo_person_id,"
    "invo_involvement_start_date,invo_involvement_end_date,invo_worker_change_reason",
    "70,500,CW,31,1,2024-05-01,NULL,NULL",
    "71,501,16PLUS,32,1,2025-05-01,NULL,NULL",
    "72,502,Allocated Case Worker,32,2,2025-01-05,2025-09-01,LEFTRL",
)
TEAMS = csv(
    "ssd_department.csv", "dept_team_id,dept_team_name,dept_team_parent_id", "31,North Team,1", "32,South Team,1"
)
EPISODE = (
    "clae_cla_episode_id,clae_person_id,clae_cla_placement_id,clae_cla_episode_start_date,clae_cla_episode_start_reason,"
    "clae_cla_primary_need_code,clae_cla_episode_ceased_date,clae_cla_episode_ceased_reason,clae_cla_id,"
    "clae_entered_care_date"
)
PLACED = (
    "clap_cla_placement_id,clap_cla_id,clap_person_id,clap_cla_placement_start_date,clap_cla_placement_type,"
    "clap_cla_placement_urn,clap_cla_placement_distance,clap_cla_placement_provider,clap_cla_placement_postcode,"
    "clap_cla_placement_end_date,clap_cla_placement_change_reason"
)
STATUS = "lega_legal_status_id,lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date"
CARE = ("child_id", "start_date", "end_date", "reason_started", "reason_ended", "placement", "legal_status", "team")


def in_days(table):
    return [tuple(f"{value:%Y-%m-%d}" if hasattr(value, "year") else value for value in row) for row in table]


def care(*files):
    return in_days(rows(made(checked(PERSON, INVOLVED, TEAMS, *files), "looked_after_children"), *CARE))


def test_people_come_without_names_and_with_the_day_that_is_expected_of_the_unborn():
    result = checked(
        PERSON,
        csv("ssd_disability.csv", "disa_table_id,disa_person_id,disa_disability_code", "1,1,LD", "2,1,AUT", "3,2,NONE"),
        csv(
            "ssd_immigration_status.csv",
            "immi_immigration_status_id,immi_person_id,immi_immigration_status_start_date,"
            "immi_immigration_status_end_date,immi_immigration_status",
            "1,2,2024-01-01,NULL,UASC",
            "2,1,2020-01-01,2021-01-01,Unaccompanied asylum seeking child",
        ),
    )
    children = made(result, "children")
    assert sorted(rows(children, "child_id", "sex", "ethnicity", "disability", "unaccompanied")) == [
        ("1", "F", "WBRI", "AUT", "N"),
        ("2", "M", "BCRB", "NONE", "Y"),
        ("3", "U", "NOBT", None, "N"),
    ]
    assert ("3", "2026-04-20") in in_days(rows(children, "child_id", "date_of_birth"))
    assert not any("EXAMPLE" in str(value).upper() for column in children.table for value in children.table[column])


def test_three_spans_make_episodes_where_one_row_is_one_of_the_return():
    assert care(
        csv(
            "ssd_cla_episodes.csv",
            EPISODE,
            "1,1,11,2025-05-01,S,N1,2025-08-01,X1,6,2025-05-01",
            "2,1,11,2025-08-01,L,N1,2025-11-01,X1,6,2025-05-01",
            "3,1,12,2025-11-01,P,N1,NULL,NULL,6,2025-05-01",
        ),
        csv(
            "ssd_cla_placement.csv",
            PLACED,
            "11,6,1,2025-05-01,U6,NULL,4.2,PR1,NW10 4AB,2025-11-01,CARPL",
            "12,6,1,2025-11-01,U4,NULL,5,PR4,SW1A 1AA,NULL,NULL",
        ),
        csv("ssd_legal_status.csv", STATUS, "1,1,C1,2025-05-01,2025-08-01", "2,1,C2,2025-08-01,NULL"),
    ) == [
        ("1", "2025-05-01", "2025-08-01", "S", "X1", "U6", "C1", "North Team"),
        ("1", "2025-08-01", "2025-11-01", "L", "X1", "U6", "C2", "North Team"),
        ("1", "2025-11-01", None, "P", None, "U4", "C2", "North Team"),
    ]


def test_three_spans_make_episodes_where_one_row_is_a_whole_period_of_care():
    assert care(
        csv("ssd_cla_episodes.csv", EPISODE, "1,1,NULL,2025-05-01,Started,N1,2026-02-01,E8,6,2025-05-01"),
        csv(
            "ssd_cla_placement.csv",
            PLACED,
            "11,6,NULL,2025-05-01,U6,NULL,4.2,PR1,NW10 4AB,2025-11-01,CARPL",
            "12,6,NULL,2025-11-01,U4,NULL,5,PR4,SW1A 1AA,NULL,NULL",
        ),
        csv("ssd_legal_status.csv", STATUS, "1,1,Interim care order,2025-05-01,2025-08-01", "2,1,C2,2025-08-01,NULL"),
    ) == [
        ("1", "2025-05-01", "2025-08-01", "S", "X1", "U6", "C1", "North Team"),
        ("1", "2025-08-01", "2025-11-01", "L", "X1", "U6", "C2", "North Team"),
        ("1", "2025-11-01", "2026-02-01", "P", "E8", "U4", "C2", "North Team"),
    ]


@pytest.mark.parametrize(
    ("outcome", "read"),
    [
        ('{"NEW_REFERRAL_FLAG": "Y", "NFA_FLAG": "N", "COMMENTS": ""}', "REF"),
        ('{"NEW_REFERRAL_FLAG": "", "NFA_FLAG": "Y", "COMMENTS": "no referral made, advice given"}', "NFA"),
        ('{"NEW_REFERRAL_FLAG":"N","NFA_FLAG":"N","ADVICE_FLAG":"Y"}', "INFO"),
        ("Contact NFA", "NFA"),
        ("Early help referral", "EH"),
        ("Refer to children's social care", "REF"),
        ("NULL", None),
    ],
)
def test_outcomes_are_read_as_flags_and_as_words(outcome, read):
    quoted = '"' + outcome.replace('"', '""') + '"'
    contacts = csv(
        "ssd_contacts.csv",
        "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_source_desc,"
        "cont_contact_outcome_json",
        f"5,1,2026-03-02 10:15:00.000,99812,POLICE,{quoted}",
    )
    assert rows(made(checked(PERSON, contacts), "contacts"), "child_id", "source", "outcome") == [("1", "6", read)]


def test_a_visit_listed_for_need_and_for_protection_is_one():
    cin = "cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone"
    cp = (
        "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen,cppv_cp_visit_seen_alone"
    )
    result = checked(
        PERSON,
        csv("ssd_cin_visits.csv", cin, "8,1,2026-03-02,Y,N", "9,2,2026-03-03,Y,Y"),
        csv("ssd_cp_visits.csv", cp, "8,1,4,2026-03-02,Y,Y"),
    )
    assert sorted(rows(made(result, "visits"), "child_id", "kind", "seen_alone")) == [
        ("1", "CP", "Y"),
        ("2", "CIN", "Y"),
    ]


def test_what_the_dataset_cannot_tell_is_lacking_and_no_guess_stands_for_it():
    plans = csv(
        "ssd_cp_plans.csv",
        "cppl_cp_plan_id,cppl_referral_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,"
        "cppl_cp_plan_ola,cppl_cp_plan_initial_category,cppl_cp_plan_latest_category",
        "4,44,1,2025-12-01,NULL,N,Neglect,Emotional abuse",
    )
    plan = made(checked(PERSON, plans), "child_protection_plans")
    assert rows(plan, "child_id", "initial_category", "category", "other_authority") == [("1", "NEG", "EMO", "N")]
    assert {"previous_plans", "team", "last_visit", "last_review"} <= set(plan.lacking)
    assert plan.accepted == 1


def test_enquiries_come_with_their_conference_and_transfers_in_without_an_enquiry():
    result = checked(
        PERSON,
        csv(
            "ssd_s47_enquiry.csv",
            "s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_start_date,s47e_s47_end_date,s47e_s47_nfa,"
            "s47e_s47_outcome_json,s47e_s47_completed_by_team",
            '1,44,1,2026-02-02,2026-02-10,N,"{""CP_CONFERENCE_FLAG"": ""Y""}",31',
            '2,45,2,2026-02-03,2026-02-11,Y,"{""CP_CONFERENCE_FLAG"": ""N""}",31',
        ),
        csv(
            "ssd_initial_cp_conference.csv",
            "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_referral_id,icpc_icpc_transfer_in,"
            "icpc_icpc_target_date,icpc_icpc_date,icpc_icpc_outcome_cp_flag,icpc_icpc_team",
            "9,1,1,44,N,2026-02-23,2026-02-20,Y,31",
            "10,NULL,3,46,Y,2026-03-02,2026-03-01,N,31",
        ),
        TEAMS,
    )
    columns = ("child_id", "conference_not_required", "conference_date", "plan_made", "transfer_in", "team")
    assert sorted(in_days(rows(made(result, "section_47_enquiries"), *columns))) == [
        ("1", "N", "2026-02-20", "Y", "N", "North Team"),
        ("2", "Y", None, None, None, "North Team"),
        ("3", None, "2026-03-01", "N", "Y", "North Team"),
    ]


def test_factors_are_read_as_a_list_as_answers_and_as_codes_with_commas():
    assessment = (
        "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_child_seen,"
        "cina_assessment_auth_date,cina_assessment_outcome_json,cina_assessment_outcome_nfa,cina_assessment_team"
    )
    result = checked(
        PERSON,
        csv(
            "ssd_cin_assessments.csv",
            assessment,
            "1,1,44,2026-01-05,Y,2026-02-10,Step down to early help,N,31",
            "2,2,45,2026-01-05,Y,2026-02-10,NULL,N,31",
            "3,3,46,2026-01-05,N,NULL,NULL,NULL,31",
        ),
        csv(
            "ssd_assessment_factors.csv",
            "cinf_table_id,cinf_assessment_id,cinf_assessment_factors_json",
            '1,1,"[""1A"", ""3B""]"',
            '2,2,"{""2B"": ""Yes"", ""4A"": ""No""}"',
            '3,3,"2B,16A"',
        ),
    )
    assert rows(made(result, "assessments"), "child_id", "support_required", "factors") == [
        ("1", "N", "1A,3B"),
        ("2", "Y", "2B"),
        ("3", None, "16A,2B"),
    ]


def test_a_table_that_is_known_and_not_read_is_named_and_stops_nothing():
    address = csv("ssd_address.csv", "addr_table_id,addr_person_id,addr_address_json", "1,1,secret street")
    result = checked(PERSON, address)
    [finding] = said(result, "list_set_aside")
    assert "ssd_address" in finding.message and "secret" not in finding.message
    assert finding.severity == "query"
    assert len(made(result, "children").table) == 3


def test_what_a_system_cannot_give_is_blank():
    sdq = csv(
        "ssd_sdq_scores.csv",
        "csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_score,csdq_sdq_reason",
        "1,1,2026-02-02,14,SSD_PH",
    )
    health = csv(
        "ssd_cla_health.csv",
        "clah_health_check_id,clah_person_id,clah_health_check_type,clah_health_check_date,clah_health_check_status",
        "1,1,Dental Check,2026-02-03,Attended",
        "2,1,Initial Health Assessment,2026-02-04,Completed",
        "3,1,Review Health Assessment,2026-02-05,Did not attend",
    )
    result = made(checked(PERSON, sdq, health), "lac_health")
    assert sorted(rows(result, "kind", "score", "reason"), key=str) == [
        ("DENTAL", None, None),
        ("IHA", None, None),
        ("SDQ", 14, None),
    ]


def test_a_child_is_found_under_the_number_of_an_earlier_system():
    columns = [column for column in all_returns()["ssd"].lists["permanence"].columns]
    row = dict.fromkeys(columns, "") | {
        "perm_table_id": "1",
        "perm_person_id": "901",
        "perm_adm_decision_date": "2025-10-01",
        "perm_permanence_order_date": "2026-02-01",
    }
    result = checked(
        PERSON,
        csv("ssd_permanence.csv", ",".join(row), ",".join(row.values())),
        csv("ssd_cla_episodes.csv", EPISODE, "1,1,11,2025-05-01,S,N1,NULL,NULL,6,2025-05-01"),
    )
    permanence = made(result, "permanence")
    assert in_days(rows(permanence, "child_id", "entered_care", "decision_date", "order_date")) == [
        ("1", "2025-05-01", "2025-10-01", None)
    ], "the end of a placement is no order where no order is named"


def test_a_table_of_six_years_is_of_no_year_that_a_day_could_lie_after():
    convictions = "clac_cla_conviction_id,clac_person_id,clac_cla_conviction_date"
    lines = [f"{number},1,2024-06-{number:02},theft" for number in range(1, 29)]
    result = checked(
        PERSON,
        csv("ssd_cla_convictions.csv", f"{convictions},clac_cla_conviction_offence", *lines, "99,1,2025-04-07,theft"),
    )
    assert not said(result, "after_the_year")
    assert len(made(result, "lac_health").table) == 29


def test_the_dataset_makes_nineteen_extracts():
    makes = {making.extract for making in all_returns()["ssd"].makings}
    assert len(makes) == 19 and makes <= all_extracts().keys()


@pytest.mark.parametrize(("many", "told"), [(3, 3), (1001, 1)])
def test_of_very_many_rows_of_which_nothing_is_made_it_is_said_once(many, told):
    episodes = csv("ssd_cla_episodes.csv", EPISODE, *(f"E{n},1,,2025-01-01,S,N1,,,L1,2025-01-01" for n in range(many)))
    found = [each for each in checked(PERSON, episodes).findings if each.rule.endswith(".left_out")]
    assert len(found) == told and {each.rows_affected for each in found} == {many}
    assert ("1,001 rows, of which row 2 is the first" in found[0].message) == (told == 1)
