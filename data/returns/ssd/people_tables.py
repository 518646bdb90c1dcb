"""Tables of the SSD about people: who the children are, and who works with them in which team."""

from data.codes import DISABILITY, ETHNICITY, REASON_WORKER_CHANGED, YES_NO
from data.returns.list_columns import Amount, Answer, Day, Reference, Words
from data.returns.ssd.table import table

PEOPLE_TABLES = {
    "person": table(
        "ssd_person",
        "pers_person_id",
        {
            "pers_person_id": Reference(("pers_person_id",)),
            "pers_legacy_id": Reference(("pers_legacy_id",)),
            "pers_sex": Words(("pers_sex", "pers_gender")),
            "pers_ethnicity": Answer(("pers_ethnicity",), ETHNICITY),
            "pers_dob": Day(("pers_dob",), happens=False),
            "pers_expected_dob": Day(("pers_expected_dob",), happens=False),
        },
    ),
    "family": table(
        "ssd_family",
        "fami_family_id",
        {
            "fami_family_id": Reference(("fami_family_id",)),
            "fami_person_id": Reference(("fami_person_id",)),
        },
        ("fami_person_id",),
        looked_up=True,
    ),
    "disability": table(
        "ssd_disability",
        "disa_person_id",
        {
            "disa_person_id": Reference(("disa_person_id",)),
            "disa_disability_code": Answer(("disa_disability_code",), DISABILITY),
        },
        ("disa_disability_code",),
        looked_up=True,
    ),
    "immigration_status": table(
        "ssd_immigration_status",
        "immi_person_id",
        {
            "immi_person_id": Reference(("immi_person_id",)),
            "immi_immigration_status": Words(("immi_immigration_status",)),
            "immi_immigration_status_start_date": Day(("immi_immigration_status_start_date",), happens=False),
            "immi_immigration_status_end_date": Day(("immi_immigration_status_end_date",), happens=False),
        },
        ("immi_immigration_status",),
        looked_up=True,
    ),
    "department": table(
        "ssd_department",
        "dept_team_id",
        {"dept_team_id": Words(("dept_team_id",)), "dept_team_name": Words(("dept_team_name",))},
        ("dept_team_name",),
        looked_up=True,
    ),
    "professionals": table(
        "ssd_professionals",
        "prof_professional_id",
        {
            "prof_professional_id": Reference(("prof_professional_id",)),
            "prof_professional_job_title": Words(("prof_professional_job_title",)),
            "prof_professional_department": Words(("prof_professional_department",)),
            "prof_full_time_equivalency": Amount(("prof_full_time_equivalency",)),
            "prof_agency_worker_flag": Answer(("prof_agency_worker_flag",), YES_NO),
        },
        ("prof_professional_job_title",),
        looked_up=True,
    ),
    "involvements": table(
        "ssd_involvements",
        "invo_involvements_id",
        {
            "invo_involvements_id": Reference(("invo_involvements_id",)),
            "invo_person_id": Reference(("invo_person_id",)),
            "invo_professional_id": Reference(("invo_professional_id",)),
            "invo_professional_role_id": Words(("invo_professional_role_id",)),
            "invo_professional_team": Words(("invo_professional_team",)),
            "invo_involvement_start_date": Day(("invo_involvement_start_date",)),
            "invo_involvement_end_date": Day(("invo_involvement_end_date",)),
            "invo_worker_change_reason": Answer(("invo_worker_change_reason",), REASON_WORKER_CHANGED),
        },
        ("invo_person_id", "invo_professional_id"),
        looked_up=True,
    ),
}
