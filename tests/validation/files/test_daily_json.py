"""What goes to DfE daily as JSON is read as the dataset's tables are; what is no specification 0.8 is refused."""

import json

import pytest

from data.errors import Mendable
from data.returns.ssd.daily_json import is_daily_json, tables_of
from tests.every_case import every
from tests.validation.files.test_returns import csv
from validation.check import Known, check

MONTH = "2026-10"
PLAN = {"start_date": "2026-02-01", "end_date": None, "purge": False}
ADA = {
    "la_child_id": "C1",
    "mis_child_id": "M1",
    "purge": False,
    "child_details": {
        "unique_pupil_number": "A123456789012",
        "first_name": "Ada",
        "surname": "Lovelace",
        "date_of_birth": "2015-03-04",
        "expected_date_of_birth": None,
        "sex": "F",
        "ethnicity": "WBRI",
        "disabilities": ["MOB", "LD"],
        "postcode": "AB1 2CD",
        "uasc_flag": True,
        "uasc_end_date": None,
        "purge": False,
    },
    "health_and_wellbeing": {"sdq_assessments": [{"date": "2026-05-06", "score": 14}], "purge": False},
    "social_care_episodes": [
        {
            "social_care_episode_id": "R1",
            "referral_date": "2026-01-05",
            "referral_source": "1A",
            "referral_no_further_action_flag": False,
            "closure_date": None,
            "child_and_family_assessments": [
                {
                    "child_and_family_assessment_id": "A1",
                    "start_date": "2026-01-06",
                    "authorisation_date": "2026-02-02",
                    "factors": ["1C", "4A"],
                    "purge": False,
                }
            ],
            "child_in_need_plans": [{"child_in_need_plan_id": "P1", **PLAN}],
            "child_protection_plans": [{"child_protection_plan_id": "P2", **PLAN}],
            "section_47_assessments": [
                {
                    "section_47_assessment_id": "S1",
                    "start_date": "2026-01-20",
                    "icpc_required_flag": True,
                    "icpc_date": "2026-01-30",
                    "end_date": "2026-01-28",
                }
            ],
            "child_looked_after_placements": [{"child_looked_after_placement_id": "H1"}],
            "care_worker_details": [{"worker_id": "SW1"}],
            "purge": False,
        },
        {"social_care_episode_id": "R2", "referral_date": "2026-03-03", "purge": True},
    ],
}
AS_CSV = (
    csv("person.csv", "pers_person_id,pers_sex,pers_ethnicity,pers_dob,pers_expected_dob", "C1,F,WBRI,2015-03-04,"),
    csv("disability.csv", "disa_person_id,disa_disability_code", "C1,MOB", "C1,LD"),
    csv("status.csv", "immi_person_id,immi_immigration_status,immi_immigration_status_end_date", "C1,UASC,"),
    csv(
        "sdq.csv",
        "csdq_table_id,csdq_person_id,csdq_sdq_completed_date,csdq_sdq_score",
        "C1-2026-05-06,C1,2026-05-06,14",
    ),
    csv(
        "episodes.csv",
        "cine_referral_id,cine_person_id,cine_referral_nfa,cine_referral_date,cine_referral_source_code,cine_close_date",
        "R1,C1,N,2026-01-05,1A,",
    ),
    csv(
        "assessments.csv",
        "cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date",
        "A1,C1,R1,2026-01-06,2026-02-02",
    ),
    csv("factors.csv", "cinf_assessment_id,cinf_assessment_factors_json", 'A1,"[""1C"", ""4A""]"'),
    csv(
        "cin.csv",
        "cinp_cin_plan_id,cinp_person_id,cinp_referral_id,cinp_cin_plan_start_date,cinp_cin_plan_end_date",
        "P1,C1,R1,2026-02-01,",
    ),
    csv(
        "cp.csv",
        "cppl_cp_plan_id,cppl_person_id,cppl_referral_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date",
        "P2,C1,R1,2026-02-01,",
    ),
    csv(
        "s47.csv",
        "s47e_s47_enquiry_id,s47e_referral_id,s47e_person_id,s47e_s47_outcome_json,s47e_s47_start_date,s47e_s47_end_date",
        'S1,R1,C1,"{""CP_CONFERENCE_FLAG"": ""Y""}",2026-01-20,2026-01-28',
    ),
    csv(
        "icpc.csv",
        "icpc_icpc_id,icpc_s47_enquiry_id,icpc_person_id,icpc_referral_id,icpc_icpc_date",
        "S1-ICPC,S1,C1,R1,2026-01-30",
    ),
)


