"""Tables of the SSD about children in need and protected: from the first contact to the last review of a plan."""

from data.codes import CATEGORY_OF_ABUSE, PRIMARY_NEED, REASON_CASE_CLOSED, YES_NO
from data.returns.list_columns import Answer, Day, Reference, Words
from data.returns.ssd.table import table


def visits(title: str, prefix: str, kind: str) -> dict:
    """Declare the columns that the tables of visits share."""
    columns = {
        f"{prefix}_{kind}_visit_id": Reference((f"{prefix}_{kind}_visit_id",)),
        f"{prefix}_person_id": Reference((f"{prefix}_person_id",)),
        f"{prefix}_{kind}_visit_date": Day((f"{prefix}_{kind}_visit_date",)),
        f"{prefix}_{kind}_visit_seen": Answer((f"{prefix}_{kind}_visit_seen",), YES_NO),
        f"{prefix}_{kind}_visit_seen_alone": Answer((f"{prefix}_{kind}_visit_seen_alone",), YES_NO),
    }
    return {title.removeprefix("ssd_"): table(title, f"{prefix}_{kind}_visit_id", columns, (f"{prefix}_person_id",))}


NEED_TABLES = {
    "contacts": table(
        "ssd_contacts",
        "cont_contact_id",
        {
            "cont_contact_id": Reference(("cont_contact_id",)),
            "cont_person_id": Reference(("cont_person_id",)),
            "cont_contact_date": Day(("cont_contact_date", "cont_contact_start")),
            "cont_contact_source_code": Words(("cont_contact_source_code", "cont_contact_source")),
            "cont_contact_source_desc": Words(("cont_contact_source_desc",)),
            "cont_contact_outcome_json": Words(("cont_contact_outcome_json",)),
        },
        ("cont_person_id",),
    ),
    "early_help_episodes": table(
        "ssd_early_help_episodes",
        "earl_episode_id",
        {
            "earl_episode_id": Reference(("earl_episode_id",)),
            "earl_person_id": Reference(("earl_person_id",)),
            "earl_episode_start_date": Day(("earl_episode_start_date",)),
            "earl_episode_end_date": Day(("earl_episode_end_date",)),
            "earl_episode_reason": Words(("earl_episode_reason",)),
            "earl_episode_end_reason": Words(("earl_episode_end_reason",)),
            "earl_episode_organisation": Words(("earl_episode_organisation",)),
        },
        ("earl_person_id",),
    ),
    "cin_episodes": table(
        "ssd_cin_episodes",
        "cine_referral_id",
        {
            "cine_referral_id": Reference(("cine_referral_id",)),
            "cine_person_id": Reference(("cine_person_id",)),
            "cine_referral_date": Day(("cine_referral_date",)),
            "cine_cin_primary_need_code": Answer(("cine_cin_primary_need_code", "cine_cin_primary_need"), PRIMARY_NEED),
            "cine_referral_source_code": Words(("cine_referral_source_code", "cine_referral_source")),
            "cine_referral_source_desc": Words(("cine_referral_source_desc",)),
            "cine_referral_nfa": Answer(("cine_referral_nfa",), YES_NO),
            "cine_close_reason": Answer(("cine_close_reason",), REASON_CASE_CLOSED),
            "cine_close_date": Day(("cine_close_date",)),
            "cine_referral_team": Words(("cine_referral_team", "cine_referral_team_name")),
        },
        ("cine_person_id",),
    ),
    "cin_assessments": table(
        "ssd_cin_assessments",
        "cina_assessment_id",
        {
            "cina_assessment_id": Reference(("cina_assessment_id",)),
            "cina_person_id": Reference(("cina_person_id",)),
            "cina_referral_id": Reference(("cina_referral_id",)),
            "cina_assessment_start_date": Day(("cina_assessment_start_date",)),
            "cina_assessment_child_seen": Answer(("cina_assessment_child_seen",), YES_NO),
            "cina_assessment_auth_date": Day(("cina_assessment_auth_date",)),
            "cina_assessment_outcome_json": Words(("cina_assessment_outcome_json",)),
            "cina_assessment_outcome_nfa": Answer(("cina_assessment_outcome_nfa",), YES_NO),
            "cina_assessment_team": Words(("cina_assessment_team", "cina_assessment_team_name")),
        },
        ("cina_person_id",),
    ),
    "assessment_factors": table(
        "ssd_assessment_factors",
        "cinf_assessment_id",
        {
            "cinf_assessment_id": Reference(("cinf_assessment_id",)),
            "cinf_assessment_factors_json": Words(("cinf_assessment_factors_json", "cinf_assessment_factors")),
        },
        ("cinf_assessment_factors_json",),
        looked_up=True,
    ),
    "s47_enquiry": table(
        "ssd_s47_enquiry",
        "s47e_s47_enquiry_id",
        {
            "s47e_s47_enquiry_id": Reference(("s47e_s47_enquiry_id",)),
            "s47e_referral_id": Reference(("s47e_referral_id",)),
            "s47e_person_id": Reference(("s47e_person_id",)),
            "s47e_s47_start_date": Day(("s47e_s47_start_date",)),
            "s47e_s47_end_date": Day(("s47e_s47_end_date",)),
            "s47e_s47_nfa": Answer(("s47e_s47_nfa",), YES_NO),
            "s47e_s47_outcome_json": Words(("s47e_s47_outcome_json",)),
            "s47e_s47_completed_by_team": Words(("s47e_s47_completed_by_team",)),
        },
        ("s47e_person_id",),
    ),
    "initial_cp_conference": table(
        "ssd_initial_cp_conference",
        "icpc_icpc_id",
        {
            "icpc_icpc_id": Reference(("icpc_icpc_id",)),
            "icpc_s47_enquiry_id": Reference(("icpc_s47_enquiry_id",)),
            "icpc_person_id": Reference(("icpc_person_id",)),
            "icpc_referral_id": Reference(("icpc_referral_id",)),
            "icpc_icpc_transfer_in": Answer(("icpc_icpc_transfer_in",), YES_NO),
            "icpc_icpc_target_date": Day(("icpc_icpc_target_date",), happens=False),
            "icpc_icpc_date": Day(("icpc_icpc_date",)),
            "icpc_icpc_outcome_cp_flag": Answer(("icpc_icpc_outcome_cp_flag",), YES_NO),
            "icpc_icpc_team": Words(("icpc_icpc_team",)),
        },
        ("icpc_person_id",),
    ),
    "cin_plans": table(
        "ssd_cin_plans",
        "cinp_cin_plan_id",
        {
            "cinp_cin_plan_id": Reference(("cinp_cin_plan_id",)),
            "cinp_referral_id": Reference(("cinp_referral_id",)),
            "cinp_person_id": Reference(("cinp_person_id",)),
            "cinp_cin_plan_start_date": Day(("cinp_cin_plan_start_date", "cinp_cin_plan_start")),
            "cinp_cin_plan_end_date": Day(("cinp_cin_plan_end_date", "cinp_cin_plan_end")),
            "cinp_cin_plan_team": Words(("cinp_cin_plan_team",)),
        },
        ("cinp_person_id",),
    ),
    "cp_plans": table(
        "ssd_cp_plans",
        "cppl_cp_plan_id",
        {
            "cppl_cp_plan_id": Reference(("cppl_cp_plan_id",)),
            "cppl_referral_id": Reference(("cppl_referral_id",)),
            "cppl_person_id": Reference(("cppl_person_id",)),
            "cppl_cp_plan_start_date": Day(("cppl_cp_plan_start_date",)),
            "cppl_cp_plan_end_date": Day(("cppl_cp_plan_end_date",)),
            "cppl_cp_plan_ola": Answer(("cppl_cp_plan_ola",), YES_NO),
            "cppl_cp_plan_initial_category": Answer(("cppl_cp_plan_initial_category",), CATEGORY_OF_ABUSE),
            "cppl_cp_plan_latest_category": Answer(("cppl_cp_plan_latest_category",), CATEGORY_OF_ABUSE),
        },
        ("cppl_person_id",),
    ),
    "cp_reviews": table(
        "ssd_cp_reviews",
        "cppr_cp_review_id",
        {
            "cppr_cp_review_id": Reference(("cppr_cp_review_id",)),
            "cppr_person_id": Reference(("cppr_person_id",)),
            "cppr_cp_plan_id": Reference(("cppr_cp_plan_id",)),
            "cppr_cp_review_due": Day(("cppr_cp_review_due",), happens=False),
            "cppr_cp_review_date": Day(("cppr_cp_review_date",)),
            "cppr_cp_review_outcome_continue_cp": Answer(("cppr_cp_review_outcome_continue_cp",), YES_NO),
            "cppr_cp_review_quorate": Answer(("cppr_cp_review_quorate",), YES_NO),
            "cppr_cp_review_participation": Words(("cppr_cp_review_participation",)),
        },
        ("cppr_cp_plan_id",),
    ),
    **visits("ssd_cin_visits", "cinv", "cin"),
    **visits("ssd_cp_visits", "cppv", "cp"),
    **visits("ssd_cla_visits", "clav", "cla"),
}