def as_json(*children):
    return json.dumps(list(children)).encode()


def made(*files):
    """Return what files make, by extract, with how it is kept."""
    found = check(files, MONTH, Known())
    assert not [file for file in found.files if file.rows and file.set_aside == file.rows], found.findings
    return {file.extract: file for file in found.files if file.table is not None}


def test_json_makes_what_the_tables_make_that_it_was_made_of_and_vouches_for_no_earlier_month():
    of_json, of_tables = made(("daily.json", as_json(ADA))), made(*AS_CSV)
    assert of_json.keys() == of_tables.keys() >= {"children", "referrals", "assessments", "lac_health"}
    for name, file in of_json.items():
        rows = [each.table.astype(str).to_dict("records") for each in (file, of_tables[name])]
        assert rows[0] == rows[1] and rows[0], name
        for kept in ("Lovelace", "A123456789012", "AB1 2CD", "M1"):
            assert kept not in str(rows[0])
    assert f"{of_json['referrals'].whole_from}" == "2026-10-31"
    assert f"{of_tables['referrals'].whole_from}" == "2020-11-01"
    notes = [note for file in check([("daily.json", as_json(ADA))], MONTH, Known()).files for note in file.notes]
    assert "not taken, since what they need is not in this JSON: placements, workers" in notes
    assert "1 records that are to be purged were left out" in notes


PURGED = {**ADA, "purge": True}


def other(**fields):
    return as_json({**ADA, **fields})


REFUSED = {
    'child 1 has "religion", which specification 0.8': other(religion="none"),
    'the details of child 1 has "gender"': other(child_details={**ADA["child_details"], "gender": "F"}),
    "has no child_details, as where only what changed": as_json({"la_child_id": "C1", "purge": False}),
    "has a part without la_child_id": other(la_child_id=""),
    "la_child_id of child 1 is no text": other(la_child_id=["C1"]),
    "purge of child 1 is neither true nor false": other(purge="no"),
    "is no list, so it was not read": other(social_care_episodes={"a": "b"}),
    "cut off or damaged at line 1": as_json(ADA)[:-9],
    "is no list of children": json.dumps({"la_code": 304, "Children": ADA}).encode(),
    "deeper than any child's record": b"[" + b'{"a":' * 100_000,
    "a name stands twice": b'[{"la_child_id": "C1", "la_child_id": "C2"}]',
    "cut off or damaged": b'[{"la_child_id": NaN}]',
    "every child in it is marked to be purged": as_json(PURGED, {**PURGED, "la_child_id": "C2"}),
    "every child in it is marked to be purged, so nothing": other(
        child_details={**ADA["child_details"], "purge": True}
    ),
    "it tells of no child but those marked to be purged": as_json(PURGED, None),
}


@every("said", list(REFUSED))
def test_json_of_another_version_or_that_is_not_whole_is_refused_in_a_sentence(said):
    assert is_daily_json(REFUSED[said])
    with pytest.raises(Mendable) as refused:
        tables_of("daily.json", REFUSED[said])
    assert said in str(refused.value) and str(refused.value).startswith("daily.json: ")
    assert "Lovelace" not in str(refused.value)


def test_who_is_to_be_purged_is_left_out_and_counted():
    tables, notes = tables_of("daily.json", as_json(ADA, {**ADA, "la_child_id": "C2", "purge": True}))
    assert [row["pers_person_id"] for row in tables["ssd_person"]] == ["C1"]
    assert notes[0] == "2 records that are to be purged were left out"
    gone = {**ADA, "la_child_id": "C3", "child_details": {**ADA["child_details"], "purge": True}}
    assert [row["pers_person_id"] for row in tables_of("daily.json", as_json(ADA, gone))[0]["ssd_person"]] == ["C1"]


def test_a_file_in_which_all_are_to_be_purged_is_a_finding_on_the_file_that_says_what_to_choose():
    (found,) = check([("daily.json", as_json(PURGED))], MONTH, Known()).findings
    assert (found.rule, found.severity) == ("file.not_readable", "block")
    assert "daily.json: every child in it" in found.message and "Choose the JSON of all children" in found.message
